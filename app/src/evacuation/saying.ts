import type { Language } from '../design/languages/language.ts'
import { type Messages, wordsOf } from '../design/languages/messages.ts'
import { peopleWords } from './words/people.ts'
import { reasonWords } from './words/reasons.ts'

const messages: Messages = { ...peopleWords, ...reasonWords }

/** A recorded reason, as the log keeps it. */
export type Reason = { code: string; [fact: string]: unknown }
export type NameOf = (id: string) => string

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** A list in a sentence: `a, b`; the Arabic comma in Arabic. */
export const listIn = (language: Language, items: readonly string[]): string =>
  items.join(language === 'ar' ? '، ' : ', ')

/** What one on a team is, in the reader's words; as written where the profession has no word of ours. */
export const professionIn = (language: Language, code: string): string =>
  known(language, 'profession', code) ?? code

export const languageIn = (language: Language, code: string): string =>
  known(language, 'language', code) ?? code

function known(language: Language, kind: string, code: string): string | undefined {
  const key = `evacuation.${kind}.${code}`
  return key in messages ? wordsOf(messages, language)(key) : undefined
}

/** What a child still lacks, from the codes of its readiness. */
export const lacksIn = (language: Language, codes: readonly string[]): string =>
  listIn(language, [
    ...new Set(codes.map((code) => known(language, 'lacks', code) ?? known(language, 'lacks', 'other')!)),
  ])

/** Why somebody waits, as a sentence: for the screen, the child's page and the manifest alike. */
export function becauseIn(language: Language, reason: Reason, nameOf: NameOf): string {
  const key = keyOf(reason)
  return wordsOf(messages, language)(key in messages ? key : 'evacuation.because.other', {
    code: reason.code,
    what: lacksIn(language, texts(reason.because)),
    who: listIn(language, texts(reason.for).map(nameOf)),
    reason: String(reason.reason ?? ''),
    needed: Number(reason.needed ?? 0),
    free: Number(reason.free ?? 0),
    profession: professionIn(language, String(reason.profession ?? '')),
    professions: listIn(
      language,
      texts(reason.professions).map((one) => professionIn(language, one)),
    ),
    languages: listIn(
      language,
      texts(reason.languages).map((one) => languageIn(language, one)),
    ),
  })
}

function keyOf({ code, profession, languages }: Reason): string {
  if (code !== 'no-escort') return `evacuation.because.${code}`
  if (profession) return 'evacuation.because.no-escort-profession'
  return texts(languages).length > 0
    ? 'evacuation.because.no-escort-languages'
    : 'evacuation.because.no-escort'
}
