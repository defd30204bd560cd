import { refuse } from '../refusal.ts'
import { alikeOf } from './alike.ts'
import { listAssignments } from './assignments.ts'
import { blocksOf } from './blocks.ts'
import { type Combination, combine, type WeighedBlock } from './combination.ts'
import { countAssignments } from './count.ts'
import { baseOf, type FamilyRatios, familyRatios } from './family-ratios.ts'
import { notesOf } from './notes.ts'
import { placementsOf } from './placements.ts'
import { type Problem, toProblem } from './problem.ts'
import type { JointIdentification, JointInput } from './types.ts'

/** Assignments listed when nothing else is asked for. */
const usualLimit = 100

/**
 * All unidentified people and all missing people of all families together: the posterior probability of every
 * assignment and of everybody's place (Vigeland & Egeland 2021, doi:10.1038/s41598-021-93071-5), exactly, without
 * going through the assignments one by one. Families are weighed apart, placement by placement; then summed over
 * so that nobody is placed twice.
 *
 * @example One person, one family that misses one, LR 3, flat prior: posterior 3 / (1 + 3) = 0.75.
 * @throws KinshipRefusal saying what to change
 */
export function jointIdentification(input: JointInput): JointIdentification {
  const { limit = usualLimit } = input
  if (!(Number.isSafeInteger(limit) && limit >= 0))
    refuse('limit', 'The number of assignments to list must be a whole number from 0.')
  const problem = toProblem(input)
  const base = baseOf(problem)
  const stranger = base.alone.findIndex((logs) => logs.includes(Number.NEGATIVE_INFINITY))
  if (stranger >= 0)
    refuse(
      'evidence-impossible',
      `"${problem.people[stranger]!.id}" shows an allele of frequency 0: give it a minimum frequency.`,
    )
  const families = problem.families.map((_, family) => familyRatios(base, family))
  const weighed = blocksOf(problem).map((block): WeighedBlock => {
    return { block, ...placementsOf(problem, block, families[block.family]!) }
  })
  const isNowhere = placedNowhere(weighed)
  const weightOfOthers = problem.weightOfNone.filter((_, person) => isNowhere(person))
  if (weightOfOthers.some((weight) => weight === 0))
    refuse('no-assignment', 'Somebody must be one of the missing but can be nobody of them: allow "*".')
  const combination = combine(weighed, problem.weightOfNone)
  const alike = alikeOf(problem, weighed)
  return {
    nAssignments: countAssignments(problem),
    assignments: listAssignments(problem, combination, nobodyPlaced(base.alone, families), limit),
    marginal: marginalsOf(problem, combination),
    leftOut: combination.leftOut,
    alike,
    notes: notesOf(problem, weighed, combination, alike),
  }
}

/** Whether a person stands in no possible placement. */
function placedNowhere(weighed: WeighedBlock[]): (person: number) => boolean {
  const placed = new Set(
    weighed.flatMap(({ placements }) =>
      placements.flatMap(({ members }) => members.map(({ person }) => person)),
    ),
  )
  return (person) => !placed.has(person)
}

/** Natural logarithm of the likelihood when nobody is identified. */
function nobodyPlaced(alone: Float64Array[], families: FamilyRatios[]): number {
  const total = (logs: Float64Array) => logs.reduce((sum, log) => sum + log, 0)
  return [...alone, ...families.map(({ own }) => own)].reduce((sum, logs) => sum + total(logs), 0)
}

/** Everybody's probability of being each of the missing, and none of them. */
function marginalsOf(
  { people, places }: Problem,
  { blocks, sums }: Combination,
): JointIdentification['marginal'] {
  const found = people.map((_, person) => ({
    of: new Float64Array(places.length),
    none: sums.nowhere.get(person) ?? 1,
  }))
  sums.layers.forEach(({ block, choices }, layer) => {
    const { placements, block: ofFamily } = blocks[block]!
    choices.forEach((list, set) => {
      const logs = list.map((index) => {
        const { logRatio, logPrior, ways } = placements[index]!
        return logRatio + logPrior + Math.log(ways)
      })
      const most = Math.max(...logs)
      const total = logs.reduce((sum, log) => sum + Math.exp(log - most), 0)
      list.forEach((index, at) => {
        const share = (sums.shares[layer]![set]! * Math.exp(logs[at]! - most)) / total
        for (const { group, person } of placements[index]!.members) {
          const seats = ofFamily.groups[group]!.places
          for (const place of seats) found[person]!.of[place]! += share / seats.length
        }
      })
    })
  })
  return Object.fromEntries(
    found.map(({ of, none }, person) => [
      people[person]!.id,
      Object.fromEntries([...places.map(({ id }, place) => [id, of[place]!] as const), ['*', none]]),
    ]),
  )
}
