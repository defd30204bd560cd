import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageRatio, birthDateRatio } from './age.ts'
import { bornAt, bornOn, dayOf } from './birth-interval.ts'
import { type CategoricalInput, categoricalRatio } from './categorical.ts'
import { combineNongenetic } from './combine-traits.ts'
import { pigmentationRatio } from './pigmentation.ts'
import { markRatio, placeRatio, sexRatio } from './traits.ts'

const source = 'invented for this test'
const sex = (examined: 'female' | 'male', shareFemale = 0.5) =>
  sexRatio({ sought: 'female', examined, shareFemale, error: 0.05, source })

test('sex: (1 - e) / share when it agrees, e / share of the other when not (Marsico et al. 2023)', () => {
  expect(sex('female').LR).toBeCloseTo(1.9, 12)
  expect(sex('male').LR).toBeCloseTo(0.1, 12)
  expect(sex('female', 0.4).LR).toBeCloseTo(0.95 / 0.4, 12)
  expect(sex('female').log10LR).toBeCloseTo(Math.log10(1.9), 12)
})

const places = { Aktau: 0.25, Atyrau: 0.25, Oral: 0.25, Taraz: 0.25 }

test('place: an error is shared evenly by the other places', () => {
  const place = (examined: string) =>
    placeRatio({ sought: 'Aktau', examined, shares: places, sharesAre: 'recorded', error: 0.09, source })
  expect(place('Aktau').LR).toBeCloseTo(0.91 / 0.25, 12)
  expect(place('Oral').LR).toBeCloseTo(0.03 / 0.25, 12)
})

test('errors in both records: the sum over what the person may truly be', () => {
  const found = categoricalRatio({
    ...{ trait: 'eyes', fact: 'eyes', sought: 'dark', examined: 'dark', source },
    shares: { dark: 0.8, light: 0.2 },
    sharesAre: 'true',
    error: 0.1,
    soughtError: 0.2,
  })
  // P(both dark) / (P(sought dark) P(examined dark)) = (.8*.8*.9 + .2*.2*.1) / ((.8*.8 + .2*.2) (.8*.9 + .2*.1))
  expect(found.LR).toBeCloseTo(0.58 / (0.68 * 0.74), 12)
})

const rate = fc.double({ min: 0, max: 1, noNaN: true })
const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 5 })

test('over what may be seen of somebody else, the mean ratio is 1', () => {
  fc.assert(
    fc.property(weights, rate, rate, (counts, error, soughtError) => {
      const total = counts.reduce((sum, count) => sum + count, 0)
      const shares = Object.fromEntries(counts.map((count, i) => [`c${i}`, count / total]))
      const ratios = Object.keys(shares).flatMap((examined) => {
        const other = Object.entries(shares).some(
          ([c, p]) => p > 0 && (c === examined ? error < 1 : error > 0),
        )
        const told = Object.entries(shares).some(
          ([c, p]) => p > 0 && (c === 'c0' ? soughtError < 1 : soughtError > 0),
        )
        if (!other || !told) return []
        return [
          categoricalRatio({
            ...{ trait: 't', fact: 'other: t', sought: 'c0', examined, source },
            ...{ shares, sharesAre: 'true', error, soughtError },
          }),
        ]
      })
      const mean = ratios.reduce((sum, { LR, probability }) => sum + probability.other * LR, 0)
      expect(mean).toBeCloseTo(1, 9)
    }),
  )
})

test('a mark: rare marks weigh much when both bear them', () => {
  const mark = (examined: 'present' | 'absent') =>
    markRatio({
      ...{ mark: 'scar on the left knee', sought: 'present', examined, share: 0.01 },
      ...{ missed: 0.1, acquired: 0, source },
    })
  expect(mark('present').LR).toBeCloseTo(100, 10)
  expect(mark('absent').LR).toBeCloseTo(0.1 / (0.99 + 0.01 * 0.1), 12)
})

const dark = { hair: 'dark', eyes: 'dark', skin: 'dark' }
const fair = { hair: 'fair', eyes: 'fair', skin: 'fair' }

test('colours that go together count once: 1 / 0.5, not 1 / 0.125', () => {
  const counted = [
    { ...dark, count: 50 },
    { ...fair, count: 50 },
  ]
  const error = { hair: 0, eyes: 0, skin: 0 }
  expect(pigmentationRatio({ sought: dark, examined: dark, counted, error, source }).LR).toBe(2)
  const errors = { hair: 0.1, eyes: 0.05, skin: 0 }
  const mixed = pigmentationRatio({
    ...{ sought: dark, examined: { ...dark, hair: 'fair' }, counted, source },
    error: errors,
  })
  expect(mixed.probability.same).toBeCloseTo(0.1 * 0.95, 12)
  expect(mixed.probability.other).toBeCloseTo(0.5 * 0.1 * 0.95, 12)
})

test('an age ages rightly: 3 to 4 on the day of one flight is 8 to 9 five years later', () => {
  expect(bornAt({ on: '2019-11-27', youngest: 3, eldest: 4 })).toEqual({
    from: dayOf('2014-11-28'),
    to: dayOf('2016-11-27'),
  })
  expect(bornAt({ on: '2024-11-27', youngest: 8, eldest: 9 })).toEqual(
    bornAt({ on: '2019-11-27', youngest: 3, eldest: 4 }),
  )
  expect(bornAt({ on: '2020-02-29', youngest: 0, eldest: 0 })).toEqual({
    from: dayOf('2019-03-01'),
    to: dayOf('2020-02-29'),
  })
})

