import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printNgrams, printUnigrams } from '../../scripts/graphones/count.ts'
import { learnUnits } from '../../scripts/graphones/em.ts'
import { bestCut } from '../../scripts/graphones/segment.ts'
import { logJoint, packPair, tableOf } from './joint.ts'
import { fromLetters, toLetters } from './letters.ts'
import { graphoneOdds, letterChance } from './models.ts'
import { advance, BEGIN, chance, childOf, FIRST_SYMBOL, printNumber, readNgrams } from './ngrams.ts'

const letters = (text: string) => toLetters(text, 'latin')

/** Two graphones, a:x and ab:x, without contexts: chances 1/4 each; END 1/4. */
const tiny = () => {
  const pack = (a: string, b: string) => packPair(letters(a), 0, a.length, letters(b), 0, b.length)
  const at = tableOf(
    [pack('a', 'x'), pack('ab', 'x'), pack('b', '')].map((key, n) => [key, FIRST_SYMBOL + n]),
  )
  return { at, ngrams: readNgrams(printUnigrams([1e-9, 0.25, 0.25, 0.25, 0.25])) }
}

describe('the joint probability', () => {
  // ab beside x is ab:x, or a:x then b: -> (1/4 + 1/4 * 1/4) * 1/4 = 5/64.
  test('is summed over the cuts', () => {
    expect(10 ** logJoint(tiny(), letters('ab'), letters('x'))).toBeCloseTo(5 / 64, 9)
  })

  test('is none where no graphones spell both', () => {
    expect(logJoint(tiny(), letters('c'), letters('x'))).toBe(Number.NEGATIVE_INFINITY)
  })

  test('the best cut is the likeliest one', () => {
    expect(bestCut(tiny(), [letters('ab'), letters('x')])).toEqual({
      symbols: [FIRST_SYMBOL + 1],
      log: Math.log10(1 / 16),
    })
  })
})

describe('what is learned', () => {
  test('units that explain the pairs: k is q and s is z', () => {
    const pairs = ['ks', 'sk', 'kk', 'ss'].flatMap((a) => {
      const b = a.replaceAll('k', 'q').replaceAll('s', 'z')
      return Array.from({ length: 10 }, () => [letters(a), letters(b)] as const)
    })
    const units = learnUnits(pairs, 20)
    expect(units.reduce((sum, [, p]) => sum + p, 0)).toBeCloseTo(1, 9)
    const model = {
      at: tableOf(units.map(([key], n) => [key, FIRST_SYMBOL + n])),
      ngrams: readNgrams(printUnigrams([1e-9, 0.2, ...units.map(([, p]) => p)])),
    }
    const fit = (a: string, b: string) => logJoint(model, letters(a), letters(b))
    expect(fit('ks', 'qz')).toBeGreaterThan(fit('ks', 'zq') + 1)
  })

  // After "1 2" always 3: its chance, (10 - 0.75) / 10 and a part of what is left, is above 0.9.
  test('runs: what always follows is likely, and all that follows sums to one', () => {
    const model = readNgrams(
      printNgrams(
        Array.from({ length: 10 }, () => [2, 3, 4]),
        5,
        3,
        1,
      ),
    )
    let node = childOf(model, 0, BEGIN)
    for (const symbol of [2, 3]) node = advance(model, node, symbol)
    const chances = [0, 1, 2, 3, 4].map((symbol) => {
      advance(model, node, symbol)
      return chance.of
    })
    expect(chances[4]).toBeGreaterThan(0.9)
    // Probabilities are kept in steps of 2^0.2: 7 % off at most.
    expect(Math.abs(chances.reduce((x, y) => x + y, 0) - 1)).toBeLessThan(0.08)
  })

  test('numbers of a table are digits below half the base, least first', () => {
    expect(printNumber(0)).toBe('!')
    expect(printNumber(44)).toHaveLength(1)
    expect(printNumber(45)).toHaveLength(2)
  })
})

describe('letters', () => {
  test.each([
    ['ә', 'а'],
    ['ҷ', 'дж'],
    ['қ', 'к'],
  ])('%s is read as %s', (from, to) => {
    expect(toLetters(from, 'cyrillic')).toEqual(toLetters(to, 'cyrillic'))
  })

  test('fromLetters undoes toLetters', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), maxLength: 30 })
    fc.assert(
      fc.property(word, (text) => {
        expect(fromLetters(letters(text), 'latin')).toBe(text)
      }),
    )
  })
})

describe('the shipped models', () => {
  const odds = (latin: string, arabic: string) =>
    graphoneOdds(toLetters(latin, 'latin'), 'latin', toLetters(arabic, 'arabic'), 'arabic')

  test.each([
    ['nurlan', 'نورلان', 'نوربك'],
    ['khadija', 'خديجة', 'خالد'],
    ['schwarz', 'شوارتز', 'شولتز'],
  ])('%s is %s and not %s', (latin, its, other) => {
    expect(odds(latin, its)).toBeGreaterThan(1)
    expect(odds(latin, other)).toBeLessThan(odds(latin, its) - 1)
  })

  test('which script comes first does not matter', () => {
    const [a, b] = [toLetters('нурлан', 'cyrillic'), toLetters('نورلان', 'arabic')]
    expect(graphoneOdds(a, 'cyrillic', b, 'arabic')).toBeCloseTo(graphoneOdds(b, 'arabic', a, 'cyrillic'), 9)
  })

  test('a name is likelier than letters thrown together', () => {
    expect(letterChance(letters('maria'), 'latin')).toBeGreaterThan(
      letterChance(letters('aiamr'), 'latin') + 2,
    )
  })
})
