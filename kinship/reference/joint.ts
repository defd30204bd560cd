import type { KinshipCase, Locus, Person } from '../src/types.ts'
import { bruteForceLikelihood, mostTerms } from './brute-force.ts'
import { bruteForceLinked, recombination } from './linked.ts'

/**
 * The likelihood of all loci of a case under one hypothesis: loci of one chromosome together, the others by
 * themselves, multiplied.
 *
 * @example Two loci without positions: the product of the two likelihoods.
 */
export function bruteForceJoint(input: KinshipCase, pedigrees: Person[][], most: number = mostTerms): number {
  const positionOf = (locus: Locus) => input.linkage?.positions[locus.name]
  const chromosomes = new Set(input.loci.map((locus) => positionOf(locus)?.chromosome))
  return [...chromosomes].reduce((product, chromosome) => {
    const loci = input.loci.filter((locus) => positionOf(locus)?.chromosome === chromosome)
    if (chromosome === undefined) {
      return loci.reduce((all, locus) => all * bruteForceLikelihood(input, locus, pedigrees, most), product)
    }
    const placed = loci.map((locus) => ({ locus, cM: positionOf(locus)!.cM })).sort((a, b) => a.cM - b.cM)
    const rho = placed.slice(1).map(({ cM }, i) => recombination(input.linkage!.map, cM - placed[i]!.cM))
    const inOrder = placed.map(({ locus }) => locus)
    return product * bruteForceLinked(input, inOrder, rho, pedigrees, most)
  }, 1)
}
