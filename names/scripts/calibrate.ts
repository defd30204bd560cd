#!/usr/bin/env node
/** Writes `src/tables/*.ts` from the spelling pairs, in a few seconds. The same rows give the same tables. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alignSounds } from '../src/align.ts'
import { type Sounds, toSounds } from '../src/slots.ts'
import { splitWords } from '../src/text.ts'
import { fitMonotone, type Knot } from './fit.ts'
import { printFrequent } from './frequent.ts'
import { learnOdds, printOdds, type SoundPair } from './learn.ts'
import { joinSpellings, readSpellingPairs, type SpellingPair, seeded } from './pairs.ts'

const HEADER = `// Written by scripts/calibrate.ts; do not edit.
// Source: Merhav and Ash, "Design Challenges in Named Entity Transliteration", COLING 2018; data under CC0.
// One row in five was held out (scripts/pairs.ts).`
const RANDOM_PAIRS = 1_000_000

const TABLES = join(import.meta.dirname, '../src/tables')
const sounds = (word: string): Sounds => toSounds(splitWords(word).join(''))
const soundPair = (p: SpellingPair): SoundPair => [sounds(p.latin), sounds(p.other)]

const files = (['en-ar', 'en-ru'] as const).map(readSpellingPairs)
writeFileSync(join(TABLES, 'frequent.ts'), printFrequent(files.flat(), HEADER.replace(/\n[^\n]*$/, '')))

const [withArabic = [], withRussian = []] = files
const corpora = [...files, joinSpellings(withRussian, withArabic)].map((pairs) =>
  pairs
    .filter((p) => !p.heldOut)
    .map(soundPair)
    .filter(([a, b]) => a.slots.length > 0 && b.slots.length > 0),
)

const odds = learnOdds(corpora, 4)
writeFileSync(join(TABLES, 'odds.ts'), printOdds(odds, HEADER))

const fit = (pairs: SoundPair[]): Knot[] => {
  const random = seeded(20180820)
  const pick = (): SoundPair => pairs[Math.floor(random() * pairs.length)]!
  const same = pairs.map(([a, b]) => alignSounds(a, b, odds))
  const chance = Array.from({ length: RANDOM_PAIRS }, () => alignSounds(pick()[0], pick()[1], odds))
  return fitMonotone(same, chance)
}

const round = (x: number): number => Math.round(100 * x) / 100
const print = (name: string, knots: Knot[]): string => {
  const rows = knots.map(([s, lr]) => `  [${round(s)}, ${round(lr)}],`)
  return `export const ${name}: readonly (readonly [number, number])[] = [\n${rows.join('\n')}\n]\n`
}
const [latinArabic = [], latinRussian = [], russianArabic = []] = corpora
const arabic = fit([...latinArabic, ...russianArabic])
const russian = fit(latinRussian)
writeFileSync(
  join(TABLES, 'likelihood.ts'),
  `${HEADER}
// Knots of the monotone map: summed log10 odds of an alignment, log10 LR (same name : two random names).
${print('arabicKnots', arabic)}
${print('otherKnots', russian)}`,
)
