import type { Assignment, Because, Plan } from './plan.ts'

/** What changed for people between two plans; whoever is in no list is where they were. */
export type PlanDiff = {
  /** Waited or was not asked before, now aboard; `waited` are the reasons that no longer hold. */
  cameAboard: { id: string; to: Place; waited: Because[] }[]
  /** Was aboard or not asked before, now waits. */
  nowWaits: { id: string; from?: Place; because: Because[] }[]
  /** Aboard in both, in another place. */
  moved: { id: string; from: Place; to: Place }[]
  /** Aboard in both, looked after by another adult (absent: by nobody). */
  escortChanged: { id: string; from?: string; to?: string }[]
  /** Waits in both, for other reasons. */
  reasonChanged: { id: string; from: Because[]; to: Because[] }[]
  /** In the earlier plan and not in the later one at all. */
  gone: string[]
}

export type Place = { aircraft: string; seat?: string; lapOf?: string }

/**
 * Compares two plans person by person, in the order of the later plan.
 * @example seat 1A before, 2A after: moved [{ id, from: { aircraft, seat: '1A' }, to: { aircraft, seat: '2A' } }]
 */
export function diffPlans(before: Plan, after: Plan): PlanDiff {
  const [was, is] = [index(before), index(after)]
  const diff: PlanDiff = {
    cameAboard: [],
    nowWaits: [],
    moved: [],
    escortChanged: [],
    reasonChanged: [],
    gone: [],
  }
  for (const [id, to] of is.aboard) {
    const from = was.aboard.get(id)
    if (!from) diff.cameAboard.push({ id, to, waited: was.waiting.get(id) ?? [] })
    else {
      if (!isSame(from, to)) diff.moved.push({ id, from, to })
      const [left, took] = [was.escort.get(id), is.escort.get(id)]
      if (left !== took) diff.escortChanged.push({ id, from: left, to: took })
    }
  }
  for (const [id, because] of is.waiting) {
    const earlier = was.waiting.get(id)
    if (!earlier) diff.nowWaits.push({ id, from: was.aboard.get(id), because })
    else if (!isSame(earlier, because)) diff.reasonChanged.push({ id, from: earlier, to: because })
  }
  const listed = [...was.aboard.keys(), ...was.waiting.keys()]
  diff.gone = listed.filter((id) => !is.aboard.has(id) && !is.waiting.has(id))
  return diff
}

function index(plan: Plan) {
  return {
    aboard: new Map(plan.assignments.map((one) => [one.id, toPlace(one)])),
    waiting: new Map(plan.waiting.map((one) => [one.id, one.because])),
    escort: new Map(
      plan.escorts.flatMap(({ adult, passengers }) => passengers.map((id) => [id, adult] as const)),
    ),
  }
}

function toPlace({ aircraft, seat, lapOf }: Assignment): Place {
  return { aircraft, ...(seat === undefined ? {} : { seat }), ...(lapOf === undefined ? {} : { lapOf }) }
}

function isSame(a: Place | Because[], b: Place | Because[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
