import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { accountNames } from '../../casefile/operations.ts'
import { requireFresh, requireKind } from '../../casefile/rules.ts'
import type { CasefileTables } from '../../casefile/store.ts'
import { anyOf } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  type Corridor,
  findCorridor,
  findRequirement,
  type Requirement,
  type RequirementId,
} from '../corridors.ts'
import { events, RequirementName, type RequirementRow } from '../model.ts'
import type { ClearanceTables } from '../store.ts'

/** Who works at this station: everybody who may read its facts. */
export const workers = ['coordinator', 'consul', 'lawyer', 'lead', 'doctor'] as const

/** What an operation upon one requirement of one child begins with. `seen`: the version its screen showed. */
export const ofRequirement = {
  child: z.uuid(),
  requirement: RequirementName,
  seen: z.number().int().optional(),
}

const own = new Set(events.map(({ type }) => type))

/** The place of the newest event of this station: openings and other desks' work make no form here stale. */
export const versionOf = (file: CaseFile): number =>
  file.events.findLast(({ type }) => own.has(type))?.seq ?? 0

export const findRows = (ctx: Context, children: string[]): Promise<RequirementRow[]> =>
  children.length === 0
    ? Promise.resolve([])
    : ctx.db
        .withTables<ClearanceTables>()
        .selectFrom('requirements')
        .selectAll()
        .where('child', '=', anyOf(children))
        .execute()

export type Gathered = {
  file: CaseFile
  rows: RequirementRow[]
  row: RequirementRow
  corridor: Corridor
  requirement: Requirement
  flightAt: Date
  /** The moment at which the papers are looked at. */
  on: Date
}

/** The child's file, locked, with the rows of its requirements. Refuses what the child's corridor does not ask. */
export async function gather(
  ctx: Context,
  input: { child: string; requirement: RequirementId; seen?: number },
): Promise<Gathered> {
  const file = await ctx.file(input.child)
  requireKind(file, 'child')
  requireFresh({ ...file, version: versionOf(file) }, input.seen)
  const rows = await findRows(ctx, [file.id])
  const corridor = findCorridor(rows[0]?.corridor ?? '')
  if (!corridor) throw new Refusal('clearance-not-begun')
  const requirement = findRequirement(corridor, input.requirement)
  const row = rows.find((one) => one.requirement === input.requirement)
  if (!requirement || !row) throw new Refusal('does-not-apply')
  const flightAt = await flightOf(ctx, file.operation)
  const on = momentFor(ctx, (await findFlown(ctx, [file.id])).has(file.id), flightAt)
  return { file, rows, row, corridor, requirement, flightAt, on }
}

/** The day a paper must last until. An operation without a day yet asks nothing of a paper but that it is valid now. */
export async function flightOf(ctx: Context, operation: string | null): Promise<Date> {
  const found = operation && (await findOperation(ctx, operation))
  return found ? found.flight_at : ctx.now
}

export const findOperation = (ctx: Context, id: string) =>
  ctx.db
    .withTables<CasefileTables>()
    .selectFrom('operations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()

export async function nameOf(ctx: Context, account: string | null): Promise<string> {
  return (account && (await accountNames(ctx)).get(account)) || '—'
}

/** Who has flown: of them the papers are asked as they were at take-off, not today. */
export async function findFlown(ctx: Context, children: string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ child: string }>`select child from steps
    where station = 'evacuation' and state = 'done' and child = any(${children}::uuid[])`.execute(ctx.db)
  return new Set(rows.map(({ child }) => child))
}

/** The moment at which a child's papers are looked at. */
export const momentFor = (ctx: Context, hasFlown: boolean, flightAt: Date): Date =>
  hasFlown && flightAt < ctx.now ? flightAt : ctx.now
