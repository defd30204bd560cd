import type { LocusDraws, PreparedFamily } from './family-draws.ts'
import { weighGenotypes } from './genotype-weigher.ts'
import { strangerLogs } from './stranger-genotypes.ts'

/** What each simulation weighs: log10 LR "the missing person" against "unrelated". */
export type SimulatedRatios = {
  /** Of the missing person. */
  missing: Float64Array
  /** Of somebody unrelated; -Infinity when excluded. */
  stranger: Float64Array
  /** The number of loci at which the stranger is excluded. */
  excludedAt: Uint16Array
}

export type Truth = 'missing' | 'stranger'

/**
 * The ratios of simulated profiles when some of the relatives drawn are tested, in every simulation.
 *
 * @param tested who is tested; others are as they are
 * @param truths whose ratios are asked for; the others stay 0
 */
export function simulatedRatios(
  prepared: PreparedFamily,
  draws: LocusDraws[],
  tested: string[],
  runs: number,
  truths: Truth[] = ['missing', 'stranger'],
): SimulatedRatios {
  const found: SimulatedRatios = {
    missing: new Float64Array(runs),
    stranger: new Float64Array(runs),
    excludedAt: new Uint16Array(runs),
  }
  for (const draw of draws) addLocus(prepared, draw, tested, truths, found)
  return found
}

function addLocus(
  prepared: PreparedFamily,
  { at, shown, stranger }: LocusDraws,
  tested: string[],
  truths: Truth[],
  found: SimulatedRatios,
): void {
  const { missing, related, unrelated } = prepared
  const ids = tested.filter((id) => shown.has(id))
  // Nobody of the family is seen at the locus: it says nothing.
  if (ids.length === 0 && at.profiles.length === 0) return
  const relatives = ids.map((id) => shown.get(id)!)
  const runs = stranger.length
  const others = unrelated ? new Float64Array() : weighGenotypes(related, at, ids, relatives, runs)
  // Without theta a stranger's genotype is independent of the family's.
  const apart = (profile: Int32Array) => {
    const alone = strangerLogs(at, at.prepared.isX && missing.sex === 'male')
    return others.map((log, run) => log + alone[profile[run]!]!)
  }
  for (const truth of truths) {
    const profile = truth === 'missing' ? shown.get(missing.id)! : stranger
    const everybody = [...relatives, profile]
    const above = weighGenotypes(related, at, [...ids, missing.id], everybody, runs)
    const below = unrelated
      ? weighGenotypes(unrelated, at, [...ids, missing.id], everybody, runs)
      : apart(profile)
    for (let run = 0; run < runs; run++) {
      const log = above[run]! - below[run]!
      found[truth][run]! += log / Math.LN10
      if (truth === 'stranger' && log === Number.NEGATIVE_INFINITY) found.excludedAt[run]!++
    }
  }
}
