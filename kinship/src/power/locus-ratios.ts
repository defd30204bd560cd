import { isKnownAt, type PreparedFamily } from './family-draws.ts'
import { weighGenotypes } from './genotype-weigher.ts'
import type { SimulatedLocus } from './simulated-locus.ts'

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
  const { missing, genotypes, related, unrelated, theta } = prepared
  const asked = tested.filter((id) => !isKnownAt(genotypes, id, at.prepared.locus))
  const lists = [...asked, missing.id].map((id) => codesFor(prepared, at, id))
  const lanes = lists.reduce((product, { length }) => product * length, 1)
  if (lanes > most) return null
  const everybody = crossed(lists)
  const known = weighGenotypes(related, at, [], [], 1)[0]!
  const above = weighGenotypes(related, at, [...asked, missing.id], everybody, lanes)
  const below = theta > 0 ? weighGenotypes(unrelated, at, [...asked, missing.id], everybody, lanes) : apart()
  return {
    log10: above.map((log, lane) => (log === below[lane] ? 0 : (log - below[lane]!) / Math.LN10)),
    related: above.map((log) => Math.exp(log - known)),
    unrelated: below.map((log) => Math.exp(log - known)),
  }

  /** Without theta a stranger's genotype is independent of the family's; theirs runs fastest. */
  function apart(): Float64Array {
    const own = lists.at(-1)!
    const others = lanes / own.length
    const ofFamily = weighGenotypes(related, at, asked, crossed(lists.slice(0, -1)), others)
    const alone = weighGenotypes(unrelated, { ...at, profiles: [] }, [missing.id], [own], own.length)
    return Float64Array.from(
      { length: lanes },
      (_, lane) => ofFamily[Math.floor(lane / own.length)]! + alone[lane % own.length]!,
    )
  }
}

/** What a person may show, as `codeOf` numbers it; alleles of frequency 0 are shown by nobody. */
function codesFor({ family }: PreparedFamily, { prepared }: SimulatedLocus, id: string): Int32Array {
  const { full, isX } = prepared
  const isSingle = isX && family.people[family.placeOf.get(id)!]!.sex === 'male'
  const codes: number[] = []
  for (let a = 0; a < full.size; a++) {
    for (let b = a; b < full.size; b++) {
      const isHidden = (a === full.silent) !== (b === full.silent)
      const isNever = isNeverSeen(prepared, a) || isNeverSeen(prepared, b)
      if (!isHidden && !isNever && (a === b || !isSingle)) codes.push(a * full.size + b)
    }
  }
  return Int32Array.from(codes)
}

/** Without mutation nobody brings an allele of frequency 0. */
function isNeverSeen({ full }: SimulatedLocus['prepared'], allele: number): boolean {
  const { transitions, frequencies } = full
  return frequencies[allele] === 0 && !transitions.female && !transitions.male
}

/** Every combination, one lane each; the last list runs fastest. */
function crossed(lists: Int32Array[]): Int32Array[] {
  const lanes = lists.reduce((product, { length }) => product * length, 1)
  let step = lanes
  return lists.map((list) => {
    step /= list.length
    const every = step
    return Int32Array.from({ length: lanes }, (_, lane) => list[Math.floor(lane / every) % list.length]!)
  })
}
