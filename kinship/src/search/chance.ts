import { type Bounds, exceedance } from './exceedance.ts'
import type { FamilyTable } from './family-table.ts'
import type { ProfileTable, TypingPattern } from './profile-table.ts'
import { matchedLoci } from './row-values.ts'
import { strangersOutcomes } from './strangers-outcomes.ts'

/** Ways of being typed that are worked out exactly; profiles typed in rarer ways are bounded. */
const mostPatterns = 8
/** Below this a score says nothing, and every stranger is counted as reaching it. */
const lowestFloor = -6

/**
 * How many of these profiles would fit the family so well if all of them were strangers: the sum of their chances
 * to reach the score, each with the loci it is typed at. Where profiles are typed in more than a few ways, the rest
 * count with Markov's inequality: as a stranger's mean ratio is 1, P(LR >= x) is at most 1/x.
 *
 * @param floor the lowest score that will be asked for
 * @param isCounted whether profiles of a sex take part
 */
export function strangersAbove(
  family: FamilyTable,
  profiles: ProfileTable,
  floor: number,
  isCounted: (sex: FamilyTable['sex']) => boolean,
): (score: number) => Bounds {
  const counted = profiles.patterns
    .map((pattern) => ({ pattern, count: countOf(pattern, isCounted) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const rest = counted.slice(mostPatterns).reduce((sum, { count }) => sum + count, 0)
  const tables = matchedLoci(family, profiles)
  const curves = counted.slice(0, mostPatterns).map(({ pattern, count }) => {
    const outcomes = pattern.shown.flatMap((shown, locus) => {
      const table = tables[locus]
      return table && shown !== 'nothing'
        ? [strangersOutcomes(table, shown, profiles.models[pattern.model]!)]
        : []
    })
    return { count, above: exceedance(outcomes, Math.max(floor, lowestFloor)) }
  })
  return (score) => {
    const sum = { low: 0, high: rest * Math.min(1, 10 ** -score) }
    for (const { count, above } of curves) {
      const { low, high } = above(Math.max(score, lowestFloor))
      sum.low += count * low
      sum.high += count * (score < lowestFloor ? 1 : high)
    }
    return sum
  }
}

function countOf({ count }: TypingPattern, isCounted: (sex: FamilyTable['sex']) => boolean): number {
  return (['male', 'female', 'unknown'] as const).reduce(
    (sum, sex) => sum + (isCounted(sex) ? count[sex] : 0),
    0,
  )
}
