import type { Messages } from '../../design/languages/messages.ts'

export const gateWords = {} satisfies Messages
