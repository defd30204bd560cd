import type { Because, Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import type { Violation } from './violation.ts'

/** Aboard and waiting together are exactly all that was asked, each once; nobody unready flies. */
export function checkLists(problem: Problem, plan: Plan): Violation[] {
  const found: Violation[] = []
  const asked = [...problem.passengers, ...problem.staff].map((one) => one.id)
  const listed = [...plan.assignments, ...plan.waiting].map((one) => one.id)
  for (const id of new Set(listed)) if (!asked.includes(id)) found.push({ code: 'unknown-person', ids: [id] })
  for (const id of asked) {
    const times = listed.filter((one) => one === id).length
    if (times === 0) found.push({ code: 'lost', ids: [id] })
    if (times > 1) found.push({ code: 'listed-twice', ids: [id] })
  }
  for (const { id, because } of plan.waiting) {
    if (because.length === 0) found.push({ code: 'waits-without-reason', ids: [id] })
    for (const one of because)
      if (!isTrue(problem, plan, id, one)) found.push({ code: 'reason-untrue', ids: [id] })
  }
  for (const { id, ready } of problem.passengers) {
    const aboard = plan.assignments.some((one) => one.id === id)
    if (aboard && !ready.yes) found.push({ code: 'unready-aboard', ids: [id] })
  }
  return found
}

/** Reasons that the problem itself can contradict; the others say what a planner could not find. */
function isTrue(problem: Problem, plan: Plan, id: string, because: Because): boolean {
  const person = problem.passengers.find((one) => one.id === id)
  switch (because.code) {
    case 'not-ready':
      return person?.ready.yes === false
    case 'party-waits': {
      const waits = (other: string) => plan.waiting.some((one) => one.id === other)
      const family = (other: string) =>
        problem.passengers.some((one) => one.id === other && one.party === because.party)
      return person?.party === because.party && because.for.every((other) => family(other) && waits(other))
    }
    case 'party-split': {
      const recorded = problem.splits?.some((one) => one.party === because.party && one.reason.trim() !== '')
      return person?.party === because.party && recorded === true
    }
    default:
      return true
  }
}
