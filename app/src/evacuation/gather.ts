import { sql } from 'kysely'
import type { Context } from '../casefile/context.ts'
import type { CaseFile } from '../casefile/event.ts'
import { keepFiles } from '../casefile/keeping.ts'
import { described, descriptionOf, operationOf } from '../casefile/model.ts'
import { findPeople } from '../casefile/operations.ts'
import { ageInMonths } from '../casefile/rules.ts'
import { type HeldRow, readinessOfRows } from '../clearance/model.ts'
import { Refusal } from '../platform/refusal.ts'
import { needsOf, needsStated, partiesOf, partySet } from './model.ts'
import type { Child } from './rules.ts'

/** The operation's own file; refused when it is not one. */
export async function getOperation(ctx: Context, id: string): Promise<CaseFile> {
  const file = await ctx.file(id)
  if (!operationOf(file)) throw new Refusal('file-not-found', {}, 404)
  return file
}

export const flightTime = (operation: CaseFile): string => operationOf(operation)!.flightAt

const ofCohort = [described, needsStated, partySet]

/**
 * The cohort: every child of the operation, with what the planner has to know, in order of their files. Who reads to
 * write gives `ctx.files`, which locks them; what is only looked at is kept, and what is shown of it `ctx.shows`.
 */
export async function gatherCohort(
  ctx: Context,
  operation: CaseFile,
  read = (ids: string[]) => keepFiles(ctx, `cohort ${operation.id}`, ids, ofCohort),
): Promise<Child[]> {
  const flightAt = new Date(flightTime(operation))
  const people = await findPeople(ctx, { operation: operation.id, kind: 'child' })
  const files = await read(people.map((person) => person.id))
  const { rows } = await sql<HeldRow>`select child, corridor, requirement, state, expires from requirements
      where child = any(${people.map((one) => one.id)}::uuid[])`.execute(ctx.db)
  const events = files.flatMap((file) => file.events).sort((a, b) => a.seq - b.seq)
  const party = partiesOf(
    people.map((one) => one.id),
    events,
  )
  const rowsOf = Map.groupBy(rows, (row) => row.child)
  return files.map((file, i) => {
    const description = descriptionOf(file)
    return {
      ...{ id: file.id, sex: people[i]!.sex, needs: needsOf(file), party: party.get(file.id)! },
      ageMonths: description ? ageInMonths(description.birth, flightAt) : undefined,
      languages: description?.languages ?? [],
      readiness: readinessOfRows(rowsOf.get(file.id) ?? [], ctx.now, flightAt),
    }
  })
}
