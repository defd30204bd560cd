import { z } from 'zod'
import type { Context } from '../../../casefile/context.ts'
import { bytesOf, operation } from '../../../casefile/operation.ts'
import { wordsOf } from '../../../design/languages/messages.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { sha256 } from '../../../platform/sealing.ts'
import { MOST_ROWS } from '../../../platform/sheet.ts'
import { words } from '../../words.ts'
import { ListInput, type ReadList, readList, type State, stateOf } from '../list.ts'
import { remember } from '../memory.ts'
import { bringers, isBusy } from '../model.ts'
import { sayChange, sayKept, sayProblem } from '../saying.ts'
import { ChangedRow, Done, Left } from '../shapes.ts'
import { beginImport, type Changed, type Taking } from '../taking.ts'
import { importRows } from './listing.ts'
import { digestOf } from './planning.ts'

const RowNumbers = z.array(z.number().int()).max(MOST_ROWS).default([])
/** Of a long list not every row that stays out is named in the answer; the plan had them all. */
const MOST_NAMED = 1000

export const acceptImport = operation({
  summary: 'Take in the list that was looked at; rows that cannot be read are left out only when named',
  may: bringers,
  input: ListInput.extend({
    sha256: z.string(),
    leaveOut: RowNumbers,
    /** Rows of a name the operation knows already, which are another child all the same. */
    asNew: RowNumbers,
    digest: z.string().optional(),
  }),
  output: z.object({
    /** Null where nothing was to be done, and nothing was recorded. */
    import: z.uuid().nullable(),
    /** Work for later: the list is long, and how far it has come is asked of the import. */
    running: z.boolean(),
    rows: z.number(),
    done: z.array(Done),
    changed: z.array(ChangedRow),
    waiting: z.array(Left),
  }),
  async run(ctx, input) {
    await ctx.file(input.operation)
    if (sha256(bytesOf(input.file)) !== input.sha256) throw new Refusal('not-the-file-you-looked-at')
    await requireNoneRunning(ctx, input.operation)
    const list = await readList(ctx, input)
    const [out, asNew] = [new Set(input.leaveOut), new Set(input.asNew)]
    requireNamed(list, out, asNew)
    if (input.digest && input.digest !== digestOf(list)) throw new Refusal('plan-has-changed')
    const takes = (state: State) => state === 'new' || state === 'changed'
    const rows = list.plan.rows.filter((row) => takes(stateOf(list, row, asNew)) && !out.has(row.row))
    const waiting = leftOut(ctx, list, new Set(rows.map((row) => row.row)), asNew)
    await remember(ctx, input.operation, list.sheet.rows, input.reading)
    if (rows.length === 0)
      return {
        import: null,
        running: false,
        rows: 0,
        done: [],
        changed: [],
        waiting: waiting.slice(0, MOST_NAMED),
      }
    const begun = await beginImport(
      ctx,
      begunOf(ctx, input, list, waiting, rows.length),
      rows.map((row) => takingOf(list, row)),
    )
    return {
      ...{ import: begun.id, running: begun.running, rows: rows.length, done: begun.done },
      changed: begun.changed.map((one) => sayChanged(ctx, one)),
      waiting: waiting.slice(0, MOST_NAMED),
    }
  },
})

type Input = z.output<typeof acceptImport.input>

function begunOf(ctx: Context, input: Input, list: ReadList, waiting: { row: number }[], rows: number) {
  const isNew = (row: number) => list.matches.of.get(row)?.how !== 'version'
  const out = new Set(waiting.map(({ row }) => row))
  const added = list.plan.rows.filter(({ row }) => !out.has(row) && isNew(row)).length
  return {
    ...{
      operation: input.operation,
      list: { name: input.file.name, sha256: list.sum },
      headers: list.headers,
    },
    ...{ versionOf: list.matches.version, rows, added, changed: rows - added },
    leftOut: [...out],
    as: ctx.actor!.profession as (typeof bringers)[number],
  }
}

const takingOf = (list: ReadList, row: ReadList['plan']['rows'][number]): Taking => {
  const match = list.matches.of.get(row.row)
  return {
    ...{ row: row.row, name: row.name, said: row.said, id: row.id, listed: row.listed! },
    child: match?.how === 'version' ? match.child : undefined,
  }
}

const sayChanged = (ctx: Context, { changes, kept, ...row }: Changed) => ({
  ...row,
  changes: changes.map((change) => sayChange(ctx.language, change)),
  kept: kept.map((one) => sayKept(ctx.language, one)),
})

/** Two lists at once could each bring the same child: the second waits until it can see what the first brought. */
async function requireNoneRunning(ctx: Context, operation: string): Promise<void> {
  if ((await importRows(ctx, operation)).some(({ state }) => isBusy(state)))
    throw new Refusal('import-running')
}

function requireNamed(list: ReadList, out: Set<number>, asNew: Set<number>): void {
  const bad = list.plan.rows.filter((row) => stateOf(list, row, asNew) === 'bad' && !out.has(row.row))
  if (bad.length)
    throw new Refusal('bad-rows-not-left-out', {
      n: bad.length,
      rows: bad
        .map((row) => row.row)
        .slice(0, 20)
        .join(', '),
    })
}

/** Each row that brings nothing now, and why: with the others, all that was sent. */
function leftOut(ctx: Context, list: ReadList, taken: Set<number>, asNew: Set<number>) {
  const say = wordsOf(words, ctx.language)
  return list.plan.rows
    .filter((row) => !taken.has(row.row))
    .map((row) => {
      const state = stateOf(list, row, asNew)
      const because =
        state === 'same'
          ? say('tracing.import.here')
          : row.problems.map((problem) => sayProblem(ctx.language, problem).sentence).join(' ') ||
            say('tracing.import.byYou')
      return { row: row.row, name: row.name, because }
    })
}
