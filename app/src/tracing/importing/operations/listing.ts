import { z } from 'zod'
import type { Context } from '../../../casefile/context.ts'
import { descriptionOf, Names } from '../../../casefile/model.ts'
import { operation } from '../../../casefile/operation.ts'
import { accountNames } from '../../../casefile/operations.ts'
import { wordsOf } from '../../../design/languages/messages.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { words } from '../../words.ts'
import {
  bringers,
  type ImportFound,
  importCancelled,
  importOf,
  importRedoing,
  importStates,
  importUndoing,
  isBusy,
  PIECE_ROWS,
  type Staying,
} from '../model.ts'
import { IMPORT_QUEUE, toPieces } from '../pieces.ts'
import type { ImportTables } from '../tables.ts'
import { forgetRows, MOST_AT_ONCE } from '../taking.ts'
import { countChildren } from '../undoing.ts'
import { turnPiece } from '../work.ts'

const ListedImport = z.object({
  import: z.uuid(),
  /** The name of the list as it was sent. */
  name: z.string(),
  state: z.enum(importStates),
  rows: z.number(),
  added: z.number(),
  changed: z.number(),
  /** Children that stay when the list is taken back. */
  waiting: z.number(),
  pieces: z.number(),
  done: z.number(),
  by: z.string().nullable(),
  began: z.string(),
  since: z.string(),
})
type ListedImport = z.input<typeof ListedImport>

const MOST_LISTED = 100

export const importRows = (ctx: Context, operation: string) =>
  ctx.db
    .withTables<ImportTables>()
    .selectFrom('tracing_imports')
    .selectAll()
    .where('operation', '=', operation)
    .orderBy('seq', 'desc')
    .limit(MOST_LISTED)
    .execute()

async function listed(ctx: Context, rows: Awaited<ReturnType<typeof importRows>>): Promise<ListedImport[]> {
  const files = await ctx.files(rows.map((row) => row.import))
  const names = await accountNames(ctx)
  return rows.map(({ operation: _, list: __, headers: ___, seq: ____, began, since, ...row }, at) => ({
    ...row,
    name: importOf(files[at]!)?.list.name ?? '',
    by: (row.by && names.get(row.by)) ?? null,
    ...{ began: began.toISOString(), since: since.toISOString() },
  }))
}

export const listImports = operation({
  summary: 'The lists that were brought into an operation, the newest first, and how far each has come',
  may: bringers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({ imports: z.array(ListedImport) }),
  reads: true,
  run: async (ctx, { operation }) => ({ imports: await listed(ctx, await importRows(ctx, operation)) }),
})

const Stays = z.object({ child: z.uuid(), names: Names, because: z.string() })

async function sayStaying(ctx: Context, waiting: Staying[]): Promise<z.input<typeof Stays>[]> {
  const say = wordsOf(words, ctx.language)
  const files = waiting.length ? await ctx.files(waiting.map(({ child }) => child)) : []
  return waiting.map(({ child, because }, at) => ({
    ...{ child, names: descriptionOf(files[at]!)!.names },
    because: say(`tracing.undo.${because}`),
  }))
}

const MOST_STAYING = 500

export const getImport = operation({
  summary: 'One list that was brought: how far it has come, and who stays when it is taken back',
  may: bringers,
  input: z.object({ import: z.uuid() }),
  output: ListedImport.extend({ staying: z.array(Stays), because: z.string().nullable() }),
  reads: true,
  async run(ctx, { import: id }) {
    const found = await findImport(ctx, id)
    const rows = await ctx.db
      .withTables<ImportTables>()
      .selectFrom('tracing_imports')
      .selectAll()
      .where('import', '=', id)
      .execute()
    const [row] = await listed(ctx, rows)
    const staying = await sayStaying(ctx, found.phase.waiting.slice(0, MOST_STAYING))
    return { ...row!, staying, because: found.because ?? null }
  },
})

async function findImport(ctx: Context, id: string): Promise<ImportFound> {
  const found = importOf(await ctx.file(id))
  if (!found) throw new Refusal('import-not-found', {}, 404)
  return found
}

export const cancelImport = operation({
  summary: 'Cancel a list that is being taken in; the children it has brought so far stay',
  may: bringers,
  input: z.object({ import: z.uuid() }),
  output: z.object({}),
  async run(ctx, { import: id }) {
    const running = await findImport(ctx, id)
    if (running.state !== 'taking') throw new Refusal('import-not-running')
    // The pieces still handed out are taken, found to be nobody's any more, and put away.
    await ctx.record([id], importCancelled, {})
    await forgetRows(ctx, running)
    return {}
  },
})

const Turned = z.object({
  /** Work for later: the list is long, and how far it has come is asked of the import. */
  running: z.boolean(),
  done: z.array(z.uuid()),
  waiting: z.array(Stays),
})

/** Undoing and undoing that: at once for a short list, as work for a long one. */
async function turn(ctx: Context, id: string, what: 'undo' | 'redo'): Promise<z.input<typeof Turned>> {
  const children = await countChildren(ctx, id)
  const pieces = Math.max(1, Math.ceil(children / PIECE_ROWS))
  const as = ctx.actor!.profession as (typeof bringers)[number]
  await ctx.record([id], what === 'undo' ? importUndoing : importRedoing, { pieces, as })
  const found = await findImport(ctx, id)
  if (children > MOST_AT_ONCE) {
    await ctx.hand(IMPORT_QUEUE, toPieces(id, found.phase.number, ctx.actor!.id, as, pieces))
    return { running: true, done: [], waiting: [] }
  }
  const done: string[] = []
  const waiting: Staying[] = []
  for (let piece = 0; piece < pieces; piece++) {
    const answer = await turnPiece(ctx, await findImport(ctx, id), piece)
    done.push(...answer.done)
    waiting.push(...answer.waiting)
  }
  return { running: false, done, waiting: await sayStaying(ctx, waiting) }
}

export const undoImport = operation({
  summary:
    'Take a whole list back: children nobody has worked on leave the lists, corrections go back; the others wait with the reason',
  may: bringers,
  input: z.object({ import: z.uuid() }),
  output: Turned,
  async run(ctx, { import: id }) {
    const { state, phase } = await findImport(ctx, id)
    if (isBusy(state)) throw new Refusal('import-running')
    // Who stayed can be tried again: what they waited for may have been taken back.
    if (state === 'undone' && phase.waiting.length === 0) throw new Refusal('import-undone-already')
    return turn(ctx, id, 'undo')
  },
})

export const redoImport = operation({
  summary: 'Bring back a list that was taken back: the same children, the same corrections',
  may: bringers,
  input: z.object({ import: z.uuid() }),
  output: Turned,
  async run(ctx, { import: id }) {
    const { state } = await findImport(ctx, id)
    if (isBusy(state)) throw new Refusal('import-running')
    if (state !== 'undone') throw new Refusal('import-not-undone')
    return turn(ctx, id, 'redo')
  },
})
