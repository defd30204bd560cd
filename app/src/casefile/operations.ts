import { sql } from 'kysely'
import { z } from 'zod'
import { Invalid, Refusal } from '../platform/refusal.ts'
import { mayRead, professions } from './access.ts'
import type { Context } from './context.ts'
import {
  Description,
  described,
  descriptionOf,
  Names,
  Operation,
  operationDescribed,
  PersonKind,
  Sex,
} from './model.ts'
import { operation } from './operation.ts'
import { birthProblem, requireFresh, requirePerson } from './rules.ts'
import { stations } from './steps.ts'
import type { CasefileTables } from './store.ts'

/** Those whose work is with people's files: not an editor, who sees figures, nor one who only lets people in. */
export const workers = professions.filter((profession) => mayRead(profession, 'file'))
export const Made = z.object({ id: z.uuid() })

export const describeOperation = operation({
  summary: 'Open an operation, or amend it: its name, the corridor, the day of the flight',
  may: ['coordinator', 'lead'],
  input: z.object({ operation: z.uuid().optional(), description: Operation }),
  output: Made,
  async run(ctx, input) {
    const before = input.operation ? await ctx.file(input.operation) : undefined
    if (before && before.kind !== 'operation') throw new Refusal('not-an-operation')
    const id = before?.id ?? (await ctx.createFile('operation', null))
    await ctx.record([id], operationDescribed, input.description)
    return { id }
  },
})

const ListedOperation = z.object({
  id: z.uuid(),
  names: Names,
  from: z.string(),
  to: z.string(),
  corridor: z.string(),
  flightAt: z.string(),
  takesRequests: z.boolean(),
})

export const listOperations = operation({
  summary: 'The operations, newest first; their names and days are public',
  may: ['anyone', ...professions],
  input: z.object({}),
  output: z.object({ operations: z.array(ListedOperation) }),
  reads: true,
  async run(ctx) {
    const rows = await ctx.db
      .withTables<CasefileTables>()
      .selectFrom('operations')
      .selectAll()
      .orderBy('flight_at', 'desc')
      .execute()
    const operations = rows.map(({ id, names, corridor, ...row }) => ({
      ...{ id, names, corridor },
      ...{
        from: row.from_country,
        to: row.to_country,
        flightAt: row.flight_at.toISOString(),
        takesRequests: row.takes_requests,
      },
    }))
    return { operations }
  },
})

/** Refuses what no person of that kind can be. */
export function requirePossible(description: Description, kind: string, now: Date): void {
  const problem = birthProblem(description.birth, now, kind === 'child')
  if (problem) throw new Invalid([{ field: 'description.birth', code: problem }])
}

/** Writes who a person is, in a new file or over what was known; other stations call it when they meet somebody new. */
export async function describe(
  ctx: Context,
  person: { id?: string; kind: string; operation: string },
  description: Description,
): Promise<string> {
  requirePossible(description, person.kind, ctx.now)
  const id = person.id ?? (await ctx.createFile(person.kind, person.operation))
  await ctx.record([id], described, description)
  return id
}

export const describePerson = operation({
  summary: 'Open the file of a child, a relative or a worker, or amend who they are',
  may: ['coordinator', 'consul', 'geneticist', 'lawyer', 'lead'],
  input: z.object({
    id: z.uuid().optional(),
    kind: PersonKind,
    operation: z.uuid(),
    description: Description,
    seen: z.number().int().optional(),
  }),
  output: Made,
  async run(ctx, { description, seen, ...person }) {
    if (!person.id) return { id: await describe(ctx, person, description) }
    const file = await ctx.file(person.id)
    requirePerson(file)
    requireFresh(file, seen)
    return { id: await describe(ctx, { ...person, kind: file.kind }, description) }
  },
})

export const ListedPerson = z.object({
  id: z.uuid(),
  kind: z.string(),
  names: Names,
  sex: Sex,
  born: z.object({ earliest: z.number().nullable(), latest: z.number().nullable() }),
  deceased: z.boolean(),
})
export type ListedPerson = z.infer<typeof ListedPerson>

