import { refuse } from '../refusal.ts'
import { type BirthInterval, dayOf } from './birth-interval.ts'
import { traitRatio } from './categorical.ts'
import type { TraitRatio } from './trait-ratio.ts'

/** Births of the people who could have been examined: counted by period, evenly spread inside each. */
export type Births = { from: number; to: number; count: number }[]

export type AgeInput = {
  /** When the person sought was born, as told; see `bornAt` and `bornOn`. */
  sought: BirthInterval
  /** When the person examined was born, as estimated. */
  examined: BirthInterval
  births: Births
  /** Probability that the two intervals of one person share no day. */
  error: number
  source: string
}

/**
 * Age, as birth intervals that share a day or do not. With q the share of people whose interval (as wide as the one
 * estimated, around their birth) would share a day with the interval sought: LR = (1 - error) / q when they agree,
 * error / (1 - q) when they do not.
 *
 * @example Births even over 100 days, sought within 10 of these, examined to the day, error 0.05: agreeing gives
 *   0.95 / 0.1 = 9.5.
 * @throws KinshipRefusal `birth-interval`, `births`, `trait-error`, `trait-unexplained`, `source-missing`
 */
export function ageRatio(input: AgeInput): TraitRatio {
  const { sought, examined, births, error, source } = input
  for (const interval of [sought, examined]) checkInterval(interval)
  if (!(error >= 0 && error <= 1)) refuse('trait-error', 'The error rate of age must be from 0 to 1.')
  const isAgreeing = examined.from <= sought.to && examined.to >= sought.from
  const width = examined.to - examined.from
  const q = shareBorn(births, {
    from: sought.from - Math.floor(width / 2),
    to: sought.to + Math.ceil(width / 2),
  })
  const [same, other] = isAgreeing ? [1 - error, q] : [error, 1 - q]
  return traitRatio({ trait: 'age', facts: ['age'], same, other, source })
}

export type BirthDateInput = {
  /** The true birth date of the person sought and the one stated by or for the person examined, YYYY-MM-DD. */
  sought: string
  examined: string
  /** Days later than the true date at which one class ends and the next begins, rising; a class takes in its end. */
  cuts: number[]
  /** People known to be the same, counted by class: one more class than cuts, none at 0 (add a stated pseudo-count). */
  same: number[]
  births: Births
  source: string
}

/**
 * A stated birth date beside the true one, by how many days they differ: LR = P(class | same person) / P(class |
 * somebody else). The first is the mean of a Dirichlet distribution, count / total; the second follows from when the
 * people who could have been examined were born.
 *
 * @example 8 of 10 people known to be the same stated it within 15 days, births even over 310 days around it: the
 *   class holds 30 of these, LR = 0.8 / (30 / 310).
 * @throws KinshipRefusal `birth-date-classes`, `date`, `births`, `trait-unexplained`, `source-missing`
 */
export function birthDateRatio(input: BirthDateInput): TraitRatio {
  const { cuts, same, births, source } = input
  const isRising = cuts.every(
    (cut, index) => Number.isInteger(cut) && (index === 0 || cut > cuts[index - 1]!),
  )
  if (
    cuts.length === 0 ||
    !isRising ||
    same.length !== cuts.length + 1 ||
    !same.every((count) => count > 0)
  ) {
    refuse(
      'birth-date-classes',
      'Birth dates need classes that end at rising whole days, and for each class, one more than ends, a count above 0 of people known to be the same.',
    )
  }
  const truth = dayOf(input.sought)
  const difference = dayOf(input.examined) - truth
  const index = cuts.filter((cut) => difference > cut).length
  const other = shareBorn(births, {
    from: index === 0 ? Number.NEGATIVE_INFINITY : truth + cuts[index - 1]! + 1,
    to: truth + (cuts[index] ?? Number.POSITIVE_INFINITY),
  })
  const total = same.reduce((sum, count) => sum + count, 0)
  return traitRatio({ trait: 'birth date', facts: ['age'], same: same[index]! / total, other, source })
}

/** The share of births within an interval. */
function shareBorn(births: Births, { from, to }: BirthInterval): number {
  const total = births.reduce((sum, { count }) => sum + count, 0)
  if (!(total > 0) || !births.every(({ count }) => count >= 0)) {
    refuse('births', 'The births of the population need counts from 0, at least one above it.')
  }
  return births.reduce((share, period) => {
    checkInterval(period)
    const days = Math.max(0, Math.min(to, period.to) - Math.max(from, period.from) + 1)
    return share + (period.count / total) * (days / (period.to - period.from + 1))
  }, 0)
}

function checkInterval({ from, to }: BirthInterval): void {
  if (!(Number.isInteger(from) && Number.isInteger(to) && from <= to)) {
    refuse('birth-interval', 'A birth interval goes from a whole day to the same or a later one.')
  }
}
