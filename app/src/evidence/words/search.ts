import type { Messages } from '../../design/languages/messages.ts'

/** The search, and the board of children beside families. */
export const searchWords = {} satisfies Messages
