import { refuse } from './refusal.ts'

/**
 * From `from` (included) up to `to` (excluded); the word is a neutral key for the reader's language. A neutral
 * band supports neither side.
 */
export type Band = { word: string; from: number; to: number; isNeutral?: boolean }

/** The bands, once they follow one another from 1 to infinity under words of their own; see `customScale`. */
export function checkedBands(bands: Band[], title: string): Band[] {
  const [first, last] = [bands[0], bands.at(-1)]
  if (!first || !last || first.from !== 1) {
    return refuse('scale-start', `The first band of "${title}" must start at a likelihood ratio of 1.`)
  }
  for (const [i, band] of bands.entries()) checkBand(band, bands[i - 1], title)
  if (last.to !== Number.POSITIVE_INFINITY) {
    return refuse(
      'scale-end',
      `Above ${last.to} "${title}" has no word: leave the end of the last band open.`,
    )
  }
  const again = bands.find(({ word }, i) => bands.findIndex((other) => other.word === word) < i)
  if (again) return refuse('scale-word-twice', `"${title}" uses the word "${again.word}" for two bands.`)
  return bands
}

function checkBand({ word, from, to }: Band, before: Band | undefined, title: string): void {
  if (typeof word !== 'string' || word.trim() === '' || !(from < to)) {
    refuse('scale-band', `A band of "${title}" needs a word and an end above its start (${from} to ${to}).`)
  }
  if (before && from > before.to) {
    refuse('scale-gap', `Between ${before.to} and ${from} "${title}" has no word: let the bands meet.`)
  }
  if (before && from < before.to) {
    refuse('scale-overlap', `From ${from} to ${before.to} "${title}" has two words: let the bands meet.`)
  }
}
