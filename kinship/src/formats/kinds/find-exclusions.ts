import { findExclusions } from '../../power/exclusions.ts'
import { refuse } from '../../refusal.ts'
import { familyOf, inputOf, malformed } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'
import { missingPerson } from './missing-person.ts'

/** `findExclusions`: the loci at which a candidate cannot be the missing person. */
export function findExclusionsFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const family = familyOf(input)
  const { excluding, contradicted } = findExclusions(family, {
    missing: missingPerson(family, input.missing ?? input.id),
    candidate: candidateOf(input.candidate),
    withMutation: input.removeMut === false,
  })
  return {
    excludingLoci: excluding,
    n: excluding.length,
    ...(contradicted.length > 0 && { contradictedWithoutCandidate: contradicted }),
  }
}

/** The one profile in `{ person: { locus: [a, b] } }`. */
function candidateOf(value: unknown): Record<string, (string | null)[]> {
  const { genotypes } = familyOf({ genotypes: value ?? malformed('candidate') })
  const [profile, ...others] = Object.values(genotypes)
  if (!profile) return malformed('candidate')
  return others.length === 0 ? profile : refuse('candidate', 'Compare one candidate at a time.')
}
