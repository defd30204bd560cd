import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryFamily } from '../reference/families.ts'
import { likelihoods } from './likelihood.ts'
import { linkedLikelihoods } from './linked.ts'
import type { KinshipCase, Locus, Person } from './types.ts'

const person = (
  id: string,
  sex: Person['sex'],
  father: string | null = null,
  mother: string | null = null,
): Person => ({
  id,
  father,
  mother,
  sex,
})

test('at rho 1/2 two loci are independent', () => {
  fc.assert(
    fc.property(arbitraryFamily({ people: 5, alleles: 3 }), (family) => {
      const loci = [family.locus, { ...family.locus, name: 'L2' }]
      const genotypes = Object.fromEntries(
        Object.entries(family.genotypes).map(([id, profile]) => [id, { ...profile, L2: profile.L! }]),
      )
      const input = { ...family, loci, genotypes }
      const expected = Math.exp(likelihoods(input).logLikelihood.H!)
      const found = linkedLikelihoods(input, [0.5]).likelihood.H![0]!
      expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-11 * expected)
    }),
    { numRuns: 60 },
  )
})

/**
 * Grandfather a/b at both loci, grandmother c/c, offspring of their daughter shows a at both beside c from an
 * unrelated father. Phase is unknown: half ab/ab in coupling. The daughter is a or b at each locus, with
 * recombination rho, and passes that on (1/2 for the first locus, again with recombination).
 */
test('grandfather and grandchild: 1/2 + the two ways to receive both alleles together', () => {
  const locus = (name: string): Locus => ({
    name,
    chrom: 'autosomal',
    alleles: ['a', 'b', 'c', 'd'],
    frequencies: [0.1, 0.2, 0.3, 0.4],
    mutation: null,
  })
  const both = (pair: string[]) => ({ L1: pair, L2: pair })
  const input: KinshipCase = {
    loci: [locus('L1'), locus('L2')],
    genotypes: { GF: both(['a', 'b']), GM: both(['c', 'c']), F: both(['d', 'd']), K: both(['a', 'd']) },
    hypotheses: [
      {
        name: 'H',
        pedigrees: [
          [
            person('GF', 'male'),
            person('GM', 'female'),
            person('M', 'female', 'GF', 'GM'),
            person('F', 'male'),
            person('K', 'male', 'F', 'M'),
          ],
        ],
      },
    ],
  }
  const founders = (2 * 0.1 * 0.2 * 0.3 ** 2 * 0.4 ** 2) ** 2
  for (const rho of [0, 0.1, 0.35, 0.5]) {
    const grandfatherGivesBoth = (1 / 2) * ((1 / 2) * (1 - rho) + (1 / 2) * rho)
    const motherPassesBoth = (1 / 2) * (1 - rho)
    const found = linkedLikelihoods(input, [rho]).likelihood.H![0]!
    expect(found / founders).toBeCloseTo(grandfatherGivesBoth * motherPassesBoth, 12)
  }
})
