import { words as casefile } from '../casefile/words.ts'
import { words as clearance } from '../clearance/words.ts'
import type { Messages } from '../design/languages/messages.ts'
import { words as evacuation } from '../evacuation/words.ts'
import { words as evidence } from '../evidence/words.ts'
import { words as publication } from '../publication/words.ts'
import { words as reintegration } from '../reintegration/words.ts'
import { words as tracing } from '../tracing/words.ts'
import { words as shell } from './words.ts'

/** The words of every room, for the frame and the lists that speak of all of them. */
export const allWords: Messages = {
  ...publication,
  ...reintegration,
  ...evacuation,
  ...clearance,
  ...evidence,
  ...tracing,
  ...casefile,
  ...shell,
}
