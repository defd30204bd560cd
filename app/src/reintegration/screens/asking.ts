import type { AnswerOf } from '../../casefile/asking.ts'
import { asking } from '../../casefile/screens/use.tsx'
import type { operations } from '../operations.ts'

export const reintegration = asking<typeof operations>('reintegration')

export type FollowUps = AnswerOf<typeof operations, 'listFollowUps'>
export type Line = FollowUps['children'][number]
export type Mark = Line['marks'][number]
export type Homes = AnswerOf<typeof operations, 'listPlacements'>
export type Group = Homes['groups'][number]
export type Placeable = Group['children'][number]
export type Aftercare = AnswerOf<typeof operations, 'openAftercare'>
export type Note = Aftercare['notes'][number]
