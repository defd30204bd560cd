import type { Locus } from '@sandsage/kinship'
import { jointIdentification } from '@sandsage/kinship/joint'
import type { DrawnPerson } from '../model/family.ts'
import type { Joint, Position, Together } from '../model/search.ts'
import { components } from './family.ts'
import { onlyAt, type SearchEvidence } from './search.ts'

export type JointEvidence = SearchEvidence & {
  families: { family: string; people: DrawnPerson[]; missing: string[] }[]
  placed: Position[]
}
export type PlacedJointly = Joint & { of: Map<string, NonNullable<Together['joint']>> }

/**
 * All children and all families at once: nobody in two places, brothers and sisters as such. Every placement is
 * as likely as any other beforehand, "none of these families" among them; a known sex that differs rules one out.
 */
export function placeJointly(evidence: JointEvidence, loci: Locus[]): PlacedJointly {
  const { families, placed, relatives, profiles, parameters } = evidence
  const typed = onlyAt(relatives, loci)
  const own = (family: string) => (id: string | null) => id && inFamily(family, id)
  const found = jointIdentification({
    ...{ loci, theta: parameters.theta, limit: 0 },
    unidentified: profiles.map(({ id, sex, genotypes }) => ({
      ...{ id, sex },
      genotypes: onlyAt({ [id]: genotypes }, loci)[id]!,
    })),
    families: families.map(({ family, people, missing }) => ({
      id: family,
      pedigrees: components(people).map((part) => part.map((one) => renamed(one, own(family)))),
      missing: missing.map((id) => inFamily(family, id)),
    })),
    genotypes: Object.fromEntries(
      families.flatMap(({ family, people }) =>
        people.flatMap(({ id }) => (typed[id] ? [[inFamily(family, id), typed[id]]] : [])),
      ),
    ),
  })
  return {
    ...{ assignments: found.nAssignments, leftOut: found.leftOut },
    notes: [...new Set(found.notes.map(({ code }) => code))],
    of: new Map(profiles.map(({ id }) => [id, byPosition(found.marginal[id] ?? {}, placed)])),
  }
}

/** Unnamed people of two drawings share names, and a relative may be drawn in two families. */
const inFamily = (family: string, id: string): string => `${family}/${id}`

const renamed = ({ id, father, mother, sex }: DrawnPerson, put: (id: string | null) => string | null) => ({
  id: put(id)!,
  father: put(father),
  mother: put(mother),
  sex,
})

/** Places of one position are not told apart, so their probabilities are one. */
function byPosition(marginal: Record<string, number>, placed: Position[]): NonNullable<Together['joint']> {
  const positions = placed.map(({ position, family, places }) => ({
    position,
    probability: places.reduce((sum, { id }) => sum + (marginal[inFamily(family, id)] ?? 0), 0),
  }))
  return { positions: positions.filter(({ probability }) => probability > 0), nowhere: marginal['*'] ?? 0 }
}
