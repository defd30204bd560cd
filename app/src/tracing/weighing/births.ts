import type { Birth } from '../../casefile/model.ts'

export const YEAR = 365.2425
const DAY_MS = 86_400_000

/**
 * When somebody is said to be born: from and up to but without, in years (2019.5 is the middle of 2019), and how it
 * is known: a `day`; `years` or an age stated; `round`, an age that people round to; `guess`, where a list says so.
 * A birth does not move: six in 2024 and eight in 2026 are one birth.
 */
export type BirthSpan = { from: number; to: number; kind: 'day' | 'years' | 'round' | 'guess' }

/** The middle of that day in years: 2019-07-02 is about 2019.5. */
const inYears = (day: string): number => {
  const year = Number(day.slice(0, 4))
  return year + (Date.parse(day) - Date.UTC(year, 0, 1)) / DAY_MS / YEAR
}

/** The first of January stands where only the year is known (a default of forms and of passports). */
const isDefaultDay = (day: string): boolean => day.endsWith('-01-01')

/**
 * A birth as the house keeps it, on the line of years. An age at which ages heap (5, 10, 15) can only be told where
 * the age is known, so it is `years` here. Example: `spanOf({ earliest: 2019, latest: 2020 })` is 2019 to 2021.
 */
export function spanOf(birth: Birth, isGuess = false): BirthSpan | undefined {
  if (birth.date && !isGuess && !isDefaultDay(birth.date)) {
    const from = inYears(birth.date)
    return { from, to: from + 1 / YEAR, kind: 'day' }
  }
  const year = birth.date ? Number(birth.date.slice(0, 4)) : undefined
  const earliest = year ?? birth.earliest ?? birth.latest
  const latest = year ?? birth.latest ?? birth.earliest
  if (earliest === undefined || latest === undefined) return undefined
  return {
    from: Math.min(earliest, latest),
    to: Math.max(earliest, latest) + 1,
    kind: isGuess ? 'guess' : 'years',
  }
}

/** A function that is level between its steps and 0 outside: `heights[i]` from `at[i]` up to `at[i + 1]`. */
export type Steps = { at: readonly number[]; heights: readonly number[] }

type Kernel = { inside: number; beyond: readonly (readonly [years: number, height: number])[] }

/**
 * How likely each statement is if the true birth lies inside what it says, or so many years beside it. Assumed, but
 * for the day: of recorded days of birth about one in nine has a month by chance (Larsen, Headey and Masters,
 * Demography 56, 2019, doi:10.1007/s13524-018-0753-9), so four of five days are right. Ages heap at 5 and 10
 * (Whipple's index 383 in a survey: Pardeshi, Indian J Community Med 35, 2010, doi:10.4103/0970-0218.69256).
 */
export const kernels: Record<BirthSpan['kind'], Kernel> = {
  day: {
    inside: 0.8 * YEAR,
    beyond: [
      [0.5, 0.12],
      [1.5, 0.03],
      [5, 0.002],
    ],
  },
  years: {
    inside: 0.79,
    beyond: [
      [1, 0.08],
      [2, 0.015],
      [5, 0.003],
    ],
  },
  round: {
    inside: 0.55,
    beyond: [
      [1, 0.14],
      [2, 0.05],
      [5, 0.01],
    ],
  },
  guess: {
    inside: 0.45,
    beyond: [
      [1, 0.16],
      [2, 0.06],
      [5, 0.015],
    ],
  },
}

/** The chance of the statement, over the true birth. */
export function chanceOf({ from, to, kind }: BirthSpan): Steps {
  const { inside, beyond } = kernels[kind]
  const reaches = beyond.map(([years]) => years)
  const heights = beyond.map(([, height]) => height)
  return {
    at: [
      ...reaches.toReversed().map((years) => from - years),
      from,
      to,
      ...reaches.map((years) => to + years),
    ],
    heights: [...heights.toReversed(), inside, ...heights],
  }
}

/** The height over one place; 0 outside. */
export function heightAt({ at, heights }: Steps, x: number): number {
  const next = at.findIndex((edge) => edge > x)
  return next <= 0 ? 0 : heights[next - 1]!
}

/** The integral of a product of step functions, exactly: between two edges of any of them it is level. */
export function integral(...all: Steps[]): number {
  const edges = [...new Set(all.flatMap((one) => one.at))].sort((x, y) => x - y)
  let sum = 0
  for (let n = 0; n + 1 < edges.length; n++) {
    const [from, to] = [edges[n]!, edges[n + 1]!]
    sum += all.reduce((product, one) => product * heightAt(one, (from + to) / 2), to - from)
  }
  return sum
}

/** The area of the rectangle [a0, a1] x [b0, b1] in which y - x is at most `most`: four corners of a parabola. */
const below = (a: readonly [number, number], b: readonly [number, number], most: number): number => {
  const corner = (d: number) => (d > 0 ? (d * d) / 2 : 0)
  const at = (x: number, y: number) => corner(most - (y - x))
  return at(a[1], b[0]) - at(a[0], b[0]) - at(a[1], b[1]) + at(a[0], b[1])
}

/** The double integral of `a(x) b(y)` where x and y lie from `least` to `most` years apart, either way round. */
export function apartIntegral(a: Steps, b: Steps, least: number, most: number): number {
  let sum = 0
  for (const [i, x] of a.heights.entries())
    for (const [k, y] of b.heights.entries()) {
      const [one, other] = [[a.at[i]!, a.at[i + 1]!] as const, [b.at[k]!, b.at[k + 1]!] as const]
      const area =
        below(one, other, most) -
        below(one, other, least) +
        below(one, other, -least) -
        below(one, other, -most)
      sum += x * y * area
    }
  return sum
}
