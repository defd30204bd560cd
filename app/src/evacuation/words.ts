import type { Messages } from '../design/languages/messages.ts'
import { refusals } from './words/refusals.ts'

/** Every sentence of this station, in the four languages of the house. */
export const words = { ...refusals } satisfies Messages
