import { type LocusAlleles, pairIndex, type Shown } from './genotype-codes.ts'

/** A true genotype by its index, and the probability of what was seen, given it. */
export type TrueGenotype = { index: number; weight: number }

/** The true genotypes behind what was seen; the same rules as the engine's evidence. */
export function trueGenotypes(
  shown: Shown,
  alleles: number[],
  { alleles: { length: n }, silent }: LocusAlleles,
  dropout: number,
): TrueGenotype[] {
  const [a, b] = alleles as [number, number]
  if (shown === 'nothing') return []
  if (shown === 'only') return [{ index: a, weight: 1 }]
  // Nothing hides behind these.
  if (shown === 'both' && (a !== b || (dropout === 0 && silent < 0)))
    return [{ index: pairIndex(a, b, n), weight: 1 }]
  const found: TrueGenotype[] = []
  for (let other = 0; other < n; other++) {
    const weight = shown === 'one' ? 1 : homozygoteWeight(other === a, other === silent, dropout)
    if (weight > 0) found.push({ index: pairIndex(a, other, n), weight })
  }
  return found
}

/** P(one allele seen twice | it beside that other one). */
export function homozygoteWeight(isSame: boolean, isSilent: boolean, dropout: number): number {
  if (isSame) return 1 - dropout ** 2
  return isSilent ? 1 - dropout : dropout * (1 - dropout)
}
