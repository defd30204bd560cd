import { applyChange } from '@sandsage/airlift'
import type { CaseFile, LogEvent } from '../casefile/event.ts'
import { type Change, type Runbook, runbookSet, type TaskOf, taskChanged } from './model.ts'

/** The tasks after one change, each keeping the names people know it by. */
export function changeTasks(tasks: TaskOf[], change: Change): TaskOf[] {
  const named =
    change.kind === 'not-before' || change.kind === 'must-end-by'
      ? { ...change, instant: change.instant }
      : change
  const names = new Map(tasks.map((task) => [task.id, task.names]))
  return applyChange(tasks, named).map((task) => ({ ...task, names: names.get(task.id)! }))
}

/** The runbook as it is now: as it was set, with every change made to it since. */
export function runbookOf(operation: CaseFile): Runbook | undefined {
  return operation.events.reduce<Runbook | undefined>(fold, undefined)
}

function fold(runbook: Runbook | undefined, event: LogEvent): Runbook | undefined {
  if (event.type === runbookSet.type) return event.detail as Runbook
  if (event.type === taskChanged.type && runbook)
    return { ...runbook, tasks: changeTasks(runbook.tasks, event.detail as Change) }
  return runbook
}
