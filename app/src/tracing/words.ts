import type { Messages } from '../design/languages/messages.ts'
import { askWords } from './words/ask.ts'
import { deskWords } from './words/desk.ts'
import { duplicateWords } from './words/duplicates.ts'
import { familyWords } from './words/family.ts'
import { findingWords } from './words/finding.ts'
import { importWords } from './words/import.ts'
import { markWords } from './words/marks.ts'
import { noWords } from './words/no.ts'
import { queueWords } from './words/queue.ts'
import { reasonWords } from './words/reasons.ts'
import { requestWords } from './words/request.ts'
import { reviewWords } from './words/review.ts'

/** Every sentence of this station, in the four languages of the house. */
export const words: Messages = {
  ...askWords,
  ...deskWords,
  ...requestWords,
  ...queueWords,
  ...familyWords,
  ...reasonWords,
  ...markWords,
  ...reviewWords,
  ...importWords,
  ...duplicateWords,
  ...findingWords,
  ...noWords,
}
