import { refuse } from '../src/refusal.ts'
import type { KinshipCase, Locus, Person } from '../src/types.ts'
import { likelihoodGiven, mostTerms } from './brute-force.ts'
import { meiosesOf, type Origins } from './meioses.ts'
import { membersOf } from './members.ts'

/**
 * The joint likelihood of loci on one chromosome, straight from the definition: a sum over the origins of all
 * meioses (the inheritance vector of Lander & Green 1987) at every locus. Founders are in linkage equilibrium,
 * so given its origins each locus stands alone. Each meiosis recombines by itself between neighbours.
 *
 * @param rho recombination rates between neighbours, one fewer than the loci
 * @example One meiosis, two loci: origins 00 and 11 have (1 - rho) / 2 each, 01 and 10 have rho / 2.
 * @throws KinshipRefusal `too-large-for-the-definition`
 */
export function bruteForceLinked(
  input: KinshipCase,
  loci: Locus[],
  rho: number[],
  pedigrees: Person[][],
  most: number = mostTerms,
): number {
  const members = membersOf(pedigrees)
  if (members.some(({ inbreeding }) => [inbreeding.autosomal, inbreeding.X].some((f) => f > 0 && f < 1))) {
    refuse('founder-inbreeding-linked', 'How far a founder is inbred along a chromosome is not defined.')
  }
  const meioses = meiosesOf(loci[0]!, members).length
  const vectors = Array.from({ length: 2 ** meioses }, (_, code) => originsOf(code, meioses))
  if (vectors.length ** loci.length > most)
    refuse('too-large-for-the-definition', `${meioses} meioses at ${loci.length} loci.`)
  const byVector = loci.map((locus) =>
    vectors.map((origins) => likelihoodGiven(input, locus, members, origins, most / vectors.length)),
  )
  const sumFrom = (locus: number, before: Origins): number => {
    if (locus === loci.length) return 1
    return vectors.reduce((sum, origins, code) => {
      const here = byVector[locus]![code]!
      return here === 0
        ? sum
        : sum + passage(before, origins, rho[locus - 1]!) * here * sumFrom(locus + 1, origins)
    }, 0)
  }
  return vectors.reduce(
    (sum, origins, code) => sum + (byVector[0]![code]! * sumFrom(1, origins)) / vectors.length,
    0,
  )
}

/** P(origins at a locus | origins at its neighbour). */
function passage(before: Origins, after: Origins, rho: number): number {
  return before.reduce<number>(
    (product, origin, meiosis) => product * (origin === after[meiosis] ? 1 - rho : rho),
    1,
  )
}

function originsOf(code: number, meioses: number): Origins {
  return Array.from({ length: meioses }, (_, meiosis) => ((code >> meiosis) & 1 ? 1 : 0))
}

/**
 * The rate at which neighbours recombine.
 *
 * Haldane 1919, crossovers without interference: (1 - e^(-2d)) / 2; Kosambi 1943: tanh(2d) / 2; d in Morgan.
 *
 * @example recombination('haldane', 50) // (1 - 1/e) / 2 = 0.316
 */
export function recombination(map: 'haldane' | 'kosambi', cM: number): number {
  const morgan = cM / 100
  return map === 'haldane' ? (1 - Math.exp(-2 * morgan)) / 2 : Math.tanh(2 * morgan) / 2
}
