import { words as events } from './words/events.ts'
import { words as refusals } from './words/refusals.ts'

export const words = { ...events, ...refusals }
