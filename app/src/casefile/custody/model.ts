import { z } from 'zod'
import { type CaseFile, type EventType, eventsOf, eventType } from '../event.ts'
import { Day } from '../model.ts'

const Text = z.string().trim().min(1).max(2000)

/**
 * Where a parent is held: the place as people say it, since when, until when. A later note does not replace an
 * earlier one; the newest says how it stands. Only ever in the file of the one who is held.
 */
export const Custody = z.object({
  place: z.string().trim().min(1).max(200),
  since: Day.optional(),
  until: Day.optional(),
  note: Text.optional(),
})
export type Custody = z.infer<typeof Custody>

export const custodyNoted = eventType('casefile.custodyNoted', {
  class: 'custody',
  sealed: true,
  detail: Custody,
})

export const events = [custodyNoted] as EventType<never>[]

/** What was noted, newest first. */
export const custodyOf = (file: CaseFile) => eventsOf(file, custodyNoted).reverse()
