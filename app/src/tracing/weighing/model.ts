import { z } from 'zod'
import { type CaseFile, type EventType, eventType, lastOf } from '../../casefile/event.ts'

/** The most anybody may say of children on no list; more is a slip of the hand. */
export const MOST_UNLISTED = 100_000

/**
 * How many are believed missing who are on no list yet: what the desk counts on before anything is compared. Null
 * takes it back to what is assumed. About the operation.
 */
export const expected = eventType('tracing.expected', {
  class: 'tracing',
  sealed: false,
  detail: z.object({ unlisted: z.number().int().min(0).max(MOST_UNLISTED).nullable() }),
})

export const weighingEvents = [expected] as EventType<never>[]

export const unlistedOf = (operation: CaseFile): number | undefined =>
  lastOf(operation, expected)?.detail.unlisted ?? undefined
