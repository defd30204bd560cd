import { z } from 'zod'
import { professions } from '../access.ts'
import { type EventType, eventType } from '../event.ts'

/** Who went past the wall, when and for how long: open, so that it outlives an erased person. Ids and facts alone. */
const open = <D>(type: string, detail: z.ZodType<D>): EventType<D> =>
  eventType(`emergency.${type}`, { class: 'protection', sealed: false, detail })

/** Somebody asked for a file they are not assigned to; its id is the emergency's. `second`: nothing opens before one agrees. */
export const asked = open(
  'asked',
  z.object({ profession: z.enum(professions), hours: z.number().positive(), second: z.boolean() }),
)
export const agreed = open('agreed', z.object({ emergency: z.uuid(), hours: z.number().positive() }))
/** Ended before its time, or taken back before anybody agreed. */
export const ended = open('ended', z.object({ emergency: z.uuid() }))

export const Found = z.enum(['right', 'wrong'])
export const reviewed = open('reviewed', z.object({ emergency: z.uuid(), found: Found }))

/** In people's own words, about the person whose file it is: sealed with that person's key. */
export const Reason = z.string().trim().min(20).max(1000)
export const said = eventType('emergency.said', {
  class: 'protection',
  sealed: true,
  detail: z.object({ emergency: z.uuid(), as: z.enum(['reason', 'review']), text: z.string() }),
})

export const events = [asked, agreed, ended, reviewed, said] as EventType<never>[]
