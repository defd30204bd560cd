import { z } from 'zod'
import type { Context } from '../../../casefile/context.ts'
import type { CaseFile } from '../../../casefile/event.ts'
import { descriptionOf } from '../../../casefile/model.ts'
import { operation, SentFile, toSentFile } from '../../../casefile/operation.ts'
import { accountNames } from '../../../casefile/operations.ts'
import { nameIn } from '../../../casefile/rules.ts'
import { wordsOf } from '../../../design/languages/messages.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { sha256 } from '../../../platform/sealing.ts'
import { writeCsv } from '../../../platform/sheet/writing.ts'
import { fields } from '../../columns.ts'
import type { Row } from '../../rows.ts'
import { words } from '../../words.ts'
import { ListInput, type ReadList, readList, type State, stateOf } from '../list.ts'
import { bringers, importOf } from '../model.ts'
import { sayChange, sayKept, sayNote, sayProblem } from '../saying.ts'
import { Counts, PlannedRow } from '../shapes.ts'
import { isChange, updateOf } from '../update.ts'

/** Rows of each state that are shown; all are counted, and all that need mending can be downloaded. */
const MOST_SHOWN = 300

const Version = z.object({
  import: z.uuid(),
  name: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  /** Children of that version whom this one names no more; nothing is done about them. */
  missing: z.array(z.object({ child: z.uuid(), row: z.number(), name: z.string() })),
  missingCount: z.number(),
})

const Planned = z.object({
  sha256: z.string(),
  format: z.enum(['csv', 'xlsx']),
  encoding: z
    .object({
      name: z.string(),
      because: z.enum(['mark', 'valid', 'letters', 'chosen']),
      doubtful: z.boolean().optional(),
    })
    .nullable(),
  columns: z.array(z.object({ header: z.string(), field: z.enum(fields).nullable() })),
  rows: z.array(PlannedRow),
  counts: Counts,
  /** The numbers of all rows to mend, also of those not shown. */
  badRows: z.array(z.number()),
  version: Version.nullable(),
  /** What was looked at: taking in asks for it, so that nobody accepts another plan than they saw. */
  digest: z.string(),
})

export const planImport = operation({
  summary:
    'Look at a list of children before it is taken in: every row, and what is wrong with which; records nothing',
  may: bringers,
  input: ListInput,
  output: Planned,
  reads: true,
  async run(ctx, input) {
    await ctx.file(input.operation)
    const list = await readList(ctx, input)
    const rows = await planned(ctx, list)
    const counts = { new: 0, changed: 0, same: 0, here: 0, bad: 0 }
    for (const { state } of rows) counts[state]++
    const columns = list.plan.columns
      .filter((column) => column.header !== '')
      .map(({ header, field }) => ({ header, field }))
    return {
      ...{
        sha256: list.sum,
        format: list.sheet.format,
        encoding: list.sheet.encoding ?? null,
        columns,
        counts,
      },
      rows: someOfEach(rows),
      badRows: rows.filter(({ state }) => state === 'bad').map(({ row }) => row),
      version: await versionOf(ctx, list),
      digest: digestOf(list),
    }
  },
})

/** The same rows about the same children, however long somebody looked. */
export const digestOf = (list: ReadList): string =>
  sha256(
    JSON.stringify([
      list.matches.version,
      ...list.plan.rows.map((row) => [
        row.row,
        stateOf(list, row),
        list.matches.of.get(row.row)?.child ?? null,
      ]),
    ]),
  )

function someOfEach(rows: PlannedRow[]): PlannedRow[] {
  const counted = new Map<State, number>()
  return rows.filter(({ state }) => {
    const n = (counted.get(state) ?? 0) + 1
    counted.set(state, n)
    return n <= MOST_SHOWN
  })
}

/** Rows whose child's file is opened to lay was beside now: all of a short list, else those that say something else. */
const MOST_OPENED = 500

