import { z } from 'zod'
import { type CaseFile, type EventType, eventType, lastOf } from './event.ts'

/** The four languages of the house; a name is kept as it was written, one spelling per language. */
export const Language = z.enum(['kk', 'ru', 'en', 'ar'])
export type Language = z.infer<typeof Language>

/** The longest a written name may be: the longest real ones are near 100 characters. */
const Written = z.string().trim().min(1).max(200)

export const Names = z
  .object({ kk: Written, ru: Written, en: Written, ar: Written })
  .partial()
  .refine((names) => Object.values(names).some(Boolean), { error: 'name-missing' })
  .meta({
    description: 'One name as written in one or more of Kazakh, Russian, English (Latin letters), Arabic',
  })
export type Names = z.infer<typeof Names>

export const Sex = z.enum(['male', 'female', 'unknown'])
export type Sex = z.infer<typeof Sex>

/** ISO 8601 has a year 0000, and PostgreSQL's calendar none. */
function hasYear(text: string): boolean {
  return !text.startsWith('0000')
}

/** A day of the calendar, `2019-11-27`, without a clock time and so without a time zone. */
export const Day = z.iso.date({ error: 'not-a-date' }).refine(hasYear, { error: 'not-a-date' })
export type Day = z.infer<typeof Day>

/** A part of a country by ISO 3166-2, `KZ-23`: as much of where a child lives as its being found there needs. */
export const Region = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { error: 'not-a-region' })

export const Instant = z.iso
  .datetime({ offset: true, error: 'not-a-time' })
  .refine(hasYear, { error: 'not-a-time' })

/**
 * When somebody was born, as far as it is known: an exact day, or the years between which it was.
 * An age on a list is an interval: "about 6" on a day in 2026 is a birth between 2019 and 2020.
 */
export const Birth = z.object({
  date: Day.optional(),
  earliest: z.number().int().min(1900).max(2100).optional(),
  latest: z.number().int().min(1900).max(2100).optional(),
})
export type Birth = z.infer<typeof Birth>

export const Description = z.object({
  names: Names,
  sex: Sex,
  birth: Birth,
  deceased: z.boolean().optional(),
  birthplace: Written.optional(),
  /** Where the person is or lives now, as people say it. */
  place: Written.optional(),
  /** The mother's name as heard or written: the strongest clue after the child's own. */
  mother: Names.optional(),
  father: Names.optional(),
  languages: z.array(z.string().min(2).max(40)).max(12).optional(),
  marks: Written.optional(),
  /** Other names the person is or was called by: a nickname, a name given after the separation. */
  otherNames: z.array(Written).max(12).optional(),
  /** Who was with them, by name, as far as somebody said so: brothers and sisters, an aunt in the same cell. */
  companions: z.array(Written).max(30).optional(),
})
export type Description = z.infer<typeof Description>

export const personKinds = ['child', 'relative', 'worker'] as const
export const PersonKind = z.enum(personKinds)
export type PersonKind = z.infer<typeof PersonKind>

/** All that is known of who a person is. Amended by another one, which replaces it as a whole. */
export const described = eventType('casefile.described', { class: 'file', sealed: true, detail: Description })

export const Operation = z.object({
  names: Names,
  /** ISO 3166 codes, and the corridor whose requirements hold. */
  from: z.string().length(2),
  to: z.string().length(2),
  corridor: z.string().min(2).max(60),
  flightAt: Instant,
  takesRequests: z.boolean(),
})
export type Operation = z.infer<typeof Operation>
export const operationDescribed = eventType('casefile.operationDescribed', {
  class: 'file',
  sealed: false,
  detail: Operation,
})

/** Why a file is out of the lists. Nothing of it is lost, and it can be taken back. */
export const settingAside = ['same-person', 'import-undone', 'entered-by-mistake'] as const
/** A file leaves every list. About it, or, where it is the same person as another, about [it, the one kept]. */
export const setAside = eventType('casefile.setAside', {
  class: 'file',
  sealed: false,
  lasting: true,
  detail: z.object({ because: z.enum(settingAside) }),
})
/** The file stands in the lists again; about the same files as the setting aside that it undoes. */
export const takenBack = eventType('casefile.takenBack', {
  class: 'file',
  sealed: false,
  lasting: true,
  detail: z.object({}),
})

export const events = [described, operationDescribed, setAside, takenBack] as EventType<never>[]

export const descriptionOf = (file: CaseFile): Description | undefined => lastOf(file, described)?.detail
export const operationOf = (file: CaseFile): Operation | undefined => lastOf(file, operationDescribed)?.detail
