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
  for (let lane = 0; lane < lanes; lane++) {
    counts.fill(0)
    for (let i = 0; i < shown.length; i++) {
      const code = shown[i]![lane]!
      const a = (code / size) | 0
      counts[a]!++
      if (!isSingle[i]) counts[code - a * size]!++
    }
    let [next, log] = [0, 0]
    for (let i = 0; i < shown.length; i++) {
      const code = shown[i]![lane]!
      let a = (code / size) | 0
      let b = code - a * size
      const isSame = a === b
      if (counts[a] === 1 && isFresh[a] === 1) {
        while (counts[fresh[next]!]! > 1) next++
        const chosen = fresh[next++]!
        log += logs[a]! - logs[chosen]!
        a = chosen
      }
      if (isSame) b = a
      else if (counts[b] === 1 && isFresh[b] === 1) {
        while (counts[fresh[next]!]! > 1) next++
        const chosen = fresh[next++]!
        log += logs[b]! - logs[chosen]!
        b = chosen
      }
      renamed[i]![lane] = a < b ? a * size + b : b * size + a
    }
    logFactors[lane] = log
  }
  return { shown: renamed, logFactors }
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
