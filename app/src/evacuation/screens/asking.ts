import type { AnswerOf } from '../../casefile/asking.ts'
import type { operations as casefileOperations } from '../../casefile/operations.ts'
import { asking } from '../../casefile/screens/use.tsx'
import type { operations } from '../operations.ts'

export const evacuation = asking<typeof operations>('evacuation')
export const casefile = asking<typeof casefileOperations>('casefile')

type Table = typeof operations
export type ReadPlan = AnswerOf<Table, 'readPlan'>
export type PlanAnswer = NonNullable<ReadPlan['answer']>
export type Changes = NonNullable<PlanAnswer['changes']>
export type Place = PlanAnswer['plan']['assignments'][number]
export type Setup = AnswerOf<Table, 'readSetup'>
export type Runbook = AnswerOf<Table, 'readRunbook'>
export type TimedTask = Runbook['tasks'][number]
export type Moved = AnswerOf<Table, 'changeTask'>
export type Handovers = AnswerOf<Table, 'readHandovers'>
export type Person = AnswerOf<typeof casefileOperations, 'listPeople'>['people'][number]
export type ListedOperation = AnswerOf<typeof casefileOperations, 'listOperations'>['operations'][number]
