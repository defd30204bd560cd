import type { Messages } from '../../design/languages/messages.ts'

export const setupWords = {} satisfies Messages
