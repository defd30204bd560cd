import type { Problem } from './problem.ts'

/** States the count may take. */
const mostStates = 200_000

/**
 * How many assignments the pairings allow, impossible ones included: matchings of the people and the places,
 * counted class by class of those that are alike in whom they may be.
 *
 * @returns `null` when the classes are too many to count by
 */
export function countAssignments({ people, places, weightOfNone, weightOf }: Problem): number | null {
  const options = people.map((_, person) =>
    places.flatMap((place, index) =>
      place.candidates.includes(person) && weightOf(person, index) > 0 ? [index] : [],
    ),
  )
  const classes = [...Map.groupBy(places.keys(), (index) => candidatesKey(options, index)).values()]
  const ofPerson = options.map((list) =>
    classes.flatMap((own, index) => (list.includes(own[0]!) ? [index] : [])),
  )
  let counts = new Map<string, number>([[classes.map(() => 0).join(), 1]])
  for (const [person, own] of ofPerson.entries()) {
    const next = new Map<string, number>()
    const add = (key: string, count: number) => next.set(key, (next.get(key) ?? 0) + count)
    for (const [key, count] of counts) {
      if (weightOfNone[person]! > 0) add(key, count)
      const used = key.split(',').map(Number)
      for (const index of own) {
        const free = classes[index]!.length - used[index]!
        if (free > 0) add(used.with(index, used[index]! + 1).join(), count * free)
      }
    }
    if (next.size > mostStates) return null
    counts = next
  }
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

function candidatesKey(options: number[][], place: number): string {
  return options.flatMap((list, person) => (list.includes(place) ? [person] : [])).join()
}
