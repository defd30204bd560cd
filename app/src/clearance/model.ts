import type { EventType } from '../casefile/event.ts'

export const events: EventType<never>[] = []
