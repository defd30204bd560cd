import { buildIndex, type NameIndex, search } from '@sandsage/names'
import { keyOf } from '../text.ts'
import { type Beginnings, layOut } from './beginnings.ts'

/** The distinct words of names, laid out to be found by their sound. Word n is `words[n]`, borne by `bearers[n]`. */
export type Words = { words: string[]; bearers: number[][]; index: NameIndex }

/** Two short neighbours may be one name elsewhere (Нур Али, Нурали). */
const SHORT = 5

/** The words of a name under which it is found: each, and two short neighbours as one. */
export function wordsOf(text: string): string[] {
  const words = keyOf(text)
    .split(' ')
    .filter((word) => word.length > 0)
  const joined = words.slice(1).flatMap((word, at) => {
    const before = words[at]!
    return before.length <= SHORT && word.length <= SHORT ? [before + word] : []
  })
  return [...new Set([...words, ...joined])]
}

export function layOutWords(texts: readonly string[]): Words & Beginnings {
  const beginnings = layOut(texts.map(wordsOf))
  const named = beginnings.words.map((word, at) => ({ id: String(at), name: word }))
  return { ...beginnings, index: buildIndex(named) }
}

/** Distinct words looked at for a word of the question: the spellings of one name, in all scripts, are fewer. */
const MOST = 80
/** Less than this (log10) is a word that only resembles it. */
const LEAST = 0.5

/** Words that sound like this one, or like it and the next one as one, with what each says. */
export function findSounding(
  { bearers, index }: Words,
  word: string,
  next: string | undefined,
): { bearers: number[]; log10LR: number }[] {
  const asOne = next && word.length <= SHORT && next.length <= SHORT ? [word + next] : []
  return [word, ...asOne].flatMap((one) =>
    search(index, one, MOST)
      .filter((hit) => hit.log10LR >= LEAST)
      .map((hit) => ({ bearers: bearers[Number(hit.id)]!, log10LR: hit.log10LR })),
  )
}
