import { type Ranked, rankProfiles } from '../../power/ranking.ts'
import { countOf, familyOf, inputOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'
import { missingPerson } from './missing-person.ts'

/** The reference values of this kind let the four best genotypes of each locus enter a profile. */
const usualMaxPerMarker = 4

/** `rankProfiles`: the most probable profiles of the missing person. */
export function rankProfilesFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const family = familyOf(input)
  const maxPerMarker = countOf(input.maxPerMarker, 'maxPerMarker', usualMaxPerMarker)
  const { best, profiles } = rankProfiles(family, {
    person: missingPerson(family, input.id ?? input.missing),
    maxPerMarker,
    top: countOf(input.top, 'top', 10),
  })
  return {
    best: best.map(({ genotype }) => genotype),
    marginal1: byGenotype(best),
    maxPerMarker,
    top10: profiles.map(({ genotypes, probability }) => ({
      ...Object.fromEntries(best.map(({ locus }, index) => [locus, genotypes[index]])),
      likelihood: probability,
    })),
  }
}

/** The probability of each best genotype by its name; where two loci have the same, the second with its locus. */
function byGenotype(best: Ranked[]): Record<string, number> {
  const named: Record<string, number> = {}
  for (const { locus, genotype, probability } of best) {
    named[Object.hasOwn(named, genotype) ? `${locus}:${genotype}` : genotype] = probability
  }
  return named
}
