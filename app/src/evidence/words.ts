import type { Messages } from '../design/languages/messages.ts'
import { adviceWords } from './words/advice.ts'
import { boardWords } from './words/board.ts'
import { claimWords } from './words/claims.ts'
import { decisionRefusals } from './words/decisions.ts'
import { words as dependence } from './words/dependence.ts'
import { familyWords, problemWords } from './words/families.ts'
import { formatWords } from './words/formats.ts'
import { recorded } from './words/recorded.ts'
import { sampleRefusals } from './words/refusals.ts'
import { reportWords } from './words/report.ts'
import { searchWords } from './words/search.ts'
import { searchRefusals } from './words/search-refusals.ts'

/** What the house's rule is behind each no of a drawing. */
const drawingRule = {
  kk: 'Отбасы сызбасы мүмкін болатын туыстықты көрсетуі керек.',
  ru: 'Рисунок семьи должен быть возможной родословной.',
  en: 'A drawn family must be a possible pedigree.',
  ar: 'يجب أن يكون رسم العائلة نسبًا ممكنًا.',
}
const drawingCodes = [
  'family-drawn-twice',
  'family-parent-not-drawn',
  'family-mother-not-female',
  'family-father-not-male',
  'family-own-ancestor',
  'family-parent-younger',
]
const drawingRules: Messages = Object.fromEntries(drawingCodes.map((code) => [`rule.${code}`, drawingRule]))

/** Every sentence of this station, in the four languages of the house. */
export const words: Messages = {
  ...recorded,
  ...adviceWords,
  ...claimWords,
  ...reportWords,
  ...familyWords,
  ...problemWords,
  ...formatWords,
  ...sampleRefusals,
  ...decisionRefusals,
  ...dependence,
  ...drawingRules,
  ...searchWords,
  ...boardWords,
  ...searchRefusals,
}
