import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * One name part in Latin letters, beside its Arabic or Russian spelling, with how often it was seen. `use`: to
 * learn from, to fit the calibration on, or held out from both (seventeen, one and two of twenty Latin spellings).
 */
export type SpellingPair = { latin: string; other: string; count: number; use: 'learn' | 'fit' | 'hold' }

const FOLDER = join(import.meta.dirname, '../../../shared/data/names')
export const haveSpellingPairs = (): boolean => existsSync(join(FOLDER, 'en-ar.tsv'))

/** FNV-1a, so that a Latin spelling is on the same side of the split in both files and in every run. */
const hash = (text: string): number => {
  let h = 0x811c9dc5
  for (const ch of text) h = Math.imul(h ^ ch.codePointAt(0)!, 0x01000193) >>> 0
  return (h ^ (h >>> 15)) >>> 0
}

/**
 * NAMES_SPLIT=turn/held, for the bench that learns again (`bench/retrained.ts`): `held` twentieths are held out,
 * counted from `turn`. The tables shipped have 0/2.
 */
const [TURN = 0, HELD = 2] = (process.env.NAMES_SPLIT ?? '0/2').split('/').map(Number)

const useOf = (latin: string): SpellingPair['use'] => {
  const twentieth = (hash(latin) + 20 - TURN) % 20
  return twentieth < HELD ? 'hold' : twentieth === HELD ? 'fit' : 'learn'
}

/** The rows of `en-ar.tsv` or `en-ru.tsv` (Merhav and Ash, COLING 2018, CC0); one Latin spelling in ten is held out. */
export const readSpellingPairs = (file: 'en-ar' | 'en-ru'): SpellingPair[] =>
  readFileSync(join(FOLDER, `${file}.tsv`), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => cells.length === 3)
    .map(([latin = '', other = '', count = '']) => ({
      latin,
      other: other.replaceAll(' ', ''),
      count: Number(count),
      use: useOf(latin),
    }))

/** The rows for one use whose other spelling is in no row for a later one: what is held out was never seen. */
export const rowsFor = (use: 'learn' | 'fit', pairs: SpellingPair[]): SpellingPair[] => {
  const later = use === 'learn' ? ['fit', 'hold'] : ['hold']
  const seen = new Set(pairs.filter((p) => later.includes(p.use)).map((p) => p.other))
  return pairs.filter((p) => p.use === use && !seen.has(p.other))
}

export const heldOut = (pairs: SpellingPair[]): SpellingPair[] => pairs.filter((p) => p.use === 'hold')

/** Russian and Arabic spellings of one Latin spelling (first cell Russian): the two files joined. */
export const joinSpellings = (russian: SpellingPair[], arabic: SpellingPair[]): SpellingPair[] => {
  const byLatin = new Map(arabic.map((p) => [p.latin, p.other]))
  return russian.flatMap((p) => {
    const other = byLatin.get(p.latin)
    return other ? [{ ...p, latin: p.other, other }] : []
  })
}

/** Numbers in [0, 1) from a seed (mulberry32), so that every run draws the same sample. */
export const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
