import { apartIntegral, type BirthSpan, chanceOf, integral, type Steps } from './births.ts'
import type { Described } from './described.ts'
import { bounded, type Evidence } from './evidence.ts'

/** Children's births spread over the 18 years of childhood, adults' over 60: against these a random one is set. */
export const SPREAD = { child: 18, relative: 60 } as const

/** One statement in a hundred has nothing to do with the true birth (another row, another child). Assumed. */
export const WRONG_BIRTH = { coincidence: 0, misfit: 0.01 }

/** Brothers and sisters are born within these years of each other; a few are twins. Assumed. */
export const SIBLINGS = { least: 0.75, most: 12, twins: 0.015 }

/** What the two statements say of one birth, against two births of random children, or of a brother and a sister. */
export type BirthOdds = { random: number; sibling: number }

/**
 * The likelihood ratio of two statements: the integral over the true birth of both chances, against the product of
 * the two integrals over births at random. `population` is how births are spread (its integral 1), else evenly over
 * `spread` years. Both 2019: 0.79² + 2 (0.08² + 0.015² + 3 * 0.003²), times 18.
 */
export function birthOdds(a: BirthSpan, b: BirthSpan, spread: number, population?: Steps): BirthOdds {
  const [x, y] = [chanceOf(a), chanceOf(b)]
  const both = integral(x, y)
  const over = population ? [integral(population, x), integral(population, y)] : []
  const isKnown = population !== undefined && over[0]! > 0 && over[1]! > 0
  const random = isKnown
    ? integral(population, x, y) / (over[0]! * over[1]!)
    : (spread * both) / (integral(x) * integral(y))
  const { least, most, twins } = SIBLINGS
  const apart = apartIntegral(x, y, least, most) / (2 * (most - least))
  const siblings = (1 - twins) * apart + twins * both
  return { random, sibling: siblings > 0 ? both / siblings : 1 }
}

const toLog = (odds: number): number => bounded(Math.log10(odds), WRONG_BIRTH)

export function weighBirth(a: Described, b: Described, population?: Steps): Evidence[] {
  if (!a.birth || !b.birth) return []
  const log10LR = toLog(birthOdds(a.birth, b.birth, SPREAD[a.kind], population).random)
  const apart = Math.max(0, a.birth.from - b.birth.to, b.birth.from - a.birth.to)
  const n = Math.ceil(apart - 1e-9)
  const code = apart <= 0 ? 'birth-fits' : n <= 2 ? 'birth-near' : 'birth-differs'
  return [{ about: 'birth', code, values: { n: Math.max(1, n) }, log10LR }]
}

/** The same against a brother or sister, whose births lie nearer than two random children's, but not on one day. */
export function birthAgainstSibling(a: Described, b: Described): number {
  if (!a.birth || !b.birth) return 0
  return toLog(birthOdds(a.birth, b.birth, SPREAD[a.kind]).sibling)
}
