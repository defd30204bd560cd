import type { Position } from '../model/search.ts'

/** What is known of a person beside the DNA and does not fit a place: shown beside the ratio, not mixed into it. */
export const misfits = ['sex', 'age'] as const
export type Misfit = (typeof misfits)[number]

export type Known = {
  sex: 'male' | 'female' | 'unknown'
  birth_earliest: number | null
  birth_latest: number | null
}

/** Years by which a stated birth may be off before it is said not to fit: ages on lists are guesses. */
const YEARS_OFF = 2

/** Of all places of a position the one that fits best counts; what is not known fits. */
export function misfitsOf(
  child: Known | undefined,
  places: Position['places'],
  known: Map<string, Known>,
): Misfit[] {
  if (!child) return []
  const each = places.map((place): Misfit[] => {
    const there = known.get(place.id)
    const sexDiffers = child.sex !== 'unknown' && place.sex !== 'unknown' && child.sex !== place.sex
    return [
      ...(sexDiffers ? ['sex' as const] : []),
      ...(there && areApart(child, there) ? ['age' as const] : []),
    ]
  })
  return each.reduce((best, one) => (one.length < best.length ? one : best))
}

function areApart(a: Known, b: Known): boolean {
  if (
    a.birth_earliest === null ||
    a.birth_latest === null ||
    b.birth_earliest === null ||
    b.birth_latest === null
  )
    return false
  return a.birth_earliest - b.birth_latest > YEARS_OFF || b.birth_earliest - a.birth_latest > YEARS_OFF
}
