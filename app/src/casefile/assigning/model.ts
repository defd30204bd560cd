import { z } from 'zod'
import { type CaseFile, type EventType, eventType, lastOf } from '../event.ts'
import { Instant, Region } from '../model.ts'

/** What somebody can be let work on, beside the whole house: that is for two administrators to say. */
export const scopes = ['operation', 'file', 'family', 'region'] as const
export const Scope = z.enum(scopes)
export type Scope = z.infer<typeof Scope>

/**
 * Who works on a file, a family, an operation, or the children of an operation placed in a region; from when, until
 * when. A later one of the same person on the same stands in its place; one with a past `until` withdraws it.
 */
export const Assignment = z
  .object({
    actor: z.uuid(),
    scope: Scope,
    region: Region.optional(),
    begins: Instant.optional(),
    until: Instant.optional(),
  })
  .refine(({ scope, region }) => (scope === 'region') === (region !== undefined), {
    path: ['region'],
    error: 'region-needed',
  })
  .refine(({ begins, until }) => !begins || !until || Date.parse(begins) < Date.parse(until), {
    path: ['until'],
    error: 'ends-before-it-begins',
  })
export type Assignment = z.infer<typeof Assignment>
export const assigned = eventType('casefile.assigned', {
  class: 'file',
  sealed: false,
  lasting: true,
  detail: Assignment,
})

/** Who belongs to a family: about the family's own file and everybody who is or was in it. */
export const Family = z.object({ members: z.array(z.uuid()).min(1).max(100) })
export const familyDescribed = eventType('casefile.familyDescribed', {
  class: 'file',
  sealed: false,
  lasting: true,
  detail: Family,
})

export const events = [assigned, familyDescribed] as EventType<never>[]

export const membersOf = (family: CaseFile): string[] => lastOf(family, familyDescribed)?.detail.members ?? []
