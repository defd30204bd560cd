import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { House } from '../../casefile/house.ts'
import { operation } from '../../casefile/operation.ts'
import { workingFor } from '../../casefile/working.ts'
import type { Task } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  bringers,
  type ImportFound,
  importOf,
  importPieceDone,
  importRedone,
  importStopped,
  importUndone,
  isBusy,
} from './model.ts'
import { type As, IMPORT_QUEUE, PieceOf } from './pieces.ts'
import { finishPiece, finishTaking, forgetRows, Taking, takeRows } from './taking.ts'
import { childrenOf, redoChildren, undoChildren } from './undoing.ts'

const ImportPiece = PieceOf.omit({ by: true, as: true })

/**
 * Nothing when there is nothing to do any more: done by another, cancelled, stopped. What was handed out says who
 * asked, and the log says it too: a piece in anybody else's name is refused.
 */
async function pieceToDo(
  ctx: Context,
  id: string,
  phase: number,
  piece: number,
): Promise<ImportFound | undefined> {
  // The file is locked: of two who took the same piece, the second finds it done.
  const found = importOf(await ctx.file(id))
  if (found && found.phase.by !== ctx.actor?.id) throw new Refusal('not-allowed', {}, 403)
  const open = found && isBusy(found.state) && found.phase.number === phase && !found.phase.done.has(piece)
  return open ? found : undefined
}

const doPiece = operation({
  summary: 'One piece of an import, done once',
  may: bringers,
  input: ImportPiece,
  output: z.object({}),
  async run(ctx, { import: id, phase, piece }) {
    const found = await pieceToDo(ctx, id, phase, piece)
    if (!found) return {}
    if (found.phase.what === 'take') await takePiece(ctx, found, piece)
    else await turnPiece(ctx, found, piece)
    return {}
  },
})

async function takePiece(ctx: Context, found: ImportFound, piece: number): Promise<void> {
  const paper = await ctx.readPaper(found.papers[piece]!)
  const rows = z.array(Taking).parse(JSON.parse(paper.toString()))
  const taken = await takeRows(ctx, found, rows)
  await finishPiece(ctx, found.id, { phase: 0, piece }, taken)
  if (!isLast(found)) return
  await finishTaking(ctx, found, found.phase.added + taken.done.length)
  await forgetRows(ctx, found)
}

const isLast = ({ phase }: ImportFound): boolean => phase.done.size + 1 === phase.pieces

/** Undoing, or undoing that: the children of the import, as many as rows in a piece. */
export async function turnPiece(ctx: Context, found: ImportFound, piece: number) {
  const { what, number } = found.phase
  const children = await childrenOf(ctx, found.id, piece)
  const turn = what === 'undo' ? undoChildren : redoChildren
  const { done, waiting } = await turn(ctx, found.id, children)
  await ctx.record([found.id], importPieceDone, {
    ...{ phase: number, piece, added: done.length, changed: 0, waiting },
  })
  if (isLast(found)) {
    const sum = {
      done: found.phase.added + done.length,
      waiting: found.phase.waiting.length + waiting.length,
    }
    await ctx.record([found.id, found.operation], what === 'undo' ? importUndone : importRedone, sum)
  }
  return { done, waiting }
}

const recordStop = operation({
  summary: 'A piece of an import cannot be done',
  may: bringers,
  input: ImportPiece.extend({ because: z.string() }),
  output: z.object({}),
  async run(ctx, { import: id, phase, piece, because }) {
    const found = await pieceToDo(ctx, id, phase, piece)
    if (!found) return {}
    await ctx.record([id], importStopped, { piece, because })
    if (found.phase.what === 'take') await forgetRows(ctx, found)
    return {}
  },
})

/** What a process that takes work does with a piece of an import. */
export const importTask = (house: House): Task => ({
  queue: IMPORT_QUEUE,
  async run(raw) {
    const { by, as, ...piece } = PieceOf.parse(raw)
    const ask = askingAs(house, by, as)
    try {
      await ask(doPiece, piece)
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause
      await ask(recordStop, { ...piece, because: cause.code })
    }
  },
  async giveUp(raw) {
    const { by, as, ...piece } = PieceOf.parse(raw)
    await askingAs(house, by, as)(recordStop, { ...piece, because: 'given-up' })
  },
})

const askingAs = (house: House, id: string, profession: As) =>
  workingFor(house, id, profession, 'tracing.piece')
