import { describe, expect, test } from 'vitest'
import { wordLR } from '../src/likelihood.ts'
import { toSounds } from '../src/slots.ts'
import { knots } from '../src/tables/likelihood.ts'
import { splitWords } from '../src/text.ts'
import { fitMonotone } from './fit.ts'
import { haveSpellingPairs, heldOut, readSpellingPairs, seeded } from './pairs.ts'

test.each(Object.entries(knots))('the map of %s pairs rises', (_, rows) => {
  for (const [i, [score, lr]] of rows.entries()) {
    if (i === 0) continue
    expect(score).toBeGreaterThan(rows[i - 1]![0])
    expect(lr).toBeGreaterThanOrEqual(rows[i - 1]![1])
  }
})

test('the fit gives the ratio of the two histograms', () => {
  // 30 of 40 same pairs and 10 of 40 random ones score 1, the others 0: ratios (30.5/40)/(10.5/40) and its mirror.
  const same = [...Array<number>(30).fill(1), ...Array<number>(10).fill(0)]
  const random = [...Array<number>(10).fill(1), ...Array<number>(30).fill(0)]
  expect(fitMonotone(same, random)).toEqual([
    [0, Math.log10(10.5 / 30.5)],
    [1, Math.log10(30.5 / 10.5)],
  ])
})

test('violators are pooled', () => {
  const same = [...Array<number>(10).fill(1), ...Array<number>(30).fill(0)]
  const random = [...Array<number>(30).fill(1), ...Array<number>(10).fill(0)]
  expect(fitMonotone(same, random)).toHaveLength(1)
})

describe.skipIf(!haveSpellingPairs())('on rows held out from the calibration', () => {
  test.each(['en-ar', 'en-ru'] as const)(
    '%s: a random pair reaches LR k in at most 1 of k (Markov)',
    (file) => {
      const sounds = (text: string) => toSounds(splitWords(text).join(''))
      const rows = heldOut(readSpellingPairs(file))
      const pairs = rows.map((p) => [sounds(p.latin), sounds(p.other)] as const).filter((_, n) => n % 4 === 0)
      const random = seeded(7)
      const pick = () => pairs[Math.floor(random() * pairs.length)]!
      const trials = 100_000
      const chance = Array.from({ length: trials }, () => wordLR(pick()[0], pick()[1]))
      for (const k of [1, 2, 3]) {
        expect(chance.filter((lr) => lr >= k).length / trials).toBeLessThanOrEqual(10 ** -k)
      }
      const same = pairs.map(([a, b]) => wordLR(a, b))
      expect(same.filter((lr) => lr >= 2).length / same.length).toBeGreaterThan(0.8)
    },
  )
})
