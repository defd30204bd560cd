import { identityCoefficients, relatedness } from '../../relatedness/relatedness.ts'
import type { Person } from '../../types.ts'
import { familyOf, inputOf, textsOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/** `relatedness`: kinship, inbreeding, X-kinship and kappa of every pair, Jacquard's coefficients of one. */
export function relatednessFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const { pedigrees } = familyOf(input)
  const { pairs, ...coefficients } = relatedness(pedigrees)
  const chosen =
    input.jacquardPair == null
      ? lastGeneration(pedigrees.flat())
      : textsOf(input.jacquardPair, 'jacquardPair')
  const [first, second] = chosen
  const isPair = first !== undefined && second !== undefined
  return {
    ...coefficients,
    kappa: pairs.map(({ id1, id2, kappa }) => {
      const [kappa0, kappa1, kappa2] = kappa ?? [null, null, null]
      return { id1, id2, kappa0, kappa1, kappa2 }
    }),
    ...(isPair && {
      jacquardPair: [first, second],
      condensedIdentity1to9: identityCoefficients(pedigrees, first, second),
    }),
  }
}

/** The first two people without children; beside an only one, the first of the others. */
function lastGeneration(people: Person[]): string[] {
  const parents = new Set(people.flatMap(({ father, mother }) => [father, mother]))
  const youngest = people.filter(({ id }) => !parents.has(id))
  const others = people.filter(({ id }) => parents.has(id))
  return [...youngest, ...others].slice(0, 2).map(({ id }) => id)
}
