import type { AnswerOf } from '../../asking.ts'
import { asking } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'

export const training = asking<typeof operations>('training')

export type Listed = AnswerOf<typeof operations, 'listTraining'>
export type Person = Listed['people'][number]
export type Standing = Person['courses'][number]
export type Required = Listed['required'][number]

/** How many days are left of a day that is to come. */
export const daysUntil = (day: string, now = new Date()): number =>
  Math.max(0, Math.round((Date.parse(day) - Date.parse(now.toISOString().slice(0, 10))) / 86_400_000))

export const isRequired = (required: Required[], course: Standing['course'], today = new Date()): boolean =>
  required.some(
    (one) => one.course === course && one.from !== null && Date.parse(one.from) <= today.getTime(),
  )

export const isLacking = ({ state }: Standing): boolean => state === 'missing' || state === 'ended'
