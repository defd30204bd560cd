import { birthAgainstSibling, weighBirth } from './birth.ts'
import { weighCompanions } from './companions.ts'
import { countOnce } from './dependence.ts'
import type { Described } from './described.ts'
import { type Among, type Evidence, isOwn } from './evidence.ts'
import { weighLanguages } from './languages.ts'
import { weighMarks } from './marks.ts'
import { weighNames } from './names.ts'
import { weighParents } from './parents.ts'
import { weighPlaces } from './place.ts'
import { weighSex } from './sex.ts'

export { type Described, ofDescription, ofSought } from './described.ts'
export type { About, Among, Evidence } from './evidence.ts'

/** `log10LR` is the sum of the evidence: the same person against two random ones. */
export type Weighed = { evidence: Evidence[]; log10LR: number; sibling: AgainstSibling }

/**
 * `log10LR`: the same child against a brother or sister of it, who shares the family's name, the parents, the places
 * and the companions. `explains`: a brother or sister explains the pair nearly as well.
 */
export type AgainstSibling = { log10LR: number; explains: boolean }

/** Below this many times (log10) nobody should be sure that it is not a brother or a sister. */
const CLEAR_OF_SIBLINGS = 1

const sum = (evidence: readonly Evidence[]): number => evidence.reduce((total, one) => total + one.log10LR, 0)

/**
 * Weighs whether two descriptions are of one person (Fellegi and Sunter 1969, over the whole description). What is
 * not known on both sides counts nothing. Symmetric: the same total whichever comes first. See
 * docs/decisions/0050-weighing.md. Example: two girls of whom nothing else is known weigh log10(0.99 / 0.5).
 */
export function weigh(a: Described, b: Described, among: Among = {}): Weighed {
  const ofNames = weighNames(a, b, among)
  const evidence = [
    ...countOnce([...ofNames, ...weighParents(a, b, among, ofNames)]),
    ...weighSex(a, b),
    ...weighBirth(a, b, among.births),
    ...weighPlaces(a, b),
    ...weighLanguages(a, b),
    ...weighMarks(a, b),
    ...weighCompanions(a, b),
  ]
  const log10LR = sum(evidence)
  return { evidence, log10LR, sibling: againstSibling(a, b, evidence, log10LR) }
}

function againstSibling(a: Described, b: Described, evidence: Evidence[], total: number): AgainstSibling {
  const theirs = evidence.filter((one) => isOwn(one.about) && one.about !== 'birth')
  const log10LR = sum(theirs) + birthAgainstSibling(a, b)
  return { log10LR, explains: total > CLEAR_OF_SIBLINGS && log10LR < CLEAR_OF_SIBLINGS }
}
