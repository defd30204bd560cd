import { z } from 'zod'
import { type CaseFile, type EventType, eventType, type LogEvent } from '../../casefile/event.ts'

const Why = z.string().trim().min(1, { error: 'missing' }).max(1000)

/** Two files that look alike are of two different people. About both, in either order. */
export const toldApart = eventType('tracing.toldApart', {
  class: 'file',
  sealed: false,
  detail: z.object({}),
})
/** That is no longer certain: the two may be suggested again. */
export const doubted = eventType('tracing.doubted', {
  class: 'file',
  sealed: false,
  detail: z.object({}),
})
/** Why, in words: personal, so in each of the two files by itself. */
export const apartReasoned = eventType('tracing.apartReasoned', {
  class: 'file',
  sealed: true,
  detail: z.object({ other: z.uuid(), apart: z.boolean(), reason: Why }),
})

export const duplicateEvents = [toldApart, doubted, apartReasoned] as EventType<never>[]

export type Apart = { other: string; by: string | null; at: string; reason: string | undefined }

/** Who this person was told apart from, as it stands, with the reason that was given last. */
export function apartFrom(file: CaseFile): Apart[] {
  const standing = new Map<string, LogEvent>()
  const reasons = new Map<string, string>()
  for (const event of file.events) {
    if (event.type === apartReasoned.type) {
      const { other, reason } = event.detail as z.infer<typeof apartReasoned.detail>
      reasons.set(other, reason)
    }
    const other = event.about.find((id) => id !== file.id)
    if (!other) continue
    if (event.type === toldApart.type) standing.set(other, event)
    if (event.type === doubted.type) standing.delete(other)
  }
  return [...standing].map(([other, { by, recordedAt }]) => ({
    ...{ other, by, at: recordedAt, reason: reasons.get(other) },
  }))
}
