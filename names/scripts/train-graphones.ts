#!/usr/bin/env node
/**
 * Writes the graphone models and the letter models of `src/tables` from the spelling pairs, in about a minute.
 * The same rows give the same tables.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MAX_LEFT, MAX_RIGHT, tableOf } from '../src/graphones/joint.ts'
import { fromLetters, LETTER_SYMBOLS, toLetters, type Written } from '../src/graphones/letters.ts'
import { FIRST_SYMBOL, readNgrams } from '../src/graphones/ngrams.ts'
import { splitWords } from '../src/text.ts'
import { printNgrams, printUnigrams } from './graphones/count.ts'
import { type LetterPair, learnUnits, type Unit } from './graphones/em.ts'
import { bestCut } from './graphones/segment.ts'
import { joinSpellings, readSpellingPairs, rowsFor, type SpellingPair } from './pairs.ts'

const HEADER = `// Written by scripts/train-graphones.ts; do not edit.
// Source: Merhav and Ash, "Design Challenges in Named Entity Transliteration", COLING 2018; data under CC0.
// One name part in ten was held out, one in twenty kept for the calibration (scripts/pairs.ts).`
const TABLES = join(import.meta.dirname, '../src/tables')

/** The units are learned on this many pairs; their sequences on all. */
const EM_PAIRS = 40_000
const EM_ROUNDS = 10
/** Runs of three graphones or letters seen less often are left to shorter ones. */
const LEAST_SEEN = 2
/** A pair cut into units this unlikely (log10 a letter) is two different names put in one row. */
const UNLIKE = -1.3
/** Chances of BEGIN and END before anything is counted. */
const EDGES = [1e-9, 0.13]

const word = (text: string, script: Written): Uint8Array => toLetters(splitWords(text).join(''), script)

const letterPairs = (pairs: SpellingPair[], left: Written, right: Written): LetterPair[] =>
  pairs
    .map((p): LetterPair => [word(p.latin, left), word(p.other, right)])
    .filter(([a, b]) => a.length > 0 && b.length > 0)

/** Iraqi print: hamza left off the alef, ه for ة, ي for ى. */
const plainPrint = (p: SpellingPair): SpellingPair => ({
  ...p,
  other: p.other.replace(/[أإآ]/g, 'ا').replace(/ة$/, 'ه').replace(/ى$/, 'ي'),
})

/** Every row, and one in four again as it is printed without hamza and dots. */
const withPlainPrint = (pairs: SpellingPair[]): SpellingPair[] => [
  ...pairs,
  ...pairs.filter((_, n) => n % 4 === 0).map(plainPrint),
]

/** Runs of graphones: cut by the units alone, then twice by the runs counted so far. */
const learnRuns = (pairs: LetterPair[], units: Unit[]): string => {
  const at = tableOf(units.map(([key], n) => [key, FIRST_SYMBOL + n]))
  let runs = printUnigrams([...EDGES, ...units.map(([, p]) => p)])
  for (let round = 0; round < 3; round++) {
    const model = { at, ngrams: readNgrams(runs) }
    const cuts = pairs.flatMap((pair) => {
      const cut = bestCut(model, pair)
      return cut && cut.log > UNLIKE * (pair[0].length + pair[1].length) ? [cut.symbols] : []
    })
    runs = printNgrams(cuts, units.length + FIRST_SYMBOL, 3, LEAST_SEEN)
  }
  return runs
}

const printUnit = (key: number, left: Written, right: Written): string => {
  const letters = Uint8Array.from({ length: MAX_LEFT + MAX_RIGHT }, (_, n) => (key >> (6 * (4 - n))) & 63)
  const [a, b] = [letters.slice(0, MAX_LEFT), letters.slice(MAX_LEFT)].map((part) =>
    part.filter((n) => n > 0),
  )
  return `${fromLetters(a!, left)}:${fromLetters(b!, right)}`
}

const writeModel = (pairs: SpellingPair[], left: Written, right: Written): void => {
  const all = letterPairs(pairs, left, right)
  const step = Math.max(1, Math.floor(all.length / EM_PAIRS))
  const units = learnUnits(
    all.filter((_, n) => n % step === 0),
    EM_ROUNDS,
  )
  const text = `${HEADER}
/** Graphones: ${left} letters, ${right} letters; the likeliest first. */
export const units =
  '${units.map(([key]) => printUnit(key, left, right)).join(' ')}'

/** Runs of up to three graphones (src/graphones/ngrams.ts). */
export const runs =
  '${learnRuns(all, units)}'
`
  writeFileSync(join(TABLES, `${left}-${right}.ts`), text)
  console.log(`${left}-${right}: ${all.length} pairs, ${units.length} graphones, ${text.length} characters`)
}

const printLetters = (words: string[], script: Written): string => {
  const sequences = [...new Set(words)].map((w) => [...word(w, script)].map((n) => n + FIRST_SYMBOL))
  return `/** Runs of up to four ${script} letters (src/graphones/ngrams.ts). */
export const ${script} =
  '${printNgrams(sequences, LETTER_SYMBOLS, 4, LEAST_SEEN)}'
`
}

const arabic = rowsFor('learn', readSpellingPairs('en-ar'))
const russian = rowsFor('learn', readSpellingPairs('en-ru'))
const printed = withPlainPrint(arabic)
const letters = [
  HEADER,
  printLetters(
    [...arabic, ...russian].map((p) => p.latin),
    'latin',
  ),
  printLetters(
    printed.map((p) => p.other),
    'arabic',
  ),
  printLetters(
    russian.map((p) => p.other),
    'cyrillic',
  ),
]
writeFileSync(join(TABLES, 'letters.ts'), letters.join('\n'))
writeModel(printed, 'latin', 'arabic')
writeModel(russian, 'latin', 'cyrillic')
writeModel(withPlainPrint(joinSpellings(russian, arabic)), 'cyrillic', 'arabic')
