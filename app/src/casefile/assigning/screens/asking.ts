import type { AnswerOf } from '../../asking.ts'
import { asking } from '../../screens/use.tsx'
import type { operations as session } from '../../session.ts'
import type { operations } from '../operations.ts'

export const casefile = asking<typeof operations>('casefile')
export const houseSession = asking<typeof session>('session')

export type Assigned = AnswerOf<typeof operations, 'listAssigned'>['assigned'][number]
export type Family = AnswerOf<typeof operations, 'listFamilies'>['families'][number]
