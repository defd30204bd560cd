import { z } from 'zod'
import { type CaseFile, type EventType, eventsOf, eventType, lastOf } from '../../casefile/event.ts'
import { Day } from '../../casefile/model.ts'

const Text = z.string().trim().min(1, { error: 'missing' }).max(200)
const Note = z.string().trim().min(1, { error: 'missing' }).max(1000)

/** How a request came, and the way back to the requester. */
export const channels = ['self', 'phone', 'letter', 'consul', 'organisation'] as const
export const Channel = z.enum(channels)
export type Channel = z.infer<typeof Channel>

/** A mother in a prison asks through a consul, and is reached through the same and in no other way. */
export const Reach = z.object({
  contact: Text,
  channel: Channel.default('self'),
  /** Who stands between: the consul, the organisation, the one who carries letters. */
  through: Text.optional(),
  inCustody: z.boolean().default(false),
})
export type Reach = z.infer<typeof Reach>
/** The way to the requester has changed; it replaces the earlier one as a whole. */
export const reached = eventType('tracing.reached', { class: 'tracing', sealed: true, detail: Reach })

export const identifications = [
  'passport',
  'consular-visit',
  'court-paper',
  'known-relative',
  'not-yet',
] as const
/** How it is known who asks, by whom it was made sure, and when. */
export const Identification = z.object({
  how: z.enum(identifications),
  by: Text,
  on: Day,
  note: Note.optional(),
})
export type Identification = z.infer<typeof Identification>
export const identified = eventType('tracing.identified', {
  class: 'tracing',
  sealed: true,
  detail: Identification,
})

/** A person spoke with the requester about a child who may be the one. */
export const Conversation = z.object({ on: Day, how: Channel, note: Note.optional() })
export type Conversation = z.infer<typeof Conversation>
export const spoke = eventType('tracing.spoke', { class: 'tracing', sealed: true, detail: Conversation })

/** The requester was asked for DNA: the next station has the case. */
export const passedOn = eventType('tracing.passedOn', {
  class: 'tracing',
  sealed: false,
  detail: z.object({}),
})

/** What a requester wrote later, by number and secret. */
export const MOST_UNREAD = 5
export const MOST_NOTES = 40
export const added = eventType('tracing.added', {
  class: 'tracing',
  sealed: true,
  detail: z.object({ note: Note }),
  fromHolder: true,
})
/** Somebody read what was added up to now. */
export const notesRead = eventType('tracing.notesRead', {
  class: 'tracing',
  sealed: false,
  detail: z.object({}),
})

export const requesterEvents = [reached, identified, spoke, passedOn, added, notesRead] as EventType<never>[]

export const identificationOf = (file: CaseFile): Identification | undefined =>
  lastOf(file, identified)?.detail
export const isIdentified = (file: CaseFile): boolean =>
  (identificationOf(file)?.how ?? 'not-yet') !== 'not-yet'

export type AddedNote = { id: string; text: string; at: string; isNew: boolean }

export function notesOf(file: CaseFile): AddedNote[] {
  const read = lastOf(file, notesRead)?.seq ?? 0
  return eventsOf(file, added).map(({ id, seq, recordedAt, detail }) => ({
    ...{ id, text: detail.note, at: recordedAt, isNew: seq > read },
  }))
}

export type ReachProblem = { field: 'through' | 'channel'; code: 'missing' | 'custody-needs-channel' }

/** Who is in custody needs somebody between; who asks through somebody must say through whom. */
export function reachProblem(reach: Partial<Omit<Reach, 'contact'>>): ReachProblem | undefined {
  const channel = reach.channel ?? 'self'
  if (reach.inCustody && (channel === 'self' || channel === 'phone'))
    return { field: 'channel', code: 'custody-needs-channel' }
  const needsSomebody = channel === 'consul' || channel === 'organisation'
  return needsSomebody && !reach.through ? { field: 'through', code: 'missing' } : undefined
}
