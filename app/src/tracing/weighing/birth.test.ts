import fc from 'fast-check'
import { expect, test } from 'vitest'
import { birthOdds, SIBLINGS, WRONG_BIRTH, weighBirth } from './birth.ts'
import {
  apartIntegral,
  type BirthSpan,
  chanceOf,
  heightAt,
  integral,
  kernels,
  type Steps,
  spanOf,
  YEAR,
} from './births.ts'
import { ofDescription } from './described.ts'
import { bounded } from './evidence.ts'

const years = (from: number, to = from): BirthSpan => ({ from, to: to + 1, kind: 'years' })
const listed = (birth: object, found?: object) =>
  ofDescription(
    { names: { en: 'A' }, sex: 'unknown', birth },
    found ? { estimated: false, ...found } : undefined,
  )

/** The slow twin: the middle of many narrow strips. */
function sumOf(f: (t: number) => number, from: number, to: number, strips = 200_000): number {
  const width = (to - from) / strips
  let sum = 0
  for (let n = 0; n < strips; n++) sum += f(from + (n + 0.5) * width) * width
  return sum
}

test('the same year on both sides is the formula of its kernel, times the eighteen years of childhood', () => {
  const { inside, beyond } = kernels.years
  const side = beyond.map(([reach, height], n) => [reach - (beyond[n - 1]?.[0] ?? 0), height] as const)
  const whole = inside + 2 * side.reduce((sum, [width, height]) => sum + width * height, 0)
  const squares = inside ** 2 + 2 * side.reduce((sum, [width, height]) => sum + width * height ** 2, 0)
  expect(birthOdds(years(2019), years(2019), 18).random).toBeCloseTo((18 * squares) / whole ** 2, 12)
})

test('an age on a day is an interval of birth, so that six in 2024 and eight in 2026 are one birth', () => {
  const six = listed({ earliest: 2017, latest: 2018 }, { ageWritten: '6', seenOn: '2024-03-18' })
  const eight = listed({ earliest: 2017, latest: 2018 }, { ageWritten: '8', seenOn: '2026-03-18' })
  expect(six.birth!.from).toBeCloseTo(eight.birth!.from, 2)
  expect(six.birth!.to - six.birth!.from).toBeCloseTo(1, 9)
  expect(weighBirth(six, eight)[0]!.log10LR).toBeGreaterThan(0.9)
})

test.each([
  ['a round age', { ageWritten: '10', seenOn: '2026-03-18' }, 'round'],
  ['another age', { ageWritten: '9', seenOn: '2026-03-18' }, 'years'],
  ['an age the list calls a guess', { ageWritten: 'about 9', seenOn: '2026-03-18' }, 'guess'],
  ['years amended since', { ageWritten: '3', seenOn: '2026-03-18' }, 'years'],
])('%s is believed as such', (_what, found, kind) => {
  const earliest = found.ageWritten === '10' ? 2015 : 2016
  expect(listed({ earliest, latest: earliest + 1 }, found).birth?.kind).toBe(kind)
})

test('the first of January is the default of a form: it counts as its year', () => {
  expect(spanOf({ date: '2019-01-01' })).toEqual({ from: 2019, to: 2020, kind: 'years' })
  expect(spanOf({ date: '2019-07-02' })).toMatchObject({ from: expect.closeTo(2019.5, 2), kind: 'day' })
})

test('one day on both sides says much more than one year, and a day beside its year as much as two years', () => {
  const day = spanOf({ date: '2019-07-02' })!
  const odds = (a: BirthSpan, b: BirthSpan) => birthOdds(a, b, 18).random
  const { inside } = kernels.day
  const whole = integral(chanceOf(day))
  expect(odds(day, day)).toBeCloseTo((18 * integral(chanceOf(day), chanceOf(day))) / whole ** 2, 9)
  expect(odds(day, day)).toBeGreaterThan((0.9 * 18 * (inside / whole) ** 2) / YEAR)
  expect(odds(day, years(2019))).toBeGreaterThan(odds(years(2019), years(2019)))
})

test('further apart says more against, and no birth more than one slip in a hundred', () => {
  const odds = [0, 1, 2, 3, 6].map((apart) => birthOdds(years(2010), years(2010 + apart), 18).random)
  expect(odds).toEqual(odds.toSorted((a, b) => b - a))
  const [far] = weighBirth(listed({ earliest: 2010, latest: 2010 }), listed({ earliest: 2024, latest: 2024 }))
  expect(far!.log10LR).toBeCloseTo(Math.log10(WRONG_BIRTH.misfit), 9)
})

const span = fc
  .tuple(
    fc.double({ min: 2008, max: 2025, noNaN: true }),
    fc.constantFrom('years', 'round', 'guess'),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([from, kind, width]): BirthSpan => ({ from, to: from + width, kind: kind as BirthSpan['kind'] }))
const population: Steps = { at: [2000, 2010, 2020, 2030], heights: [0.02, 0.05, 0.03] }

test('exact integrals are those of the slow twin', () => {
  fc.assert(
    fc.property(span, span, (a, b) => {
      const [x, y] = [chanceOf(a), chanceOf(b)]
      const slow = sumOf((t) => heightAt(x, t) * heightAt(y, t) * heightAt(population, t), 2000, 2030)
      expect(integral(x, y, population)).toBeCloseTo(slow, 4)
    }),
    { numRuns: 15 },
  )
})

test('births of brothers and sisters: the exact area is that of the slow twin', () => {
  const { least, most } = SIBLINGS
  fc.assert(
    fc.property(span, span, (a, b) => {
      const [x, y] = [chanceOf(a), chanceOf(b)]
      const near = (t: number): number => {
        const part = (from: number, to: number) => {
          const window: Steps = { at: [t + from, t + to], heights: [1] }
          return integral(y, window)
        }
        return part(least, most) + part(-most, -least)
      }
      const slow = sumOf((t) => heightAt(x, t) * near(t), a.from - 6, a.to + 6, 4000)
      expect(apartIntegral(x, y, least, most)).toBeCloseTo(slow, 2)
    }),
    { numRuns: 10 },
  )
})

test('it does not matter which side is which; a population of one height is the even spread', () => {
  fc.assert(
    fc.property(span, span, (a, b) => {
      const [one, other] = [birthOdds(a, b, 18), birthOdds(b, a, 18)]
      expect(one.random).toBeCloseTo(other.random, 9)
      expect(one.sibling).toBeCloseTo(other.sibling, 9)
      const even: Steps = { at: [1990, 2050], heights: [1 / 60] }
      expect(birthOdds(a, b, 18, even).random).toBeCloseTo(birthOdds(a, b, 60).random, 9)
    }),
    { numRuns: 50 },
  )
})

test('a birth of the same year says less against a brother than against a random child', () => {
  const { random, sibling } = birthOdds(years(2019), years(2019), 18)
  expect(sibling).toBeGreaterThan(1)
  expect(bounded(Math.log10(random), WRONG_BIRTH)).toBeGreaterThan(0.9)
  expect(birthOdds(years(2018), years(2019), 18).sibling).toBeLessThan(sibling)
})
