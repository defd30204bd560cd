import type { Messages } from '../design/languages/messages.ts'

/** Every sentence of this station, in the four languages of the house. */
export const words: Messages = {}
