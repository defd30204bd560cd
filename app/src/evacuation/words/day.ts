import type { Messages } from '../../design/languages/messages.ts'

export const dayWords = {} satisfies Messages
