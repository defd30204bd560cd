import type { Note } from '../types.ts'
import type { Combination, WeighedBlock } from './combination.ts'
import { seatingOf } from './placements.ts'
import type { Problem } from './problem.ts'

/** Evidence of at least ten to one for being somebody counts as a claim. */
const claimLog10 = 1
const sameLog = 1e-9

/** What the reader of the numbers should know, in words. */
export function notesOf(
  problem: Problem,
  weighed: WeighedBlock[],
  { leftOut }: Combination,
  alike: string[][],
): Note[] {
  return [
    ...alike.map((ids) => ({
      code: 'alike',
      message: `${listed(ids)} cannot be told apart by these genotypes: whoever is one of them may as well be the other.`,
    })),
    ...notIdentifiable(problem, weighed),
    ...nobodyFits(problem, weighed),
    ...competing(problem, weighed, alike),
    ...ofSize(problem, leftOut),
  ]
}

function ofSize({ theta, families }: Problem, leftOut: number): Note[] {
  const notes: Note[] = []
  if (leftOut > 0) {
    const share = leftOut < 1 ? `at most ${leftOut.toPrecision(2)}` : 'an unknown part'
    const message = `Not all assignments were summed: ${share} of the probability was left out.`
    notes.push({ code: 'left-out', message })
  }
  if (theta > 0 && families.length > 1) {
    const message =
      'Co-ancestry (theta) counts within each family and whoever is placed in it; the families are weighed as independent of each other.'
    notes.push({ code: 'theta-by-family', message })
  }
  return notes
}

/** Missing people whose place changes no likelihood, whoever is in it. */
function notIdentifiable({ places }: Problem, weighed: WeighedBlock[]): Note[] {
  return weighed.flatMap(({ block, placements }) => {
    const logs = new Map(placements.map(({ members, logRatio }) => [JSON.stringify(members), logRatio]))
    return block.groups.flatMap(({ places: seats }, group) => {
      const withIt = placements.filter(({ members }) => members.some((member) => member.group === group))
      const changes = withIt.some(({ members, logRatio }) => {
        const without = members.filter((member) => member.group !== group)
        return Math.abs(logs.get(JSON.stringify(without))! - logRatio) > sameLog
      })
      if (changes || withIt.length === 0) return []
      return seats.map((place) => ({
        code: 'not-identifiable',
        message: `"${places[place]!.id}" cannot be identified with these relatives: no typed or missing relative says anything about them. Test a closer relative.`,
      }))
    })
  })
}

function nobodyFits({ places }: Problem, weighed: WeighedBlock[]): Note[] {
  const possible = new Set(
    weighed.flatMap(({ block, placements }) =>
      placements.flatMap(({ members }) => members.flatMap(({ group }) => block.groups[group]!.places)),
    ),
  )
  return places.flatMap(({ id }, place) => {
    if (possible.has(place)) return []
    return [{ code: 'nobody-fits', message: `None of the unidentified people can be "${id}".` }]
  })
}

/** People whom several families claim, and places that several people claim, each with evidence of its own. */
function competing(
  { people, places, families }: Problem,
  weighed: WeighedBlock[],
  alike: string[][],
): Note[] {
  const claims = weighed.flatMap(({ block, placements }) =>
    placements
      .filter(({ members, logRatio }) => members.length === 1 && logRatio >= claimLog10 * Math.LN10)
      .map(({ members, logRatio }) => ({
        ...seatingOf(block, members)[0]!,
        family: block.family,
        logRatio,
      })),
  )
  const byPerson = [...Map.groupBy(claims, ({ person }) => person)].flatMap(([person, own]) => {
    const claiming = [...new Set(own.map(({ family }) => family))]
    if (claiming.length < 2) return []
    const names = claiming.map((family) => families[family]!.id)
    const message = `"${people[person]!.id}" is claimed by several families, each with evidence of ten to one or more: ${listed(names)}.`
    return [{ code: 'competing-families', message }]
  })
  const seatsOf = (place: number) => {
    const { id } = places[place]!
    return alike.find((set) => set.includes(id)) ?? [id]
  }
  const byPlace = [...Map.groupBy(claims, ({ place }) => seatsOf(place).join('\n')).values()].flatMap(
    (own) => {
      const seats = seatsOf(own[0]!.place)
      const names = [...new Set(own.map(({ person }) => people[person]!.id))]
      if (names.length <= seats.length) return []
      const which = seats.length > 1 ? `one of ${listed(seats)}` : listed(seats)
      const message = `Several people may be ${which}, each with evidence of ten to one or more: ${listed(names)}.`
      return [{ code: 'competing-people', message }]
    },
  )
  return [...byPerson, ...byPlace]
}

function listed(names: string[]): string {
  const quoted = names.map((name) => `"${name}"`)
  return quoted.length < 2 ? quoted.join() : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}
