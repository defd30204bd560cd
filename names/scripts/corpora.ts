import { join } from 'node:path'
import { type Sounds, toSounds } from '../src/slots.ts'
import { splitWords } from '../src/text.ts'
import { joinSpellings, readSpellingPairs, rowsFor, type SpellingPair } from './pairs.ts'

export type SoundPair = readonly [Sounds, Sounds]

export const TABLES = join(import.meta.dirname, '../src/tables')

/** The first lines of a table written by one of the scripts here. */
export const headerOf = (script: string): string => `// Written by scripts/${script}; do not edit.
// Source: Merhav and Ash, "Design Challenges in Named Entity Transliteration", COLING 2018; data under CC0.`

const sounds = (word: string): Sounds => toSounds(splitWords(word).join(''))

export const soundPairs = (pairs: SpellingPair[]): SoundPair[] =>
  pairs
    .map((p): SoundPair => [sounds(p.latin), sounds(p.other)])
    .filter(([a, b]) => a.slots.length > 0 && b.slots.length > 0)

/** Latin with Arabic, Latin with Russian, Russian with Arabic. */
export const corporaFor = (use: 'learn' | 'fit'): [SoundPair[], SoundPair[], SoundPair[]] => {
  const arabic = rowsFor(use, readSpellingPairs('en-ar'))
  const russian = rowsFor(use, readSpellingPairs('en-ru'))
  return [soundPairs(arabic), soundPairs(russian), soundPairs(joinSpellings(russian, arabic))]
}
