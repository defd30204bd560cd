import type { EventType } from '../event.ts'

export const events: EventType<never>[] = []
