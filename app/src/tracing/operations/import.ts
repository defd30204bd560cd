import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { Description, descriptionOf } from '../../casefile/model.ts'
import { bytesOf, operation, SentFile } from '../../casefile/operation.ts'
import { describe, findPeople } from '../../casefile/operations.ts'
import { words as casefileWords } from '../../casefile/words.ts'
import { type Messages, wordsOf } from '../../design/languages/messages.ts'
import { Refusal } from '../../platform/refusal.ts'
import { sha256 } from '../../platform/sealing.ts'
import { readSheet, type Sheet } from '../../platform/sheet.ts'
import { fields } from '../columns.ts'
import { found, imported } from '../model.ts'
import { type Plan, type Problem, planRows, type Row, sameness } from '../rows.ts'
import type { TracingTables } from '../store.ts'
import { words } from '../words.ts'
import { tracers } from './requests.ts'

type Read = { sum: string; sheet: Sheet; plan: Plan; taken: Map<number, string> }

/** Reads the list and holds every row beside the children the operation already has. */
async function readList(ctx: Context, operation: string, file: SentFile): Promise<Read> {
  const bytes = bytesOf(file)
  const sheet = await readSheet(bytes)
  const plan = planRows(sheet.rows, ctx.now)
  if (!plan)
    throw new Refusal('list-names-no-columns', {
      first: (sheet.rows[0] ?? []).filter(Boolean).join(', ').slice(0, 120),
    })
  const sum = sha256(bytes)
  const tables = ctx.db.withTables<TracingTables>()
  const rows = await tables
    .selectFrom('tracing_found')
    .select(['child', 'list', 'row'])
    .where('operation', '=', operation)
    .execute()
  const taken = new Map(rows.filter((row) => row.list === sum).map((row) => [row.row, row.child]))
  return { sum, sheet, plan: { ...plan, rows: await markKnown(ctx, operation, plan.rows, taken) }, taken }
}

async function markKnown(
  ctx: Context,
  operation: string,
  rows: Row[],
  taken: Map<number, string>,
): Promise<Row[]> {
  const children = await findPeople(ctx, { operation, kind: 'child' })
  const files = await ctx.files(children.map((child) => child.id))
  const known = new Set(files.flatMap((file) => descriptionOf(file) ?? []).map(sameness))
  return rows.map((row) => {
    if (
      !row.listed ||
      row.problems.length ||
      taken.has(row.row) ||
      !known.has(sameness(row.listed.description))
    )
      return row
    return { ...row, problems: [{ field: 'name', code: 'already-in-operation' }] }
  })
}

const SaidProblem = z.object({ field: z.enum(fields), code: z.string(), sentence: z.string() })
/** A birth or a name may be wrong in ways every station words alike. */
const problemWords: Messages = { ...casefileWords, ...words }
const PlannedRow = z.object({
  row: z.number(),
  name: z.string(),
  state: z.enum(['new', 'bad', 'here']),
  problems: z.array(SaidProblem),
  description: Description.nullable(),
  with: z.string().nullable(),
  ageWritten: z.string().nullable(),
})

const stateOf = (row: Row, taken: Map<number, string>): 'new' | 'bad' | 'here' =>
  taken.has(row.row) ? 'here' : row.problems.length ? 'bad' : 'new'

function sayProblem(ctx: Context, { field, code, values }: Problem) {
  const key = `invalid.${code}`
  return { field, code, sentence: wordsOf(problemWords, ctx.language)(key, values) }
}

export const planImport = operation({
  summary:
    'Look at a list of children before it is taken in: every row, and what is wrong with which; records nothing',
  may: tracers,
  input: z.object({ operation: z.uuid(), file: SentFile }),
  output: z.object({
    sha256: z.string(),
    format: z.enum(['csv', 'xlsx']),
    encoding: z.object({ name: z.string(), because: z.enum(['mark', 'valid', 'letters']) }).nullable(),
    columns: z.array(z.object({ header: z.string(), field: z.enum(fields).nullable() })),
    rows: z.array(PlannedRow),
  }),
  reads: true,
  async run(ctx, { operation, file }) {
    await ctx.file(operation)
    const { sum, sheet, plan, taken } = await readList(ctx, operation, file)
    const rows = plan.rows.map((row) => ({
      ...{
        row: row.row,
        name: row.name,
        state: stateOf(row, taken),
        problems: row.problems.map((problem) => sayProblem(ctx, problem)),
      },
      ...{
        description: row.listed?.description ?? null,
        with: row.listed?.found.with ?? null,
        ageWritten: row.listed?.found.ageWritten ?? null,
      },
    }))
    const columns = plan.columns
      .filter((column) => column.header !== '')
      .map(({ header, field }) => ({ header, field }))
    return { sha256: sum, format: sheet.format, encoding: sheet.encoding ?? null, columns, rows }
  },
})

const Left = z.object({ row: z.number(), name: z.string(), because: z.string() })

export const acceptImport = operation({
  summary: 'Take in the list that was looked at; rows that cannot be read are left out only when named',
  may: tracers,
  input: z.object({
    operation: z.uuid(),
    file: SentFile,
    sha256: z.string(),
    leaveOut: z.array(z.number().int()).max(5000).default([]),
  }),
  output: z.object({
    done: z.array(z.object({ row: z.number(), name: z.string(), child: z.uuid() })),
    waiting: z.array(Left),
  }),
  async run(ctx, input) {
    await ctx.file(input.operation)
    if (sha256(bytesOf(input.file)) !== input.sha256) throw new Refusal('not-the-file-you-looked-at')
    const { sum, plan, taken } = await readList(ctx, input.operation, input.file)
    const out = new Set(input.leaveOut)
    const bad = plan.rows.filter((row) => stateOf(row, taken) === 'bad' && !out.has(row.row))
    if (bad.length)
      throw new Refusal('bad-rows-not-left-out', {
        n: bad.length,
        rows: bad
          .map((row) => row.row)
          .slice(0, 20)
          .join(', '),
      })
    const list = { name: input.file.name, sha256: sum }
    const done = []
    for (const row of plan.rows) {
      if (!row.listed || out.has(row.row) || taken.has(row.row)) continue
      const child = await describe(ctx, { kind: 'child', operation: input.operation }, row.listed.description)
      await ctx.record([child], found, { ...row.listed.found, list: { ...list, row: row.row } })
      done.push({ row: row.row, name: row.name, child })
    }
    const waiting = leftOut(ctx, plan.rows, out, taken)
    if (done.length)
      await ctx.record([input.operation], imported, {
        sha256: sum,
        imported: done.length,
        leftOut: waiting.map((row) => row.row),
      })
    return { done, waiting }
  },
})

/** Each row that did not become a file now, and why: with the done ones, all that was sent. */
function leftOut(ctx: Context, rows: Row[], out: Set<number>, taken: Map<number, string>) {
  const say = wordsOf(words, ctx.language)
  return rows
    .filter((row) => out.has(row.row) || taken.has(row.row))
    .map((row) => {
      const because = taken.has(row.row)
        ? say('tracing.import.here')
        : row.problems.map((problem) => sayProblem(ctx, problem).sentence).join(' ') ||
          say('tracing.import.byYou')
      return { row: row.row, name: row.name, because }
    })
}
