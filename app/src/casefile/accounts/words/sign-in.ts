import type { Messages } from '../../../design/languages/messages.ts'

export const words = {} satisfies Messages
