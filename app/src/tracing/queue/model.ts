import { z } from 'zod'
import { type CaseFile, type EventType, eventsOf, eventType, lastOf } from '../../casefile/event.ts'
import { Day } from '../../casefile/model.ts'

/** What may wait on a request, in the order in which it usually comes. */
export const works = ['read', 'note', 'identify', 'join', 'decide', 'speak', 'dna'] as const
export const Work = z.enum(works)
export type Work = z.infer<typeof Work>

/** Days until a stage is late. */
export type Pace = Record<Work, number>
const Days = z.number().int().min(1).max(365)
export const PaceChange = z.partialRecord(Work, Days)
export type PaceChange = z.infer<typeof PaceChange>

/** Who has the request; null gives it back. About the relative; open, because it names a worker alone. */
export const owned = eventType('tracing.owned', {
  class: 'tracing',
  sealed: false,
  detail: z.object({ owner: z.uuid().nullable() }),
})
export const PutOff = z.object({
  work: Work,
  until: Day,
  reason: z.string().trim().min(1, { error: 'missing' }).max(1000),
})
export type PutOff = z.infer<typeof PutOff>
/** It can wait until a day. Sealed: the reason speaks of the person. */
export const putOff = eventType('tracing.putOff', { class: 'tracing', sealed: true, detail: PutOff })
/** How long each stage may take in an operation. About the operation; stages not named keep theirs. */
export const paceSet = eventType('tracing.paceSet', {
  class: 'tracing',
  sealed: false,
  detail: z.object({ days: PaceChange }),
})

export const queueEvents = [owned, putOff, paceSet] as EventType<never>[]

/** Assumed, see docs/decisions/0051-people-who-ask.md. */
export const USUAL_PACE: Pace = { read: 2, note: 3, identify: 14, join: 7, decide: 3, speak: 2, dna: 7 }

export const paceOf = (operation: CaseFile): Pace => ({
  ...USUAL_PACE,
  ...Object.assign({}, ...eventsOf(operation, paceSet).map((event) => event.detail.days)),
})

export const ownerOf = (file: CaseFile): string | null => lastOf(file, owned)?.detail.owner ?? null

/** The last putting off of each kind of work, and when it was said. */
export function putOffsOf(file: CaseFile): Map<Work, PutOff & { at: string }> {
  return new Map(
    eventsOf(file, putOff).map(({ detail, recordedAt }) => [detail.work, { ...detail, at: recordedAt }]),
  )
}
