import type { AnswerOf, InputOf } from '../../casefile/asking.ts'
import type { Birth } from '../../casefile/model.ts'
import { birthYears } from '../../casefile/rules.ts'
import { asking } from '../../casefile/screens/use.tsx'
import type { operations } from '../operations.ts'

export const tracing = asking<typeof operations>('tracing')

export type Candidates = AnswerOf<typeof operations, 'listCandidates'>
export type Candidate = Candidates['candidates'][number]
export type DecidedPair = Candidates['confirmed'][number]
export type ListedRequest = AnswerOf<typeof operations, 'listRequests'>['requests'][number]
export type ImportPlan = AnswerOf<typeof operations, 'planImport'>
export type RequestForm = InputOf<typeof operations, 'requestTracing'>
export type SeenStage = AnswerOf<typeof operations, 'seeStage'>
export type OneRequest = AnswerOf<typeof operations, 'getRequest'>
export type Proposed = OneRequest['proposals'][number]
export type ListedWork = AnswerOf<typeof operations, 'listWork'>
export type WaitingWork = ListedWork['waiting'][number]
export type FamilyGraph = AnswerOf<typeof operations, 'familyGraph'>

/** A birth as short as it is known: a day, or the years it lies between. Undefined when nothing is known. */
export function bornIn(birth: Birth, date: (day: string) => string): string | undefined {
  const years = birthYears(birth)
  if (birth.date || !years) return birth.date && date(birth.date)
  return years.earliest === years.latest ? String(years.earliest) : `${years.earliest}–${years.latest}`
}
