import type { AnswerOf } from '../../casefile/asking.ts'
import type { operations as consenting } from '../../casefile/consenting.ts'
import type { Names } from '../../casefile/model.ts'
import type { operations as people } from '../../casefile/operations.ts'
import { nameIn } from '../../casefile/rules.ts'
import { asking } from '../../casefile/screens/use.tsx'
import { useLanguage, useWords } from '../../design/languages/LanguageProvider.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'

export const evidence = asking<typeof operations>('evidence')
export const casefile = asking<typeof people & typeof consenting>('casefile')

export type Family = AnswerOf<typeof operations, 'openFamily'>
export type OpenedClaim = AnswerOf<typeof operations, 'openClaim'>
export type Report = AnswerOf<typeof operations, 'reportOfClaim'>
export type AdviceOpened = AnswerOf<typeof operations, 'openAdvice'>
export type AdvicePerson = AdviceOpened['people'][number]
export type Named = { id: string; kind: string; names: Names }
export type ListedClaim = AnswerOf<typeof operations, 'listClaims'>['claims'][number]
export type ListedKit = AnswerOf<typeof operations, 'listKits'>['kits'][number]
export type PlannedSample = AnswerOf<typeof operations, 'planProfileImport'>['samples'][number]

export const useT = () => useWords(words)

/** A name in the reader's language as plain text, for choices and drawings. */
export function useNameOf(): (names: Names) => string {
  const language = useLanguage()
  return (names) => nameIn(names, language).text
}
