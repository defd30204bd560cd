import { refuse } from '../refusal.ts'
import type { Genotypes, Locus, Person } from '../types.ts'
import { checkComparable, genotypeDistribution } from './distribution.ts'
import { evidenceLogLikelihood, type FamilyAtLocus, withTypedStrangers } from './distribution-family.ts'

/** A claimed relationship, the true one, and the people whose typing is to tell them apart. */
export type ExclusionInput = {
  claim: Person[][]
  truth: Person[][]
  ids: string[]
  loci: Locus[]
  /** What is known already, not of the people `ids`. Who stands in one of the two is a stranger in the other. */
  genotypes: Genotypes
  theta?: number
  /** Person -> probability that an allele of a known genotype dropped out. */
  dropout?: Record<string, number>
  /**
   * Where mutation is left out of account, so that exclusion is possible: at all loci (`true`), at none
   * (`false`), at these, or (absent) where what is known needs no mutation in either pedigree.
   */
  disableMutations?: boolean | string[]
}

export type ExclusionPower = {
  /** The probability that the genotypes of `ids` are impossible in the claim; `null`: impossible in the truth. */
  perLocus: (number | null)[]
  /** The probability of an exclusion at one locus or more; `null` when no locus tells. */
  total: number | null
  /** The mean number of loci that exclude. */
  expectedMismatch: number | null
  /** By number of loci that exclude, its probability. */
  mismatchDistribution: number[]
}

/**
 * The power to exclude a claim that is false (Egeland, Pinto & Vigeland 2014, FSI:Genetics 9:186-190): per
 * locus, the probability in the true pedigree of all genotypes that cannot be in the claimed one. Loci are
 * independent. A locus whose known genotypes are impossible in the claim has power 1.
 *
 * @example Father and son claimed, unrelated in truth, two alleles p and q: excluded when one is p/p and the
 *   other q/q, so 2 p^2 q^2.
 * @throws KinshipRefusal `person-already-typed`, `people-differ`, and what `genotypeDistribution` refuses
 */
export function exclusionPower(input: ExclusionInput): ExclusionPower {
  for (const id of input.ids) {
    const profile = Object.hasOwn(input.genotypes, id) ? input.genotypes[id]! : {}
    if (input.loci.some(({ name }) => profile[name]?.some((allele) => allele !== null))) {
      refuse(
        'person-already-typed',
        `"${id}" is typed already: exclusion power is about people still to be typed.`,
      )
    }
  }
  const perLocus = input.loci.map((locus) => locusPower(input, locus))
  const powers = perLocus.filter((power) => power !== null)
  const isKnown = powers.length > 0
  return {
    perLocus,
    total: isKnown ? 0 - Math.expm1(powers.reduce((sum, power) => sum + Math.log1p(-power), 0)) : null,
    expectedMismatch: isKnown ? powers.reduce((sum, power) => sum + power, 0) : null,
    mismatchDistribution: successes(powers),
  }
}

function locusPower(input: ExclusionInput, locus: Locus): number | null {
  const { ids } = input
  const claim = withTypedStrangers(input.claim, input.genotypes, input.truth)
  const truth = withTypedStrangers(input.truth, input.genotypes, input.claim)
  const familyOf = (pedigrees: Person[][], at: Locus): FamilyAtLocus => ({
    pedigrees,
    locus: at,
    genotypes: knownAt(input.genotypes, at.name),
    theta: input.theta ?? 0,
    ...(input.dropout && { dropout: input.dropout }),
  })
  const isPossible = (pedigrees: Person[][], at: Locus) =>
    evidenceLogLikelihood(familyOf(pedigrees, at)) > Number.NEGATIVE_INFINITY
  const still = { ...locus, mutation: null }
  const { disableMutations: asked } = input
  const isStill =
    asked === undefined
      ? isPossible(claim, still) && isPossible(truth, still)
      : asked === true || (asked !== false && asked.includes(locus.name))
  const used = isStill ? still : locus
  if (!isPossible(truth, used)) return null
  if (!isPossible(claim, used)) return 1
  const claimed = genotypeDistribution(familyOf(claim, used), ids)
  const actual = genotypeDistribution(familyOf(truth, used), ids)
  checkComparable([claimed, actual])
  const excluded = actual.probabilities.reduce(
    (sum, probability, at) => (claimed.probabilities[at] === 0 ? sum + probability : sum),
    0,
  )
  return Math.min(excluded, 1)
}

function knownAt(genotypes: Genotypes, locus: string): Genotypes {
  return Object.fromEntries(
    Object.entries(genotypes).flatMap(([id, profile]) =>
      Object.hasOwn(profile, locus) ? [[id, { [locus]: profile[locus]! }]] : [],
    ),
  )
}

/** The number of successes among independent trials of unequal probability (Poisson-binomial). */
function successes(powers: number[]): number[] {
  const distribution = [1]
  for (const power of powers.filter((each) => each > 0)) {
    distribution.push(0)
    for (let count = distribution.length - 1; count >= 0; count--) {
      const fewer = count > 0 ? distribution[count - 1]! * power : 0
      distribution[count] = distribution[count]! * (1 - power) + fewer
    }
  }
  return distribution
}
