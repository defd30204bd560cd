import { refuse } from '../refusal.ts'
import type { Person } from '../types.ts'
import {
  evidenceLogLikelihood,
  type FamilyAtLocus,
  independentParts,
  knownAt,
} from './distribution-family.ts'
import { type ShownGenotype, shownGenotypes } from './distribution-genotypes.ts'
import { checkCount, combinations, jointProbabilities } from './distribution-joint.ts'

/** The joint distribution of what some people show. The first person's genotype varies fastest. */
export type GenotypeDistribution = {
  ids: string[]
  /** By person: the genotypes that are possible to show. */
  genotypes: ShownGenotype[][]
  /** One for each combination; they sum to 1. */
  probabilities: Float64Array
}

/**
 * What the people `ids` would show at a locus, given everybody's known genotypes, exactly: the probability of
 * each combination of genotypes divided by that of what is known.
 *
 * @example A child of 1/2 and 2/3: 1/2, 1/3, 2/2 and 2/3 have probability 1/4 each.
 * @throws KinshipRefusal `evidence-impossible`, `person-not-placed`, `too-many-genotypes`, `dropout-of-asked`,
 *   and whatever `likelihoods` refuses
 */
export function genotypeDistribution(family: FamilyAtLocus, ids: string[]): GenotypeDistribution {
  checkAsked(family, ids)
  const sum = family.locus.frequencies.reduce((total, p) => total + p, 0)
  if (evidenceLogLikelihood(family) === Number.NEGATIVE_INFINITY) {
    return refuse(
      'evidence-impossible',
      `What is known at ${family.locus.name} is impossible in this pedigree, so nothing follows from it: allow mutation or check the typing.`,
    )
  }
  const locus = { ...family.locus, frequencies: family.locus.frequencies.map((p) => p / sum) }
  const genotypes = ids.map((id) =>
    shownGenotypes(locus, personOf(family, id).sex, knownAt(family.genotypes, id, locus.name)),
  )
  checkCount(genotypes, locus.name)
  const parts = independentParts({ ...family, locus }, ids).map((part) => ({
    at: part.ids.map((id) => ids.indexOf(id)),
    probabilities: jointProbabilities(
      part.family,
      part.ids,
      part.ids.map((id) => genotypes[ids.indexOf(id)]!),
    ),
  }))
  const sizes = genotypes.map((list) => list.length)
  const probabilities = Array.from(combinations(sizes), (chosen) =>
    parts.reduce((product, { at, probabilities: some }) => {
      const index = at.reduceRight((offset, position) => offset * sizes[position]! + chosen[position]!, 0)
      return product * some[index]!
    }, 1),
  )
  return { ids, genotypes, probabilities: Float64Array.from(probabilities) }
}

/** The person of that id. */
export function personOf({ pedigrees }: Pick<FamilyAtLocus, 'pedigrees'>, id: string): Person {
  const found = pedigrees.flat().find((person) => person.id === id)
  return (
    found ??
    refuse('person-not-placed', `"${id}" has no place in the pedigree: add them, alone if unrelated.`)
  )
}

/**
 * Refuses distributions over different genotypes, as when a person's sex differs at X.
 *
 * @throws KinshipRefusal `people-differ`
 */
export function checkComparable(distributions: GenotypeDistribution[]): void {
  const [first, ...others] = distributions.map(({ genotypes }) => genotypes.map(String).join(' | '))
  if (others.some((other) => other !== first)) {
    refuse(
      'people-differ',
      'The people asked for do not show the same genotypes under every hypothesis: give them one sex and one profile.',
    )
  }
}

function checkAsked(family: FamilyAtLocus, ids: string[]): void {
  if (ids.length === 0 || new Set(ids).size < ids.length) {
    refuse('asked-people', 'Name the people whose genotypes are asked for, each once.')
  }
  for (const id of ids) {
    personOf(family, id)
    if (family.dropout?.[id]) {
      refuse(
        'dropout-of-asked',
        `"${id}" is asked for, and has a drop-out of their own: leave one of them out.`,
      )
    }
  }
}
