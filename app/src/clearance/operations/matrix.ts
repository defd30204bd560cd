import { z } from 'zod'
import { professions } from '../../casefile/access.ts'
import type { Context } from '../../casefile/context.ts'
import { Names } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { findPeople, type ListedPerson } from '../../casefile/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findCorridor, type Requirement } from '../corridors.ts'
import { holdingsOfRows, RequirementName, type RequirementRow, readinessOfRows } from '../model.ts'
import { blockedBy, stateOf, states } from '../rules.ts'
import { findFlown, findOperation, findRows, momentFor, workers } from './gather.ts'
import { findWorkers } from './wait.ts'

const Cell = z.object({
  requirement: RequirementName,
  state: z.enum(states),
  hasPaper: z.boolean(),
  owner: z.uuid().nullable(),
  expires: z.string().nullable(),
  since: z.string(),
  askedOn: z.string().nullable(),
  /** What must be met before it can be. */
  blockedBy: z.array(RequirementName),
})

const Line = z.object({
  child: z.uuid(),
  names: Names,
  flown: z.boolean(),
  ready: z.boolean(),
  because: z.array(z.string()),
  /** Empty before clearing began. */
  cells: z.array(Cell),
})

const Column = z.object({
  id: RequirementName,
  meets: z.array(z.enum(professions)),
  signatures: z.number(),
  expiryOnPaper: z.boolean(),
  byEvidence: z.boolean(),
  isMoment: z.boolean(),
})

type Gathered = {
  children: ListedPerson[]
  rows: Map<string, RequirementRow[]>
  flightAt: Date
  corridor: string
  hasFlown: ReadonlySet<string>
}

async function gatherAll(ctx: Context, id: string): Promise<Gathered> {
  await ctx.file(id)
  const found = await findOperation(ctx, id)
  if (!found) throw new Refusal('file-not-found', {}, 404)
  const people = await findPeople(ctx, { operation: id, kind: 'child' })
  const children = people.filter(({ deceased }) => !deceased)
  const ids = children.map((child) => child.id)
  const rows = await findRows(ctx, ids)
  return {
    children,
    hasFlown: await findFlown(ctx, ids),
    rows: Map.groupBy(rows, (row) => row.child),
    flightAt: found.flight_at,
    corridor: found.corridor,
  }
}

export const listMatrix = operation({
  summary: 'Every child of an operation against every requirement: what is met, who sees to it, what expires',
  may: workers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    corridor: z.string(),
    flightAt: z.string(),
    requirements: z.array(Column),
    children: z.array(Line),
    workers: z.array(z.object({ id: z.uuid(), name: z.string(), profession: z.enum(professions) })),
  }),
  reads: true,
  async run(ctx, input) {
    const gathered = await gatherAll(ctx, input.operation)
    const { children, flightAt, corridor } = gathered
    const requirements = findCorridor(corridor)?.requirements ?? []
    return {
      ...{ corridor, flightAt: flightAt.toISOString(), requirements: requirements.map(toColumn) },
      children: children.map((child) => toLine(ctx, child, gathered)),
      workers: await findWorkers(ctx),
    }
  },
})

const toColumn = ({
  id,
  meets,
  signatures,
  expiryOnPaper = false,
  byEvidence = false,
  validHours,
}: Requirement) => ({
  ...{ id, meets: [...meets], signatures, expiryOnPaper, byEvidence, isMoment: validHours !== undefined },
})

function toLine(ctx: Context, { id, names }: ListedPerson, gathered: Gathered): z.input<typeof Line> {
  const { flightAt, hasFlown } = gathered
  const rows = gathered.rows.get(id) ?? []
  const flown = hasFlown.has(id)
  const on = momentFor(ctx, flown, flightAt)
  const holdings = holdingsOfRows(rows)
  const requirements = findCorridor(rows[0]?.corridor ?? '')?.requirements ?? []
  const cells = requirements.flatMap((requirement) => {
    const row = rows.find((one) => one.requirement === requirement.id)
    return row
      ? [toCell(row, stateOf(holdings[requirement.id], on, flightAt), blockedBy(requirement, holdings, on))]
      : []
  })
  return { child: id, names, flown, ...readinessOfRows(rows, on, flightAt), cells }
}

const toCell = (
  row: RequirementRow,
  state: (typeof states)[number],
  blocked: RequirementRow['requirement'][],
) => ({
  ...{
    requirement: row.requirement,
    state,
    hasPaper: row.has_paper,
    owner: row.owner,
    askedOn: row.asked_on,
  },
  ...{ expires: row.expires?.toISOString() ?? null, since: row.since.toISOString(), blockedBy: blocked },
})

export const whoCouldFly = operation({
  summary: 'Who could fly on the day of the flight, and who waits with every reason; together all children',
  may: workers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    flightAt: z.string(),
    ready: z.array(z.uuid()),
    waiting: z.array(z.object({ child: z.uuid(), because: z.array(z.string()).min(1) })),
  }),
  reads: true,
  async run(ctx, input) {
    const { children, rows, flightAt, hasFlown } = await gatherAll(ctx, input.operation)
    const all = children.map(({ id }) => ({
      child: id,
      ...readinessOfRows(rows.get(id) ?? [], momentFor(ctx, hasFlown.has(id), flightAt), flightAt),
    }))
    return {
      flightAt: flightAt.toISOString(),
      ready: all.filter(({ ready }) => ready).map(({ child }) => child),
      waiting: all.filter(({ ready }) => !ready).map(({ child, because }) => ({ child, because })),
    }
  },
})
