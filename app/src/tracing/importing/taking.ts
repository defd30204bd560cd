import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { Description, described } from '../../casefile/model.ts'
import { requirePossible } from '../../casefile/operations.ts'
import { Found, found, imported } from '../model.ts'
import type { Change, Kept } from './difference.ts'
import { saidKey } from './keys.ts'
import { type ImportBegun, type ImportFound, importBegun, importPieceDone, PIECE_ROWS } from './model.ts'
import { IMPORT_QUEUE, toPieces } from './pieces.ts'
import { type FoundChange, foundAfter, isChange, updateOf } from './update.ts'

/** A row to take in: as it was read, and the child it was found to be about, if any. */
export const Taking = z.object({
  row: z.number().int(),
  name: z.string(),
  said: z.string(),
  id: z.string().optional(),
  listed: z.object({ description: Description, found: Found.omit({ list: true }) }),
  child: z.uuid().optional(),
})
export type Taking = z.infer<typeof Taking>

export type Taken = { row: number; name: string; child: string }
export type Changed = Taken & { changes: (Change | FoundChange)[]; kept: Kept[] }
type Import = Pick<ImportBegun, 'operation' | 'list'> & { id: string }

/** A list of so many rows is taken in while the person waits; a longer one is work for later. */
export const MOST_AT_ONCE = 200

/** Opens the file of an import and takes its rows in, or hands them out. The caller has locked the operation. */
export async function beginImport(
  ctx: Context,
  begun: Omit<ImportBegun, 'papers'>,
  rows: Taking[],
): Promise<{ id: string; running: boolean; done: Taken[]; changed: Changed[] }> {
  const id = await ctx.createFile('import', begun.operation)
  if (rows.length <= MOST_AT_ONCE) {
    await ctx.record([id], importBegun, { ...begun, papers: [] })
    const { done, changed } = await takeRows(ctx, { ...begun, id }, rows)
    await finishPiece(ctx, id, { phase: 0, piece: 0 }, { done, changed })
    await finishTaking(ctx, { ...begun, id }, done.length)
    return { id, running: false, done, changed }
  }
  const papers: string[] = []
  for (let at = 0; at < rows.length; at += PIECE_ROWS) {
    const piece = Buffer.from(JSON.stringify(rows.slice(at, at + PIECE_ROWS)))
    papers.push((await ctx.savePaper(id, 'list', piece)).id)
  }
  await ctx.record([id], importBegun, { ...begun, papers })
  await ctx.hand(IMPORT_QUEUE, toPieces(id, 0, ctx.actor!.id, begun.as, papers.length))
  return { id, running: true, done: [], changed: [] }
}

/**
 * What was kept of the rows until they were taken in is no part of anybody's file and is erased with nobody: so it is
 * destroyed as soon as nothing is left to take (decision 0052).
 */
export async function forgetRows(ctx: Context, { id, papers }: Pick<ImportBegun, 'papers'> & { id: string }) {
  if (papers.length) await ctx.destroyKeys(id, 'list')
}

/** The rows of one piece, in the transaction of whoever does it. */
export async function takeRows(
  ctx: Context,
  from: Import,
  rows: Taking[],
): Promise<{ done: Taken[]; changed: Changed[] }> {
  const done: Taken[] = []
  const changed: Changed[] = []
  for (const row of rows) {
    const { child } = row
    if (!child) done.push({ row: row.row, name: row.name, child: await makeChild(ctx, from, row) })
    else changed.push(...(await correctChild(ctx, from, { ...row, child })))
  }
  return { done, changed }
}

const listOf = ({ list }: Import, { row }: Taking) => ({ ...list, row })

async function makeChild(ctx: Context, from: Import, row: Taking): Promise<string> {
  const { description, found: facts } = row.listed
  requirePossible(description, 'child', ctx.now)
  const child = await ctx.createFile('child', from.operation)
  const { id } = await ctx.record([child], described, description)
  await ctx.record([child], found, {
    ...facts,
    ...{ list: listOf(from, row), import: from.id, externalId: row.id, said: saidKey(row.said) },
    ...{ listed: description, described: id },
  })
  return child
}

/** Merged against the file as it is now: a hand that was quicker than the list is not overwritten. */
async function correctChild(ctx: Context, from: Import, row: Taking & { child: string }): Promise<Changed[]> {
  const file = await ctx.file(row.child)
  const update = updateOf(file, row.listed)
  const event = update.changes.length ? await ctx.record([file.id], described, update.next) : undefined
  await ctx.record([file.id], found, {
    ...foundAfter(file, row.listed),
    ...{ list: listOf(from, row), import: from.id, externalId: row.id, said: saidKey(row.said) },
    ...{ listed: update.listed, described: event?.id },
  })
  const changed = {
    ...{ row: row.row, name: row.name, child: row.child, kept: update.kept },
    changes: [...update.changes, ...update.found],
  }
  return isChange(update) || update.kept.length ? [changed] : []
}

export const finishPiece = (
  ctx: Context,
  id: string,
  at: { phase: number; piece: number },
  { done, changed }: { done: unknown[]; changed: unknown[] },
) => ctx.record([id], importPieceDone, { ...at, added: done.length, changed: changed.length, waiting: [] })

/** The list is in: said in the operation, and in the import. `added`: files opened by all its pieces. */
export const finishTaking = (
  ctx: Context,
  { id, operation, list, leftOut }: Pick<ImportFound, 'id' | 'operation' | 'list' | 'leftOut'>,
  added: number,
) => ctx.record([operation, id], imported, { sha256: list.sha256, imported: added, leftOut })
