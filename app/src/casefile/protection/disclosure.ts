import { z } from 'zod'
import type { LogEvent } from '../event.ts'

/** What stands for another person in what somebody is told about themselves. */
export const others = [
  'mother',
  'father',
  'companion',
  'witness',
  'interpreter',
  'official',
  'worker',
  'somebody',
] as const
export type Other = (typeof others)[number]

const Value: z.ZodType<unknown> = z.unknown()

/**
 * What is kept about one person, for that person: format `sandsage subject access 1`. `facts` in the order they were
 * recorded, of one class of data each; `said` is what was recorded, with other people's names and numbers left out
 * (`{ "other": "mother" }` stands for one). `by` is the profession of who recorded it.
 */
export const Disclosure = z
  .object({
    format: z.literal('sandsage subject access 1'),
    person: z.uuid(),
    language: z.enum(['kk', 'ru', 'en', 'ar']),
    madeAt: z.string(),
    request: z.object({ receivedOn: z.string(), identified: z.string() }),
    facts: z.array(
      z.object({
        class: z.string(),
        type: z.string(),
        at: z.string(),
        by: z.string().nullable(),
        said: z.record(z.string(), Value),
      }),
    ),
    /** Who opened the file, by profession, and when. */
    opened: z.array(z.object({ at: z.string(), by: z.string().nullable() })),
    /** How long each kind of data that is there is kept, and on what ground. */
    kept: z.array(z.object({ data: z.string(), until: z.string(), ground: z.string() })),
  })
  .meta({ id: 'SubjectAccess' })
export type Disclosure = z.infer<typeof Disclosure>

/** Fields that name somebody else, and who that is to the person. */
const naming: Record<string, Other> = {
  ...{
    mother: 'mother',
    father: 'father',
    companions: 'companion',
    witness: 'witness',
    witnesses: 'witness',
  },
  ...{ interpreter: 'interpreter', signedBy: 'official', gaveName: 'official', gaveOffice: 'official' },
  ...{ receivedBy: 'somebody', givenBy: 'somebody', seenBy: 'worker', from: 'somebody', to: 'somebody' },
  ...{ claimant: 'somebody', through: 'official', by: 'worker', owner: 'worker', sought: 'somebody' },
}
/** What says nothing to a person: what programs need, and secrets. */
const silent = ['secretHash', 'sha256', 'paper', 'import', 'external']
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** A row of somebody else, as in the drawing of a family. */
const isOther = (one: unknown, own: string): boolean =>
  typeof one === 'object' && one !== null && 'id' in one && one.id !== own

/** `hidden`: other people's names, to be left out of free text too. */
export function withoutOthers(value: unknown, own: string, hidden: string[]): unknown {
  if (typeof value === 'string')
    return ID.test(value) ? (value === own ? 'you' : { other: 'somebody' }) : hide(value, hidden)
  if (Array.isArray(value))
    return value.filter((one) => !isOther(one, own)).map((one) => withoutOthers(one, own, hidden))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !silent.includes(key))
      .map(([key, one]) => {
        const other = naming[key]
        const isSelf = one === own
        return [key, other && one !== null && !isSelf ? { other } : withoutOthers(one, own, hidden)]
      }),
  )
}

const hide = (text: string, hidden: string[]): string =>
  hidden.reduce((left, name) => left.replaceAll(name, '[…]'), text)

const opening = 'casefile.opened'

type Told = LogEvent & { class: string }
export type Telling = Pick<Disclosure, 'person' | 'language' | 'madeAt' | 'request' | 'kept'> & {
  events: Told[]
  hidden: string[]
  professionOf: (account: string | null) => string | null
}

export function discloseAll({ events, hidden, professionOf, ...head }: Telling): Disclosure {
  const facts = events
    .filter((event) => event.type !== opening)
    .map((event) => ({
      ...{ class: event.class, type: event.type, at: event.occurredAt, by: professionOf(event.by) },
      said: withoutOthers(event.detail, head.person, hidden) as Record<string, unknown>,
    }))
  const opened = events
    .filter((event) => event.type === opening)
    .map((event) => ({ at: event.recordedAt, by: professionOf(event.by) }))
  return { format: 'sandsage subject access 1', ...head, facts, opened }
}