async function planned(ctx: Context, list: ReadList): Promise<PlannedRow[]> {
  const matched = list.plan.rows.filter((row) => ['same', 'changed'].includes(stateOf(list, row)))
  const opened = (
    matched.length <= MOST_OPENED ? matched : matched.filter((row) => stateOf(list, row) === 'changed')
  ).slice(0, MOST_OPENED)
  const ids = opened.map((row) => list.matches.of.get(row.row)!.child)
  const files = new Map((ids.length ? await ctx.files(ids) : []).map((file) => [file.id, file]))
  return list.plan.rows.map((row) => toPlanned(ctx, list, row, files))
}

function toPlanned(ctx: Context, list: ReadList, row: Row, files: Map<string, CaseFile>): PlannedRow {
  const child = list.matches.of.get(row.row)?.child ?? null
  const state = stateOf(list, row)
  const file = child && (state === 'same' || state === 'changed') ? files.get(child) : undefined
  const update = file && row.listed ? updateOf(file, row.listed) : undefined
  const changes = update && state === 'changed' ? [...update.changes, ...update.found] : []
  return {
    ...{ row: row.row, name: row.name, child },
    state: state === 'changed' && update && !isChange(update) ? 'same' : state,
    problems: row.problems.map((problem) => sayProblem(ctx.language, problem)),
    notes: row.notes.map((note) => sayNote(ctx.language, note)),
    changes: changes.map((change) => sayChange(ctx.language, change)),
    kept: (update?.kept ?? []).map((kept) => sayKept(ctx.language, kept)),
    description: row.listed?.description ?? null,
    with: row.listed?.found.with ?? null,
    ageWritten: row.listed?.found.ageWritten ?? null,
  }
}

const MOST_MISSING = 100

async function versionOf(ctx: Context, { matches }: ReadList): Promise<z.input<typeof Version> | null> {
  if (!matches.version) return null
  const shown = matches.missing.slice(0, MOST_MISSING)
  const [file, ...missing] = await ctx.files([matches.version, ...shown.map(({ child }) => child)])
  const earlier = importOf(file!)
  if (!earlier) return null
  const names = await accountNames(ctx)
  return {
    ...{ import: earlier.id, name: earlier.list.name, at: earlier.at },
    by: (earlier.by && names.get(earlier.by)) ?? null,
    missing: shown.map(({ child, row }, at) => {
      const description = descriptionOf(missing[at]!)
      return { child, row, name: description ? nameIn(description.names, ctx.language).text : '' }
    }),
    missingCount: matches.missing.length,
  }
}

export const mendList = operation({
  summary: 'The rows of a list that need mending, as a CSV with all their columns and what to mend',
  may: bringers,
  input: ListInput,
  output: SentFile,
  reads: true,
  async run(ctx, input) {
    await ctx.file(input.operation)
    const list = await readList(ctx, input)
    const bad = list.plan.rows.filter((row) => stateOf(list, row) === 'bad')
    if (bad.length === 0) throw new Refusal('nothing-to-mend')
    const say = wordsOf(words, ctx.language)
    const kept = columnsKept(list)
    const cellsOf = (row: number) => kept.map((at) => list.sheet.rows[row - 1]?.[at] ?? '')
    const rows = bad.map((row) => [
      ...cellsOf(row.row),
      row.problems
        .map((problem) => {
          const { field, sentence } = sayProblem(ctx.language, problem)
          return `${say(`tracing.about.${field}`)}: ${sentence}`
        })
        .join(' ')
        .replace(/[\u2066-\u2069]/g, ''),
    ])
    const header = [...cellsOf(list.plan.headerRow), say('tracing.about.mend')]
    const stem = input.file.name.replace(/\.[^.]*$/, '')
    return toSentFile(`${stem}-${say('tracing.import.mendName')}.csv`, writeCsv([header, ...rows]))
  },
})

/** All columns as they were, but for what we ourselves said to mend last time. */
function columnsKept({ sheet, plan }: ReadList): number[] {
  const ours = new Set(plan.columns.filter(({ field }) => field === 'mend').map(({ at }) => at))
  const width = Math.max(
    0,
    ...[plan.headerRow, ...plan.rows.map(({ row }) => row)].map((row) => sheet.rows[row - 1]?.length ?? 0),
  )
  return Array.from({ length: width }, (_, at) => at).filter((at) => !ours.has(at))
}
