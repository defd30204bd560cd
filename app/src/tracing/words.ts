import type { Messages } from '../design/languages/messages.ts'
import { askWords } from './words/ask.ts'
import { deskWords } from './words/desk.ts'
import { noWords } from './words/no.ts'
import { reasonWords } from './words/reasons.ts'

/** Every sentence of this station, in the four languages of the house. */
export const words: Messages = { ...askWords, ...deskWords, ...reasonWords, ...noWords }
