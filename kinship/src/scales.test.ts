import { expect, test } from 'vitest'
import { posterior, verbalBand, verbalScales } from './scales.ts'

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
