import { observe } from '../engine/evidence.ts'
import type { SimulatedLocus } from './simulated-locus.ts'

/** Genotypes to be weighed in place of others, and the logarithm of what their probability is to be multiplied by. */
export type StandIns = { shown: Int32Array[]; logFactors: Float64Array }

/**
 * Lets genotypes of the same probability but for a known factor stand for each other, so that few are left to be
 * weighed: without mutation an allele that is seen once among all people descends from one founder allele, and the
 * probability is proportional to its frequency (with theta too). See `representativeOf` for the same by name.
 *
 * @param isSingle by person: whether they have one allele (X in a male), which its code names twice
 */
export function standInsFor(
  at: SimulatedLocus,
  shown: Int32Array[],
  lanes: number,
  isSingle: boolean[],
): StandIns {
  const { full } = at.prepared
  const logFactors = new Float64Array(lanes)
  if (full.transitions.female || full.transitions.male) return { shown, logFactors }
  const { size } = full
  const fresh = freshAlleles(at)
  const isFresh = new Uint8Array(size)
  for (const allele of fresh) isFresh[allele] = 1
  const logs = full.frequencies.map((p) => Math.log(p))
  const counts = new Uint8Array(size)
  const renamed = shown.map(() => new Int32Array(lanes))
  const fresher: Fresher = { fresh, isFresh, counts, logs, next: 0, log: 0 }
  for (let lane = 0; lane < lanes; lane++) {
    for (let i = 0; i < shown.length; i++) {
      const code = shown[i]![lane]!
      const a = (code / size) | 0
      counts[a]!++
      if (!isSingle[i]) counts[code - a * size]!++
    }
    fresher.next = 0
    fresher.log = 0
    for (let i = 0; i < shown.length; i++) {
      const code = shown[i]![lane]!
      const first = (code / size) | 0
      const second = code - first * size
      const a = standInFor(fresher, first)
      const b = first === second ? a : standInFor(fresher, second)
      renamed[i]![lane] = a < b ? a * size + b : b * size + a
    }
    logFactors[lane] = fresher.log
    for (let i = 0; i < shown.length; i++) {
      const code = shown[i]![lane]!
      counts[(code / size) | 0] = 0
      counts[code % size] = 0
    }
  }
  return { shown: renamed, logFactors }
}

type Fresher = {
  fresh: number[]
  isFresh: Uint8Array
  /** How often each allele is seen in the lane. */
  counts: Uint8Array
  logs: number[]
  next: number
  log: number
}

function standInFor(fresher: Fresher, allele: number): number {
  const { fresh, isFresh, counts, logs } = fresher
  if (counts[allele] !== 1 || isFresh[allele] !== 1) return allele
  while (counts[fresh[fresher.next]!]! > 1) fresher.next++
  const chosen = fresh[fresher.next++]!
  fresher.log += logs[allele]! - logs[chosen]!
  return chosen
}

/** Alleles the typed people do not show, the most frequent first. */
function freshAlleles({ prepared, profiles }: SimulatedLocus): number[] {
  const { full, locus } = prepared
  const seen = new Set(profiles.flatMap((profile) => observe(profile, locus.name, full)?.known ?? []))
  return full.frequencies
    .map((p, allele) => ({ allele, p }))
    .filter(({ allele, p }) => p > 0 && allele !== full.silent && !seen.has(allele))
    .sort((one, other) => other.p - one.p)
    .map(({ allele }) => allele)
}
