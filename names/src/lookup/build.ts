import { type Draft, draftName } from '../parse.ts'
import { type Sounds, toSounds } from '../slots.ts'
import type { Script } from '../text.ts'
import { FEATURES, featuresOf } from './features.ts'
import { type Postings, toPostings } from './postings.ts'
import { addText, newTexts, type Texts, type TextsDraft, toTexts } from './texts.ts'

export const SCRIPTS: readonly Script[] = ['latin', 'cyrillic', 'arabic', 'other', 'none']

/**
 * Names laid out for search, in typed arrays. A part is one distinct word of meaning (a stem without its ending, a
 * compound); `slots[slotStarts[p]..]` are its sounds, `bearers[bearerStarts[p]..]` the names that have it.
 */
export type Core = {
  ids: Texts
  names: Texts
  length: number
  slots: Uint8Array
  slotStarts: Uint32Array
  scripts: Uint8Array
  postings: Postings
  /** Of a feature: what sharing it says. */
  weights: Uint16Array
  /** Of a part: what it starts from, less for features a query may lack. */
  bases: Uint16Array
  bearers: Uint32Array
  bearerStarts: Uint32Array
}

/** A growing list of numbers. */
type List = { values: Uint32Array; length: number }
const newList = (): List => ({ values: new Uint32Array(1 << 12), length: 0 })
const push = (list: List, value: number): void => {
  if (list.length === list.values.length) {
    const larger = new Uint32Array(Math.ceil(list.length * 1.6))
    larger.set(list.values)
    list.values = larger
  }
  list.values[list.length++] = value
}

type Parts = { known: Map<string, number>; sounds: TextsDraft; scripts: List }

/** The number of a part, given when it is first met. Its slots are kept as a narrow text. */
const numberOf = (parts: Parts, word: string): number => {
  const known = parts.known.get(word)
  if (known !== undefined) return known
  const { slots, script }: Sounds = toSounds(word)
  const number = parts.scripts.length
  parts.known.set(word, number)
  addText(parts.sounds, String.fromCharCode(...slots))
  push(parts.scripts, SCRIPTS.indexOf(script))
  return number
}

/** Two short neighbours may be one name elsewhere (Нур Али, Нурали). */
const SHORT = 5

/** Two short neighbours read as one word, wherever a name has such. */
export const joinedWords = (drafts: readonly Draft[]): string[] =>
  drafts.slice(1).flatMap(({ letters }, n) => {
    const before = drafts[n]!
    const plain = before.role === 'given' || before.role === 'unknown'
    return plain && before.letters.length <= SHORT && letters.length <= SHORT
      ? [before.letters + letters]
      : []
  })

/** The words under which a name is found. */
const wordsOf = (drafts: readonly Draft[]): Set<string> =>
  new Set([...drafts.flatMap(({ letters, stem }) => [letters, stem || letters]), ...joinedWords(drafts)])

/** Turns "parts of each name" round into "names of each part". */
const turnRound = (parts: List, ends: List, count: number): Pick<Core, 'bearers' | 'bearerStarts'> => {
  const bearerStarts = new Uint32Array(count + 1)
  for (let i = 0; i < parts.length; i++) bearerStarts[parts.values[i]! + 1]!++
  for (let p = 0; p < count; p++) bearerStarts[p + 1]! += bearerStarts[p]!
  const bearers = new Uint32Array(parts.length)
  const at = bearerStarts.slice(0, count)
  for (let name = 0, i = 0; name < ends.length; name++) {
    for (; i < ends.values[name]!; i++) bearers[at[parts.values[i]!]!++] = name
  }
  return { bearers, bearerStarts }
}

/** What a feature counts against a part when a query lacks it, as a share of what it counts for it. */
const UNSHARED = 0.1
const BASE = 400

type Searched = Pick<Core, 'slots' | 'slotStarts' | 'postings' | 'weights' | 'bases'>

const layOutParts = (sounds: Texts, count: number): Searched => {
  const slotStarts = sounds.starts.map((start) => start >>> 1)
  const slots = sounds.bytes
  const flat = newList()
  const ends = new Uint32Array(count)
  for (let p = 0; p < count; p++) {
    for (const f of featuresOf(slots.subarray(slotStarts[p], slotStarts[p + 1]))) push(flat, f)
    ends[p] = flat.length
  }
  const features = Uint16Array.from(flat.values.subarray(0, flat.length))
  const postings = toPostings(features, ends, FEATURES)
  const weights = Uint16Array.from(postings.counts, (n) =>
    n > 0 ? Math.round(10 * Math.log2(1 + count / n)) : 0,
  )
  const bases = new Uint16Array(count)
  for (let p = 0, at = 0; p < count; p++) {
    let total = 0
    for (; at < ends[p]!; at++) total += weights[features[at]!]!
    bases[p] = Math.max(0, BASE - Math.round(UNSHARED * total))
  }
  return { slots, slotStarts, postings, weights, bases }
}

/** Lays names out; some seconds and less than 100 MB for a million. */
export const buildCore = (names: Iterable<{ id: string; name: string }>): Core => {
  const [ids, texts] = [newTexts(), newTexts()]
  const parts: Parts = { known: new Map(), sounds: newTexts(), scripts: newList() }
  const [flat, ends] = [newList(), newList()]
  for (const { id, name } of names) {
    addText(ids, id)
    addText(texts, name)
    for (const word of wordsOf(draftName(name))) push(flat, numberOf(parts, word))
    push(ends, flat.length)
  }
  const count = parts.scripts.length
  return {
    ids: toTexts(ids),
    names: toTexts(texts),
    length: ends.length,
    scripts: Uint8Array.from(parts.scripts.values.subarray(0, count)),
    ...layOutParts(toTexts(parts.sounds), count),
    ...turnRound(flat, ends, count),
  }
}
