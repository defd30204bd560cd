import { buildIndex, compareReady, type NameHit, search } from '@sandsage/names'
import { keyOf } from '../text.ts'
import { kinds, places } from './data/places.ts'
import { ready } from './spelled.ts'

/** A place as its way from the country down: `['Iraq', 'Baghdad', 'Baghdad', 'Rusafa']`. */
export type Place = readonly string[]
type Entry = { place: Place; spellings: string[] }

/** Reads the table: two blanks a level, `*` the city that bears its region's spellings. */
export function readPlaces(table: string): Entry[] {
  const above: Entry[] = []
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const level = line.search(/\S/) / 2
      const parent = above[level - 1]
      const written = line.trim().split(/\s*;\s*/)
      const spellings = written[0] === '*' ? parent!.spellings : written
      const entry = { place: [...(parent?.place ?? []), spellings[0]!], spellings }
      above[level] = entry
      return entry
    })
}

const entries = readPlaces(places)
const regionWords = new Set(kinds.region.split(' '))
const otherWords = new Set(kinds.other.split(' '))

/** Arabic writes the article on to a word: الرقة and رقة, also after "in" (بالرقة). */
const withoutArticle = (word: string): string => word.replace(/^[وب]?ال(?=\p{L}{3})/u, '')
const toKey = (text: string): string => keyOf(text).split(' ').map(withoutArticle).join(' ')

const byKey = new Map<string, Entry[]>()
for (const entry of entries)
  for (const spelling of entry.spellings) {
    const key = toKey(spelling)
    const same = byKey.get(key) ?? []
    if (!same.includes(entry)) byKey.set(key, [...same, entry])
  }
const index = buildIndex([...byKey.keys()].map((key) => ({ id: key, name: key })))

/**
 * A spelling is taken for a known place from this log10 LR on, and from this share of what either says beside
 * itself: Багдат is Багдад, Камышинка is not Камышлы.
 */
const TAKEN_FROM = 2.3
const TAKEN_SHARE = 0.85
const LONGEST = 300
const MOST_CLAUSES = 6

const beside = (text: string): number => compareReady(ready(text), ready(text)).log10LR

const fits = (text: string, { log10LR, name, comparison }: NameHit): boolean =>
  log10LR >= TAKEN_FROM &&
  log10LR >= TAKEN_SHARE * Math.min(beside(text), beside(name)) &&
  comparison.parts.every((part) => part.verdict === 'same' || part.verdict === 'spelled-differently')

/** Of places spelled alike the region where the text says region, else the city; of several others the first. */
const choose = (found: Entry[], isRegion: boolean): Place | undefined =>
  (isRegion ? found[0] : (found.find((one) => one.place.length !== 2) ?? found[0]))?.place

function findOne(text: string, isRegion: boolean): Place | undefined {
  const exact = byKey.get(text)
  if (exact) return choose(exact, isRegion)
  if (text.length < 4) return undefined
  const near = search(index, text, 1).find((hit) => fits(text, hit))
  return near && choose(byKey.get(near.id)!, isRegion)
}

function findClause(clause: string): Place[] {
  const words = toKey(clause).split(' ').filter(Boolean)
  const isRegion = words.some((word) => regionWords.has(word))
  const whole = byKey.get(words.join(' '))
  if (whole) return [choose(whole, isRegion)!]
  const naming = words.filter(
    (word) => !regionWords.has(word) && !otherWords.has(word) && !/^\d+$/.test(word),
  )
  if (naming.length === 0) return []
  const together = findOne(naming.join(' '), isRegion)
  if (together) return [together]
  if (naming.length === 1) return []
  return naming.slice(0, 8).flatMap((word) => {
    const place = findOne(word, isRegion)
    return place ? [place] : []
  })
}

const contains = (outer: Place, inner: Place): boolean =>
  outer.length < inner.length && outer.every((name, level) => inner[level] === name)
const isRepeated = (all: Place[], one: Place, at: number): boolean =>
  all.findIndex((other) => other.join('/') === one.join('/')) < at

const found = new Map<string, Place[]>()
const MOST_KEPT = 20_000

/**
 * The known places a text speaks of, the innermost ones: "Багдад, тюрьма Русафа" is one place, Rusafa; none where
 * the gazetteer knows nothing in it. Reads at most 300 characters.
 * Example: `findPlaces('الموصل')` is `[['Iraq', 'Nineveh', 'Mosul']]`.
 */
export function findPlaces(text: string): Place[] {
  const short = text.slice(0, LONGEST)
  const before = found.get(short)
  if (before) return before
  const clauses = short.split(/[,،;؛/()\n]|\s[-–—]\s|(?<=\S)-(?=\s)/u).slice(0, MOST_CLAUSES)
  const all = clauses.flatMap(findClause)
  const places = all.filter(
    (one, at) => !isRepeated(all, one, at) && !all.some((other) => contains(one, other)),
  )
  if (found.size >= MOST_KEPT) found.clear()
  found.set(short, places)
  return places
}

/** How many levels two places have in common, and how many levels down the shallower of them goes. */
export function inCommon(a: Place, b: Place): { levels: number; of: number } {
  const of = Math.min(a.length, b.length)
  const differs = a.findIndex((name, level) => name !== b[level])
  return { levels: differs < 0 ? of : Math.min(differs, of), of }
}
