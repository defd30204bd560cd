import { z } from 'zod'
import { type EventType, eventType } from '../event.ts'

/**
 * What is sealed in these files was opened, for this operation of the house. Written by the house itself with the
 * question that opened them; about all it opened, because it says nothing of any of them.
 */
export const opened = eventType('casefile.opened', {
  class: 'opening',
  sealed: false,
  // Those from before say no more than that the file itself was opened.
  // `emergency`: while an emergency of that person on that file lasted.
  detail: z.object({ for: z.string().max(80).optional(), emergency: z.literal(true).optional() }),
})

export const events = [opened] as EventType<never>[]
