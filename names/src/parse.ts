import * as M from './rules/markers.ts'
import { type Sounds, toSounds } from './slots.ts'
import { cleanText, splitClean } from './text.ts'

export type Sex = 'female' | 'male'
export type Role = 'given' | 'patronymic' | 'surname' | 'kunya' | 'unknown'

/**
 * One part of a written name. `text` as cleaned; `whole` its sounds; `stem` the sounds without the patronymic
 * or surname ending or the Arabic article, where there is one; `sex` of the bearer where an ending or a word
 * such as Umm tells it.
 */
export type NamePart = { text: string; role: Role; whole: Sounds; stem: Sounds | null; sex: Sex | null }

/** No name is read past this many parts. */
const MAX_PARTS = 8
const SHORTEST_STEM = 3

/** A part as letters: all of them, and without ending, marker or article. */
export type Draft = { text: string; role: Role; letters: string; stem: string }

const cut = (word: string, endings: readonly RegExp[]): string | null => {
  for (const ending of endings) {
    const stem = word.replace(ending, '')
    if (stem !== word && stem.length >= SHORTEST_STEM) return stem
  }
  return null
}

const withoutArticle = (word: string): string =>
  word.startsWith('ال') && word.length >= 5 ? word.slice(2) : word

/** The adjective of a place or tribe: with the article, ending in -i (الحسني, al-Hasani). */
const NISBA = /(ي|ى|ية|يه|i|y|и|iya|iyya|ия)$/u

/** A single word by its own ending. */
const draftWord = (word: string): Draft => {
  const father = cut(word, M.FATHER_ENDING)
  if (father) return { text: word, role: 'patronymic', letters: word, stem: father }
  const family = cut(word, M.SURNAME_ENDING)
  if (family) return { text: word, role: 'surname', letters: word, stem: family }
  const stem = withoutArticle(word)
  const role = stem !== word && NISBA.test(word) ? 'surname' : 'unknown'
  return { text: word, role, letters: word, stem }
}

/** A person called after a relative: "mother of Ali", Әлидің анасы. */
const parentAt = (words: string[], at: number): { draft: Draft; taken: number } | null => {
  const [word, next] = [words[at]!, words[at + 1]!]
  const of = M.PARENT_OF.has(word) && next === 'of' && words[at + 2] !== undefined ? 2 : 1
  if (M.PARENT_BEFORE.has(word) || of === 2) {
    const { draft, taken } = joinAt(words, at + of)
    const stem = draft.stem || draft.letters
    const text = [...words.slice(at, at + of), draft.text].join(' ')
    return { draft: { text, role: 'kunya', letters: word + draft.letters, stem }, taken: taken + of }
  }
  if (!M.PARENT_AFTER.has(next)) return null
  const stem = cut(word, [M.GENITIVE]) ?? word
  return { draft: { text: `${word} ${next}`, role: 'kunya', letters: word + next, stem }, taken: 2 }
}

/** Words that belong to one part: what role the first gives, and how many words it takes. */
const joinAt = (words: string[], at: number): { draft: Draft; taken: number } => {
  const word = words[at]!
  const next = words[at + 1]
  const joined = (role: Role, taken: number, stemFrom: number): { draft: Draft; taken: number } => {
    const run = words.slice(at, at + taken)
    const stem = run.slice(stemFrom).map(withoutArticle).join('')
    return { draft: { text: run.join(' '), role, letters: run.join(''), stem }, taken }
  }
  if (next === undefined) return { draft: draftWord(word), taken: 1 }
  const parent = parentAt(words, at)
  if (parent) return parent
  const article = M.INNER_ARTICLE.has(next) && words[at + 2] !== undefined
  const of = M.CHILD_OF.has(word) && next === 'of' && words[at + 2] !== undefined ? 2 : 1
  if (M.FATHER_BEFORE.has(word) || of === 2) {
    const { draft, taken } = joinAt(words, at + of)
    const text = [...words.slice(at, at + of), draft.text].join(' ')
    return { draft: { ...draft, text, role: 'patronymic' }, taken: taken + of }
  }
  if (M.KUNYA.has(word) && !article) {
    const { draft, taken } = joinAt(words, at + 1)
    const text = `${word} ${draft.text}`
    const stem = draft.stem || draft.letters
    return { draft: { text, role: 'kunya', letters: word + draft.letters, stem }, taken: taken + 1 }
  }
  if (M.KUNYA.has(word)) return joined('kunya', 3, 2)
  if (M.SERVANT.has(word)) return joined('unknown', article ? 3 : 2, 0)
  if (M.FAITH.has(next)) return joined('unknown', 2, 0)
  if (article && M.FAITH.has(words[at + 2]!)) return joined('unknown', 3, 0)
  if (M.FATHER_AFTER.has(next)) {
    const draft = joined('patronymic', 2, 0).draft
    return { draft: { ...draft, stem: withoutArticle(word) }, taken: 2 }
  }
  if (M.ARTICLE.has(word)) return joined(NISBA.test(next) ? 'surname' : 'unknown', 2, 1)
  return { draft: draftWord(word), taken: 1 }
}

/** The words that may be names; a title stays when nothing else does. */
const namingWords = (words: string[]): string[] => {
  const naming = words.filter((word) => !M.NO_NAME.has(word))
  const kept = naming.filter((word) => !M.TITLE.has(word))
  return kept.length > 0 ? kept : naming
}

const sexOf = (text: string, role: Role): Sex | null => {
  if (role === 'given' || role === 'unknown') return null
  if (M.FEMALE.some((mark) => mark.test(text))) return 'female'
  return M.MALE.some((mark) => mark.test(text)) ? 'male' : null
}

/** The first part no ending or marker explains is the given name. */
const nameGiven = (drafts: Draft[]): Draft[] => {
  const first = drafts.findIndex((d) => d.role === 'unknown')
  return drafts.map((d, i) => (i === first ? { ...d, role: 'given' } : d))
}

/** The parts of a written name as letters only: what an index needs, in a tenth of the time. */
export const draftName = (text: string): Draft[] => {
  const clean = cleanText(text).replace(M.LABEL, ' ').replace(M.NO_NAME_PHRASES, ' ')
  const words = namingWords(splitClean(clean))
  const drafts: Draft[] = []
  for (let at = 0; at < words.length && drafts.length < MAX_PARTS; ) {
    const { draft, taken } = joinAt(words, at)
    drafts.push(draft)
    at += taken
  }
  return nameGiven(drafts)
}

/**
 * A written name -> its parts with their roles, in the order written. Empty for a text without letters.
 * Example: `parseName('Әйгерім Серікқызы Ахметова')` has the roles given, patronymic, surname;
 * `parseName('ابو حسن')` has one part, a kunya.
 */
export const parseName = (text: string): NamePart[] =>
  draftName(text).map(({ text, role, letters, stem }) => ({
    text,
    role,
    whole: toSounds(letters),
    stem: stem !== letters && stem.length > 0 ? toSounds(stem) : null,
    sex: sexOf(text, role),
  }))
