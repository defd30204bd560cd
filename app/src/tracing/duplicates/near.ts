import { compareReady, fold, type ReadyName, readyName } from '@sandsage/names'
import type { Entry } from '../finding/entries.ts'

export type Pair = [a: string, b: string]
/** Pairs whose names could be of one person, and how many people were not yet compared with the others. */
export type Near = { pairs: Pair[]; left: number }

/** What was compared before; a person whose names changed is compared again. */
export type Compared = Map<string, { stamp: string; near: string[] }>

/** The names alone must say this much (log10) before the whole description is weighed. */
const LIKELY = 0.5
/** A word that so many share (Muhammad) joins nobody by itself: another word or the mother's has to as well. */
const COMMON = 60

type Block = Map<string, string[]>

/**
 * Pairs of people with a word of their name in common, by its consonants; each is compared with the others once.
 * Ends after `until` answers true; what is left is done the next time.
 */
export function nearPairs(people: Entry[], compared: Compared, until: () => boolean): Near {
  const byId = new Map(people.map((person) => [person.id, person]))
  const ready = new Map<string, ReadyName[]>()
  const readyOf = (person: Entry): ReadyName[] => {
    const made = ready.get(person.id) ?? namesOf(person).map(readyName)
    ready.set(person.id, made)
    return made
  }
  const todo = people.filter((person) => compared.get(person.id)?.stamp !== stampOf(person))
  const blocks = todo.length ? blocksOf(people) : new Map<string, string[]>()
  let left = todo.length
  for (const person of todo) {
    if (until()) break
    const others = candidatesOf(person, blocks).filter((id) => id !== person.id)
    const near = others.filter((id) => areNear(readyOf(person), readyOf(byId.get(id)!)))
    compared.set(person.id, { stamp: stampOf(person), near })
    left--
  }
  return { pairs: pairsOf(people, compared, byId), left }
}

const namesOf = (person: Entry): string[] =>
  person.names.filter((one) => one.field !== 'mother').map((one) => one.text)
const stampOf = (person: Entry): string => JSON.stringify(person.names)

const keysOf = (texts: string[]): string[] => [
  ...new Set(texts.flatMap((text) => fold(text).split(' ')).filter((key) => key.length > 0)),
]

function blocksOf(people: Entry[]): Block {
  const blocks: Block = new Map()
  for (const person of people)
    for (const key of keysOf(person.names.map((one) => one.text))) {
      const block = blocks.get(key)
      if (block) block.push(person.id)
      else blocks.set(key, [person.id])
    }
  return blocks
}

/** Everybody who shares a rare word, or two common ones. */
function candidatesOf(person: Entry, blocks: Block): string[] {
  const shared = new Map<string, number>()
  for (const key of keysOf(person.names.map((one) => one.text))) {
    const block = blocks.get(key) ?? []
    const counts = block.length <= COMMON ? 2 : 1
    for (const id of block) shared.set(id, (shared.get(id) ?? 0) + counts)
  }
  return [...shared].filter(([, count]) => count > 1).map(([id]) => id)
}

const areNear = (a: ReadyName[], b: ReadyName[]): boolean =>
  a.some((one) => b.some((other) => compareReady(one, other).log10LR >= LIKELY))

function pairsOf(people: Entry[], compared: Compared, byId: Map<string, Entry>): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const { id } of people)
    for (const other of compared.get(id)?.near ?? []) {
      if (!byId.has(other)) continue
      const pair: Pair = id < other ? [id, other] : [other, id]
      pairs.set(pair.join(), pair)
    }
  return [...pairs.values()]
}
