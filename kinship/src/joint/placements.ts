import type { Block, Group } from './blocks.ts'
import { type FamilyRatios, logRatios } from './family-ratios.ts'
import type { Seating } from './locus-ratios.ts'
import type { Problem } from './problem.ts'

/** Somebody in one of a group's places. */
type Member = { group: number; person: number }

/** Who is in which group of a block: one value for all ways to seat them there. */
export type Placement = {
  members: Member[]
  /** Natural logarithm of the likelihood ratio against nobody placed. */
  logRatio: number
  /** Of the product of the prior weights. */
  logPrior: number
  /** In how many ways they may sit, all equally likely. */
  ways: number
}

/** Placements of one block that are weighed; more are left out, and that is said. */
const mostPlacements = 300_000

/**
 * Every placement in a block that is possible, nobody placed first, from few people to many: what is impossible
 * with some people stays so with more.
 *
 * @returns `isWhole`: false when there were too many to weigh
 */
export function placementsOf(
  problem: Problem,
  block: Block,
  ratios: FamilyRatios,
): { placements: Placement[]; isWhole: boolean } {
  const nobody: Placement = { members: [], logRatio: 0, logPrior: 0, ways: 1 }
  const placements = [nobody]
  const possible = new Set<string>()
  let level = [nobody]
  while (level.length > 0) {
    const next: Member[][] = []
    for (const { members } of level) {
      for (const member of extensionsOf(block, members)) {
        const longer = [...members, member]
        if (isPossibleSoFar(longer, possible)) next.push(longer)
        if (placements.length + next.length > mostPlacements) return { placements, isWhole: false }
      }
    }
    const logs = logRatios(
      ratios,
      next.map((members) => seatingOf(block, members)),
    )
    level = next.flatMap((members, index): Placement[] => {
      if (logs[index] === Number.NEGATIVE_INFINITY) return []
      possible.add(keyOf(members))
      return [placementFrom(problem, block, members, logs[index]!)]
    })
    placements.push(...level)
  }
  return { placements, isWhole: true }
}

/** Members who may come next, so that every placement is made once: later groups, or later people of the last. */
function extensionsOf({ groups }: Block, members: Member[]): Member[] {
  const last = members.at(-1)
  const from = last?.group ?? 0
  return groups.slice(from).flatMap(({ places, candidates }, offset): Member[] => {
    const group = from + offset
    if (members.filter((member) => member.group === group).length === places.length) return []
    return candidates
      .filter((person) => offset > 0 || !last || person > last.person)
      .filter((person) => members.every((member) => member.person !== person))
      .map((person) => ({ group, person }))
  })
}

/** Whether all that is left when one member is taken out is possible. */
function isPossibleSoFar(members: Member[], possible: Set<string>): boolean {
  if (members.length < 3)
    return members.every((member) => members.length === 1 || possible.has(keyOf([member])))
  return members.every((_, out) => possible.has(keyOf(members.filter((__, index) => index !== out))))
}

function keyOf(members: Member[]): string {
  let key = ''
  for (const { group, person } of members) key += `${group}:${person},`
  return key
}

/** The people of a group in its places, in order; in the order of the places. */
export function seatingOf({ groups }: Block, members: Member[]): Seating[] {
  const seated = groups.map(() => 0)
  return members.map(({ group, person }) => ({
    place: groups[group]!.places[seated[group]!++]!,
    person,
  }))
}

function placementFrom({ weightOf }: Problem, block: Block, members: Member[], logRatio: number): Placement {
  const logPrior = seatingOf(block, members).reduce(
    (sum, { place, person }) => sum + Math.log(weightOf(person, place)),
    0,
  )
  const ways = block.groups.reduce((product, group, index) => {
    return product * waysToSit(group, members.filter((member) => member.group === index).length)
  }, 1)
  return { members, logRatio, logPrior, ways }
}

function waysToSit({ places }: Group, people: number): number {
  let ways = 1
  for (let taken = 0; taken < people; taken++) ways *= places.length - taken
  return ways
}

/** All ways to seat a placement's people, one list of seatings each. */
export function* seatingsOf(block: Block, { members }: Placement): Generator<Seating[]> {
  yield* seatFrom(block, members, 0, [])
}

function* seatFrom(block: Block, members: Member[], index: number, seated: Seating[]): Generator<Seating[]> {
  const member = members[index]
  if (!member) {
    yield seated
    return
  }
  for (const place of block.groups[member.group]!.places) {
    if (seated.some((other) => other.place === place)) continue
    yield* seatFrom(block, members, index + 1, [...seated, { place, person: member.person }])
  }
}
