import { once } from '../once.ts'
import * as cyrillicArabic from '../tables/cyrillic-arabic.ts'
import * as latinArabic from '../tables/latin-arabic.ts'
import * as latinCyrillic from '../tables/latin-cyrillic.ts'
import * as letterRuns from '../tables/letters.ts'
import { type Graphones, logJoint, packPair, tableOf } from './joint.ts'
import { toLetters, type Written } from './letters.ts'
import { FIRST_SYMBOL, logChance, type Ngrams, readNgrams } from './ngrams.ts'

type Table = { units: string; runs: string }

const readGraphones = ({ units, runs }: Table, left: Written, right: Written): Graphones => {
  const entries = units.split(' ').map((unit, n) => {
    const [a = '', b = ''] = unit.split(':')
    const [x, y] = [toLetters(a, left), toLetters(b, right)]
    return [packPair(x, 0, x.length, y, 0, y.length), FIRST_SYMBOL + n] as const
  })
  return { at: tableOf(entries), ngrams: readNgrams(runs) }
}

/** Read when first needed: a page that compares Russian with Latin never reads the Arabic tables. */
const LETTERS: Record<Written, () => Ngrams> = {
  latin: once(() => readNgrams(letterRuns.latin)),
  arabic: once(() => readNgrams(letterRuns.arabic)),
  cyrillic: once(() => readNgrams(letterRuns.cyrillic)),
}

/** By the two scripts, the model's left one first. */
const MODELS: Record<string, () => Graphones> = {
  'latin arabic': once(() => readGraphones(latinArabic, 'latin', 'arabic')),
  'latin cyrillic': once(() => readGraphones(latinCyrillic, 'latin', 'cyrillic')),
  'cyrillic arabic': once(() => readGraphones(cyrillicArabic, 'cyrillic', 'arabic')),
}

/** log10 probability that a random name part is spelled so. */
export const letterChance = (letters: Uint8Array, script: Written): number =>
  logChance(LETTERS[script](), letters)

/**
 * How much of a spelling's own probability is set against the joint one: a little less than all, because the
 * letter models know less of a name than the graphones do. Chosen among four values by
 * recall on a few hundred held-out queries, where it made a point of difference at most.
 */
const OWN = 0.85

/**
 * log10 of P(a, b) against P(a) P(b): both spellings drawn together by the graphones, against each by itself (to
 * the power `OWN`); -Infinity where no sequence of graphones spells both. The two scripts differ.
 */
export const graphoneOdds = (a: Uint8Array, from: Written, b: Uint8Array, to: Written): number => {
  const straight = MODELS[`${from} ${to}`]
  const joint = straight ? logJoint(straight(), a, b) : logJoint(MODELS[`${to} ${from}`]!(), b, a)
  return joint - OWN * (letterChance(a, from) + letterChance(b, to))
}
