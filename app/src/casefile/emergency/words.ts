import type { Messages } from '../../design/languages/messages.ts'
import { words as refusals } from './words/refusals.ts'
import { words as screen } from './words/screen.ts'

export const words = { ...refusals, ...screen } satisfies Messages
