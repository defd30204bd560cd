import { countAssignments } from './count.ts'
import { toProblem } from './problem.ts'
import type { JointInput } from './types.ts'

/** Whom each unidentified person may be by the pairings (or by sex, where none are given); `*`: nobody missing. */
export function candidatesOf(input: JointInput): { id: string; targets: string[] }[] {
  const { people, places, weightOf, weightOfNone } = toProblem(input)
  return people.map(({ id }, person) => ({
    id,
    targets: [
      ...places.flatMap((place, index) =>
        place.candidates.includes(person) && weightOf(person, index) > 0 ? [place.id] : [],
      ),
      ...(weightOfNone[person]! > 0 ? ['*'] : []),
    ],
  }))
}

/** How many assignments the pairings allow, impossible ones included; `null` where that takes too long to count. */
export function countOf(input: JointInput): number | null {
  return countAssignments(toProblem(input))
}