const births = [{ from: 0, to: 99, count: 1 }]

test('age: (1 - e) / q when the intervals share a day, e / (1 - q) when not', () => {
  const age = (examined: { from: number; to: number }) =>
    ageRatio({ sought: { from: 40, to: 49 }, examined, births, error: 0.05, source })
  expect(age({ from: 45, to: 45 }).LR).toBeCloseTo(0.95 / 0.1, 12)
  expect(age({ from: 50, to: 50 }).LR).toBeCloseTo(0.05 / 0.9, 12)
  // An estimate 21 days wide agrees with births of 20 more days.
  expect(age({ from: 30, to: 50 }).LR).toBeCloseTo(0.95 / 0.3, 12)
})

test('age with years that were not alike: the share of each period is its own', () => {
  const uneven = [
    { from: 0, to: 49, count: 30 },
    { from: 50, to: 99, count: 10 },
  ]
  const sought = { from: 40, to: 59 }
  const found = ageRatio({ sought, examined: { from: 41, to: 41 }, births: uneven, error: 0, source })
  expect(found.LR).toBeCloseTo(1 / (0.75 * 0.2 + 0.25 * 0.2), 12)
})

test('a birth date by the class of its difference', () => {
  const found = (examined: string) =>
    birthDateRatio({
      ...{ sought: '1970-01-01', examined, cuts: [-15, 15], same: [1, 8, 1], source },
      births: [{ from: -155, to: 154, count: 1 }],
    })
  expect(found('1970-01-16').LR).toBeCloseTo(0.8 / (30 / 310), 12)
  expect(found('1970-01-17').LR).toBeCloseTo(0.1 / (139 / 310), 12)
  expect(found('1969-12-17').LR).toBeCloseTo(0.1 / (141 / 310), 12)
  expect(bornOn('1970-01-11', 3)).toEqual({ from: 7, to: 13 })
})

const stated = { assumption: 'independent', reason: 'sex and place have no common cause here' } as const

test('combined only where independence is stated, each fact once', () => {
  const place = placeRatio({
    ...{ sought: 'Aktau', examined: 'Aktau', shares: places, sharesAre: 'recorded', error: 0.1, source },
  })
  const found = combineNongenetic([sex('female'), place], stated)
  expect(found.LR).toBeCloseTo(1.9 * 3.6, 12)
  expect(found.log10LR).toBeCloseTo(Math.log10(1.9 * 3.6), 12)
  expect(found.notes.map(({ code }) => code)).toEqual(['independence-stated'])
  const code = (compute: () => unknown) => {
    try {
      return compute()
    } catch (error) {
      return error
    }
  }
  expect(code(() => combineNongenetic([sex('female')], { ...stated, reason: ' ' }))).toMatchObject({
    code: 'independence-not-stated',
  })
  expect(code(() => combineNongenetic([sex('female'), sex('female')], stated))).toMatchObject({
    code: 'fact-twice',
  })
  expect(code(() => combineNongenetic([], stated))).toMatchObject({ code: 'no-traits' })
})

const eyes: CategoricalInput = {
  ...{ trait: 'eyes', fact: 'eyes', sought: 'dark', examined: 'dark', source },
  ...{ shares: { dark: 0.8, light: 0.2 }, sharesAre: 'true', error: 0.1 },
}

test.each([
  ['trait-shares', () => categoricalRatio({ ...eyes, shares: { dark: 0.8, light: 0.1 } })],
  ['trait-category', () => categoricalRatio({ ...eyes, examined: 'green' })],
  ['trait-error', () => categoricalRatio({ ...eyes, error: 1.2 })],
  ['trait-error', () => categoricalRatio({ ...eyes, error: { dark: { dark: 0.9 } } })],
  ['trait-error', () => categoricalRatio({ ...eyes, sharesAre: 'recorded', soughtError: 0.1 })],
  ['trait-unexplained', () => categoricalRatio({ ...eyes, shares: { dark: 0, light: 1 }, error: 0 })],
  ['source-missing', () => categoricalRatio({ ...eyes, source: '' })],
  [
    'mark-unnamed',
    () =>
      markRatio({
        mark: '',
        sought: 'present',
        examined: 'present',
        share: 0.1,
        missed: 0,
        acquired: 0,
        source,
      }),
  ],
  ['date', () => dayOf('2019-02-29')],
  ['date', () => dayOf('27.11.2019')],
  ['age-range', () => bornAt({ on: '2019-11-27', youngest: 4, eldest: 3 })],
  ['births', () => ageRatio({ sought: births[0]!, examined: births[0]!, births: [], error: 0, source })],
  [
    'birth-interval',
    () => ageRatio({ sought: { from: 2, to: 1 }, examined: births[0]!, births, error: 0, source }),
  ],
  [
    'birth-date-classes',
    () =>
      birthDateRatio({
        sought: '1970-01-01',
        examined: '1970-01-01',
        cuts: [0],
        same: [1, 0],
        births,
        source,
      }),
  ],
])('refused: %s', (code, compute) => {
  expect(compute).toThrow(expect.objectContaining({ code }))
})
