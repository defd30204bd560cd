import { z } from 'zod'
import { type EventType, eventType } from '../event.ts'
import { Day } from '../model.ts'

/** What the people here are taught, and for how many months it stays current (decision 0067; the months are ours). */
export const courses = {
  codeOfConduct: { months: 24 },
  childSafeguarding: { months: 24 },
  dataProtection: { months: 12 },
  dnaHandling: { months: 24 },
} as const
export type CourseName = keyof typeof courses
export const courseNames = Object.keys(courses) as CourseName[]
export const Course = z.enum(courseNames)

const ofAccount = <D>(type: string, sealed: boolean, detail: z.ZodType<D>): EventType<D> =>
  eventType(`training.${type}`, { class: 'account', sealed, detail })

/** The account's person took a course on a day; current to the end of another. */
export const recorded = ofAccount('recorded', true, z.object({ course: Course, on: Day, until: Day }))
/** It counts no more, from this moment: recorded by mistake, or not kept to. */
export const withdrawn = ofAccount(
  'withdrawn',
  true,
  z.object({ course: Course, reason: z.string().trim().min(3).max(500) }),
)
/**
 * From which day a course is asked for; null: no more. About the account of the administrator who said so, and open:
 * it concerns the house, and stays when that account is erased.
 */
export const required = ofAccount('required', false, z.object({ course: Course, from: Day.nullable() }))

export const events = [recorded, withdrawn, required] as EventType<never>[]
