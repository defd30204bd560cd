import { isKnownAt, type PreparedFamily } from './family-draws.ts'
import { enumerated } from './genotype-patterns.ts'
import { weighGenotypes } from './genotype-weigher.ts'
import type { SimulatedLocus } from './simulated-locus.ts'
import { strangerLogs } from './stranger-genotypes.ts'

/** Everything that may be seen at a locus: its log10 LR, and how probable it is under either truth. */
export type LocusRatios = {
  /** -Infinity: excluded. */
  log10: Float64Array
  related: Float64Array
  unrelated: Float64Array
}

/**
 * All genotypes the missing person and the relatives to be tested may show at a locus, together, given who is
 * typed: exact, where they are few enough to be weighed one by one.
 *
 * @returns `null` when more than `most` combinations would have to be weighed
 */
export function locusRatios(
  prepared: PreparedFamily,
  at: SimulatedLocus,
  tested: string[],
  most: number,
): LocusRatios | null {
  const { missing, genotypes, related, unrelated } = prepared
  const asked = tested.filter((id) => !isKnownAt(genotypes, id, at.prepared.locus))
  const ids = [...asked, missing.id]
  const found = enumerated(
    at,
    ids.map((id) => isSingleAt(prepared, at, id)),
    most,
  )
  if (!found) return null
  const { shown, lanes, multiples } = found
  const known = weighGenotypes(related, at, [], [], 1)[0]!
  const above = weighGenotypes(related, at, ids, shown, lanes)
  const below = unrelated ? weighGenotypes(unrelated, at, ids, shown, lanes) : apart()
  return {
    log10: above.map((log, lane) => (log === below[lane] ? 0 : (log - below[lane]!) / Math.LN10)),
    related: above.map((log, lane) => multiples[lane]! * Math.exp(log - known)),
    unrelated: below.map((log, lane) => multiples[lane]! * Math.exp(log - known)),
  }

  /** Without theta a stranger's genotype is independent of the family's. */
  function apart(): Float64Array {
    const ofFamily = weighGenotypes(related, at, asked, shown.slice(0, -1), lanes)
    const alone = strangerLogs(at, isSingleAt(prepared, at, missing.id))
    const codes = shown.at(-1)!
    return ofFamily.map((log, lane) => log + alone[codes[lane]!]!)
  }
}

function isSingleAt({ family }: PreparedFamily, { prepared }: SimulatedLocus, id: string): boolean {
  return prepared.isX && family.people[family.placeOf.get(id)!]!.sex === 'male'
}
