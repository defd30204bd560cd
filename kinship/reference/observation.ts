import { silentAllele } from '../src/mutation.ts'
import { refuse } from '../src/refusal.ts'

/**
 * P(what was seen | the alleles a person carries: two, or one on the X of a male).
 *
 * A homozygous reading a/a with drop-out d, as the case format defines it: from a/a 1 - d², from a/b d(1 - d);
 * from a/silent 1 - d, since the silent allele is never seen and a must be. Two alleles seen, one allele beside
 * an unknown one, and the X of a male were seen as they are: factor 1 for every genotype that holds them.
 *
 * @example observation(['a', 'a'], ['a', 'b'], 0.1) // 0.09
 */
export function observation(seen: (string | null)[], truth: string[], dropout: number): number {
  const [a, b] = seen.filter((allele) => allele !== null)
  if (a === undefined) return 1
  if (truth.length === 1 || b === undefined) return truth.includes(a) ? 1 : 0
  const isSame = [...truth].sort().join('/') === [a, b].sort().join('/')
  if (a !== b) return isSame ? 1 : 0
  if (a === silentAllele && dropout > 0) {
    refuse('dropout-of-nothing', 'Drop-out is not defined for a person who shows nothing at all.')
  }
  if (isSame) return 1 - dropout ** 2
  if (!truth.includes(a) || a === silentAllele) return 0
  return truth.includes(silentAllele) ? 1 - dropout : dropout * (1 - dropout)
}