export const listPeople = operation({
  summary: 'The people of an operation: children, relatives, workers',
  may: workers,
  input: z.object({ operation: z.uuid(), kind: PersonKind.optional() }),
  output: z.object({ people: z.array(ListedPerson) }),
  reads: true,
  run: async (ctx, input) => ({ people: await findPeople(ctx, input) }),
})

export async function findPeople(
  ctx: Context,
  { operation, kind }: { operation: string; kind?: string },
): Promise<ListedPerson[]> {
  let query = ctx.db
    .withTables<CasefileTables>()
    .selectFrom('people')
    .selectAll()
    .where('operation', '=', operation)
    .where('set_aside', 'is', null)
    .orderBy('id')
  if (kind) query = query.where('kind', '=', kind)
  const rows = await query.execute()
  return rows.map(({ id, kind, names, sex, deceased, ...row }) => ({
    ...{ id, kind, names, sex, deceased },
    born: { earliest: row.birth_earliest, latest: row.birth_latest },
  }))
}

const TimelineEntry = z.object({
  seq: z.number(),
  type: z.string(),
  occurredAt: z.string(),
  by: z.string().nullable(),
  /** It was written in a file that has since been joined into this one. */
  fromOther: z.boolean(),
})

export const openFile = operation({
  summary:
    'Open a file: who the person is, where they stand, what was recorded; the opening is itself recorded',
  reads: true,
  may: workers,
  input: z.object({ file: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    kind: z.string(),
    operation: z.uuid().nullable(),
    version: z.number(),
    description: Description.nullable(),
    steps: z.array(
      z.object({
        station: z.enum(stations),
        state: z.enum(['waiting', 'done', 'problem']),
        waitsFor: z.string().nullable(),
        since: z.string(),
      }),
    ),
    timeline: z.array(TimelineEntry),
  }),
  async run(ctx, input) {
    const file = await ctx.file(input.file)
    const names = await accountNames(ctx)
    const timeline = file.events.map(({ seq, type, occurredAt, by, origin }) => ({
      seq,
      type,
      occurredAt,
      by: by && (names.get(by) ?? by),
      fromOther: origin !== undefined,
    }))
    const { id, kind, operation, version } = file
    return {
      id,
      kind,
      operation,
      version,
      description: descriptionOf(file) ?? null,
      steps: await stepsOf(ctx, [file.id]),
      timeline: timeline.reverse(),
    }
  },
})

/** Who wrote an event, by name. */
export async function accountNames(ctx: Context): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from accounts`.execute(ctx.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

type StepRow = {
  child: string
  station: (typeof stations)[number]
  state: 'waiting' | 'done' | 'problem'
  waits_for: string | null
  since: Date
}

async function stepsOf(ctx: Context, children: string[]) {
  const { rows } = await sql<StepRow>`select * from steps where child = any(${children}::uuid[])`.execute(
    ctx.db,
  )
  return rows.map(({ child, waits_for, since, ...step }) => ({
    child,
    ...step,
    waitsFor: waits_for,
    since: since.toISOString(),
  }))
}

export const home = operation({
  summary: 'Where every child of an operation stands on the path home, and what each waits for',
  may: workers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    children: z.array(
      ListedPerson.extend({
        steps: z.array(
          z.object({
            station: z.enum(stations),
            state: z.enum(['waiting', 'done', 'problem']),
            waitsFor: z.string().nullable(),
            since: z.string(),
          }),
        ),
      }),
    ),
  }),
  reads: true,
  async run(ctx, { operation }) {
    const children = await findPeople(ctx, { operation, kind: 'child' })
    const steps = await stepsOf(
      ctx,
      children.map((child) => child.id),
    )
    const stepsByChild = Map.groupBy(steps, (step) => step.child)
    return { children: children.map((child) => ({ ...child, steps: stepsByChild.get(child.id) ?? [] })) }
  },
})

export const operations = {
  describeOperation,
  listOperations,
  describePerson,
  listPeople,
  openFile,
  home,
}
