import { describe, expect, test } from 'vitest'
import { type CustomScale, customScale, verbalBand, verbalScales } from './scales.ts'
import { posterior, posteriors } from './scales-posterior.ts'

test('the bands of every scale follow one another from 1 to infinity', () => {
  for (const { bands } of verbalScales) {
    expect(bands[0]!.from).toBe(1)
    expect(bands.at(-1)!.to).toBe(Number.POSITIVE_INFINITY)
    for (const [i, band] of bands.slice(1).entries()) expect(band.from).toBe(bands[i]!.to)
  }
})

test('a ratio and its inverse have the same strength, the other way', () => {
  expect(verbalBand('enfsi-2015', 50)).toMatchObject({ word: 'moderate', towards: 'hypothesis' })
  expect(verbalBand('enfsi-2015', 1 / 50)).toMatchObject({ word: 'moderate', towards: 'alternative' })
  expect(verbalBand('enfsi-2015', 1)).toMatchObject({ word: 'none', towards: 'neither' })
  expect(verbalBand('enfsi-2015', Number.POSITIVE_INFINITY).word).toBe('extremelyStrong')
  expect(verbalBand('enfsi-2015', 0)).toMatchObject({ word: 'extremelyStrong', towards: 'alternative' })
})

test('Hummel: W 0.9973 and above is practically proven; W = LR / (1 + LR)', () => {
  const ratioAt = (w: number) => w / (1 - w)
  expect(verbalBand('hummel', ratioAt(0.9974)).word).toBe('practicallyProven')
  expect(verbalBand('hummel', ratioAt(0.9972)).word).toBe('extremelyLikely')
  expect(verbalBand('hummel', ratioAt(0.94)).word).toBe('likely')
})

test('posterior: prior odds times the ratio', () => {
  expect(posterior(0.5, 99)).toBeCloseTo(0.99, 14)
  expect(posterior(0.1, 9)).toBeCloseTo(0.5, 14)
  expect(posterior(0.2, Number.POSITIVE_INFINITY)).toBe(1)
  expect(() => posterior(Number.NaN, 3)).toThrow(/prior/)
  expect(() => posterior(1, 0)).toThrow(/prior/)
})

test('AFSP 2009 has no neutral band, and 1 itself supports neither', () => {
  expect(verbalBand('afsp-2009', 1.5)).toMatchObject({ word: 'weak', towards: 'hypothesis', version: '2009' })
  expect(verbalBand('afsp-2009', 1).towards).toBe('neither')
  expect(() => verbalBand('enfsi', 5)).toThrow(/there are enfsi-2015, afsp-2009, hummel/)
})

describe('a scale of a laboratory', () => {
  const bands: CustomScale['bands'] = [
    { word: 'nothing', from: 1, to: 100, isNeutral: true },
    { word: 'something', from: 100, to: 10_000 },
    { word: 'much', from: 10_000, to: null },
  ]
  const own: CustomScale = { id: 'lab', version: '2', title: 'Lab', source: 'Order 7', bands }
  const changed = (i: number, band: Partial<CustomScale['bands'][0]>): CustomScale => ({
    ...own,
    bands: bands.with(i, { ...bands[i]!, ...band }),
  })

  test('is read like a published one, and named with its version', () => {
    const scale = customScale(own)
    expect(verbalBand(scale, 1 / 50)).toMatchObject({ word: 'nothing', towards: 'neither', version: '2' })
    expect(verbalBand(scale, 100)).toMatchObject({ word: 'something', towards: 'hypothesis', scale: 'lab' })
    expect(verbalBand(scale, Number.POSITIVE_INFINITY).word).toBe('much')
  })

  test.each([
    ['a gap', changed(1, { from: 200 }), /Between 100 and 200 "Lab" has no word/],
    ['an overlap', changed(1, { from: 50 }), /From 50 to 100 "Lab" has two words/],
    ['a late start', changed(0, { from: 2 }), /must start at a likelihood ratio of 1/],
    ['no bands', { ...own, bands: [] }, /must start at/],
    ['an end', changed(2, { to: 1e6 }), /Above 1000000 "Lab" has no word/],
    ['a band upside down', changed(1, { to: 100 }), /end above its start/],
    ['a word twice', changed(2, { word: 'something' }), /"something" for two bands/],
    ['no source', { ...own, source: ' ' }, /and its source/],
    ['the id of a published one', { ...own, id: 'hummel' }, /published scale/],
  ])('with %s is refused', (_, scale, sentence) => {
    expect(() => customScale(scale)).toThrow(sentence)
  })
})

test('posteriors of several hypotheses: prior times likelihood over the sum', () => {
  const logs = { a: Math.log(1e-300) - 700, b: Math.log(3e-300) - 700, c: Number.NEGATIVE_INFINITY }
  const found = posteriors({ a: 0.6, b: 0.2, c: 0.2 }, logs)
  expect(found.a).toBeCloseTo(0.5, 12)
  expect(found.b).toBeCloseTo(0.5, 12)
  expect(found.c).toBe(0)
  const two = posteriors({ h: 0.1, other: 0.9 }, { h: Math.log(9), other: 0 })
  expect(two.h).toBeCloseTo(posterior(0.1, 9), 14)
})

test('priors that do not add up, are missing, or are contradicted are refused', () => {
  expect(() => posteriors({ a: 0.5, b: 0.4 }, { a: 0, b: 0 })).toThrow(/sum to 0\.9/)
  expect(() => posteriors({ a: 1 }, { a: 0, b: 0 })).toThrow(/hypothesis "b"/)
  expect(() => posteriors({ a: 0.5, b: 0.5 }, { a: 0 })).toThrow(/of no hypothesis/)
  expect(() => posteriors({ a: 1.5, b: -0.5 }, { a: 0, b: 0 })).toThrow(/from 0 to 1/)
  expect(() => posteriors({ a: 1, b: 0 }, { a: Number.NEGATIVE_INFINITY, b: 0 })).toThrow(/impossible/)
})
