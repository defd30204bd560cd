import type { Messages } from '../design/languages/messages.ts'
import { refusalWords } from './words/refusals.ts'
import { screenWords } from './words/screen.ts'

/** Every sentence of this station, in the four languages of the house. */
export const words: Messages = { ...refusalWords, ...screenWords }
