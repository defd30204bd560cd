import { silentAllele } from '../src/mutation.ts'
import { refuse } from '../src/refusal.ts'

/**
 * P(what was seen | the alleles a person carries: two, or one on the X of a male).
 *
 * A homozygous reading a/a with drop-out d, as the case format defines it: from a/a 1 - d², from a/b d(1 - d);
 * from a/silent 1 - d, since the silent allele is never seen and a must be. Two alleles seen: factor 1. One
 * allele beside an unknown one: factor 1 for every genotype that holds it.
 *
 * @example observation(['a', 'a'], ['a', 'b'], 0.1) // 0.09
 */
export function observation(seen: (string | null)[], truth: string[], dropout: number): number {
  const known = seen.filter((allele) => allele !== null)
  if (known.length === 0) return 1
  const isWhole = truth.length === 2 && known.length === 2 && !known.includes(silentAllele)
  if (dropout > 0 && !isWhole) {
    refuse('dropout-undefined', 'Drop-out is defined for two visible alleles at a locus of two copies.')
  }
  const [a, b] = known
  if (truth.length === 1 || b === undefined) return truth.includes(a!) ? 1 : 0
  const isSame = [...truth].sort().join('/') === [a, b].sort().join('/')
  if (a !== b) return isSame ? 1 : 0
  if (isSame) return 1 - dropout ** 2
  if (!truth.includes(a!) || a === silentAllele) return 0
  return truth.includes(silentAllele) ? 1 - dropout : dropout * (1 - dropout)
}
