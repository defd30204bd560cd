import { compare, detectScript, fold, type Script } from '@sandsage/names'
import { keyOf } from '../text.ts'
import { soundOf } from './sound.ts'

/** Words of names laid out to be found by how they begin: in their own letters, and by their consonants in others. */
export type Beginnings = {
  words: string[]
  /** Which names bear each word. */
  bearers: number[][]
  bySound: Keyed[]
  bySkeleton: Keyed[]
}
type Keyed = { key: string; word: number }

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** `wordsOf[n]` are the words of name n, each once. */
export function layOut(wordsOf: readonly string[][]): Beginnings {
  const bearing = new Map<string, number[]>()
  for (const [at, words] of wordsOf.entries())
    for (const word of words) {
      const bearers = bearing.get(word)
      if (bearers) bearers.push(at)
      else bearing.set(word, [at])
    }
  const words = [...bearing.keys()].sort(byText)
  const keyed = (keyFor: (word: string) => string): Keyed[] =>
    words
      .map((word, at) => ({ key: keyFor(word), word: at }))
      .filter(({ key }) => key !== '')
      .sort((a, b) => byText(a.key, b.key))
  const bearers = words.map((word) => bearing.get(word)!)
  return { words, bearers, bySound: keyed(soundOf), bySkeleton: keyed(skeletonOf) }
}

const skeletonOf = (word: string): string => fold(word).replaceAll(' ', '')

/** Where the first entry stands that is not before `text`. */
function firstFrom<T>(sorted: readonly T[], text: string, keyed: (one: T) => string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyed(sorted[middle]!) < text) low = middle + 1
    else high = middle
  }
  return low
}

const startingWith = <T>(
  sorted: readonly T[],
  text: string,
  keyed: (one: T) => string,
  most: number,
): T[] => {
  const from = firstFrom(sorted, text, keyed)
  let to = from
  while (to < sorted.length && to - from < most && keyed(sorted[to]!).startsWith(text)) to++
  return sorted.slice(from, to)
}

/** Fewer letters begin half the names there are. */
const SHORTEST: Record<Script, number> = { latin: 2, cyrillic: 2, arabic: 2, other: 1, none: 99 }
/** Words looked at, and words of other scripts compared one by one. */
const MOST_WORDS = 400
const MOST_COMPARED = 60
/** A beginning written in another script must sound like it at least so clearly (log10). */
const CLEAR = 0.8

export type Begun = { word: string; names: number[] }

/** The words that begin so, the shortest first. */
export function findBegun(all: Beginnings, typed: string): Begun[] {
  const { words, bearers } = all
  const start = keyOf(typed)
  const script = detectScript(start)
  if (start.includes(' ') || start.length < SHORTEST[script]) return []
  const own = startingWith(words, start, (word) => word, MOST_WORDS)
  const found = [...new Set([...own, ...bySound(all, start), ...bySkeleton(all, start, script)])]
  return found
    .sort((a, b) => a.length - b.length || byText(a, b))
    .map((word) => ({ word, names: bearers[firstFrom(words, word, (one) => one)]! }))
}

/** Cyrillic and Latin letters go nearly one to one, and so do Kazakh and Russian ones. */
function bySound({ words, bySound }: Beginnings, start: string): string[] {
  const sound = soundOf(start)
  if (sound.length < 2) return []
  return startingWith(bySound, sound, ({ key }) => key, MOST_WORDS).map(({ word }) => words[word]!)
}

/** Arabic letters leave the vowels out: consonants first, then what was typed beside the beginning of the word. */
function bySkeleton({ words, bySkeleton }: Beginnings, start: string, script: Script): string[] {
  const skeleton = skeletonOf(start)
  if (start.length < 3 || skeleton.length < (script === 'arabic' ? 1 : 2)) return []
  return startingWith(bySkeleton, skeleton, ({ key }) => key, MOST_WORDS)
    .map(({ word }) => words[word]!)
    .filter((word) => (detectScript(word) === 'arabic') !== (script === 'arabic'))
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST_COMPARED)
    .filter((word) => soundsBegun(start, word))
}

/** The beginning of the other word may be some letters shorter or longer. */
const soundsBegun = (start: string, word: string): boolean =>
  [0, 1, 2, -1].some((more) => {
    const length = start.length + more
    return length > 1 && length <= word.length && compare(start, word.slice(0, length)).log10LR >= CLEAR
  })
