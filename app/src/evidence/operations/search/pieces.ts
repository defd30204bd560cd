import { z } from 'zod'
import type { Context } from '../../../casefile/context.ts'
import { eventsOf } from '../../../casefile/event.ts'
import type { Actor, House } from '../../../casefile/house.ts'
import { operation, runOperation } from '../../../casefile/operation.ts'
import type { Piece, Task } from '../../../platform/jobs.ts'
import { Refusal } from '../../../platform/refusal.ts'
import {
  piecesOf,
  searched,
  searchedTogether,
  searchFinished,
  searchOf,
  searchPieceDone,
  searchStopped,
} from '../../model/search.ts'
import type { weighPairs } from '../../rules/search.ts'
import type { ComparedTogether } from '../../rules/together.ts'
import { filesOf, gatherEvidenceFor } from './gathering.ts'
import { calculateBeside } from './thread.ts'

export const SEARCH_QUEUE = 'evidence-search'

/** What is handed out: ids alone. The profiles are read by whoever takes it, as the geneticist who asked. */
const PieceOf = z.object({ search: z.uuid(), piece: z.number().int(), by: z.uuid() })

export const toPieces = (search: string, by: string, count: number): Piece[] =>
  Array.from({ length: count }, (_, piece) => ({ search, piece, by }))

const may = ['geneticist'] as const
const SearchPiece = PieceOf.omit({ by: true })
const Anything = z.custom<unknown>(() => true)

/**
 * Nothing when there is nothing to do any more: done by another, cancelled, stopped. What was handed out says who
 * asked, and the log says it too: a piece in anybody else's name is refused.
 */
async function searchToDo(ctx: Context, id: string, piece: number) {
  const search = searchOf(await ctx.file(id))
  if (search && search.by !== ctx.actor?.id) throw new Refusal('not-allowed', {}, 403)
  return search?.state === 'running' && !search.done.has(piece) ? search : undefined
}

const gatherPiece = operation({
  summary: 'The evidence of one piece of a search',
  may,
  input: SearchPiece,
  output: z.custom<Awaited<ReturnType<typeof evidenceOf>>>(() => true),
  reads: true,
  run: (ctx, { search, piece }) => evidenceOf(ctx, search, piece),
})

async function evidenceOf(ctx: Context, id: string, piece: number) {
  const search = await searchToDo(ctx, id, piece)
  if (!search) return null
  const last = piece === piecesOf(search)
  const children = last
    ? search.children
    : search.children.slice(piece * search.size, (piece + 1) * search.size)
  return { last, evidence: await gatherEvidenceFor(ctx, search, children), placed: search.positions }
}

const recordPairs = operation({
  summary: 'What one piece of a search gave, written once',
  may,
  input: SearchPiece.extend({ found: Anything, by: z.uuid() }),
  output: z.object({}),
  async run(ctx, { search: id, piece, found, by }) {
    // The file is locked: of two who did the same piece, the second finds it done.
    const search = await searchToDo(ctx, id, piece)
    if (!search) return {}
    for (const [child, { cells, fartherOff }] of found as ReturnType<typeof weighPairs>)
      await ctx.record([child], searched, { search: id, cells, fartherOff })
    await ctx.record([id], searchPieceDone, { piece })
    if (search.done.size + 1 === piecesOf(search))
      await ctx.hand(SEARCH_QUEUE, [{ search: id, piece: piecesOf(search), by }])
    return {}
  },
})

const recordTogether = operation({
  summary: 'What all children of a search together gave, written once',
  may,
  input: SearchPiece.extend({ found: Anything }),
  output: z.object({}),
  async run(ctx, { search: id, piece, found }) {
    const search = await searchToDo(ctx, id, piece)
    if (!search) return {}
    const { kin, joint, because } = found as ComparedTogether
    const children = await filesOf(ctx, [...kin.keys()])
    for (const [child, list] of kin) {
      const before = eventsOf(children.get(child)!, searchedTogether)
      if (before.some((event) => event.detail.search === id)) continue
      await ctx.record([child], searchedTogether, {
        search: id,
        joint: joint?.of.get(child) ?? null,
        kin: list,
      })
    }
    await ctx.record([id], searchPieceDone, { piece })
    const { assignments, leftOut, notes } = joint ?? { assignments: 0, leftOut: 0, notes: [] }
    await ctx.record([id], searchFinished, { joint: joint && { assignments, leftOut, notes }, because })
    return {}
  },
})

const recordStop = operation({
  summary: 'A piece of a search cannot be done',
  may,
  input: SearchPiece.extend({ because: z.string() }),
  output: z.object({}),
  async run(ctx, { search: id, piece, because }) {
    if (searchOf(await ctx.file(id))?.state === 'running')
      await ctx.record([id], searchStopped, { piece, because })
    return {}
  },
})

/** What a process that takes work does with a piece of a search. Refused (no longer assigned), it is given up. */
export const searchTask = (house: House): Task => ({
  queue: SEARCH_QUEUE,
  async run(raw, signal) {
    const { search, piece, by } = PieceOf.parse(raw)
    const ask = asGeneticist(house, by)
    const gathered = await ask(gatherPiece, { search, piece })
    if (!gathered) return
    const { last, evidence, placed } = gathered
    try {
      if (last) {
        const found = await calculateBeside({ of: 'together', evidence: { ...evidence, placed } }, signal)
        await ask(recordTogether, { search, piece, found })
      } else {
        const found = await calculateBeside({ of: 'pairs', evidence }, signal)
        await ask(recordPairs, { search, piece, found, by })
      }
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause
      await ask(recordStop, { search, piece, because: cause.code })
    }
  },
  async giveUp(raw) {
    const { search, piece, by } = PieceOf.parse(raw)
    const ask = asGeneticist(house, by)
    await ask(recordStop, { search, piece, because: 'given-up' })
  },
})

/** Asks as the one who began the search, so that the wall is theirs: what they may no longer see is refused. */
function asGeneticist(house: House, id: string) {
  const actor: Actor = { id, name: '', profession: 'geneticist', language: 'en' }
  const caller = { actor, language: actor.language, device: 'worker' }
  return <I extends z.ZodType, O extends z.ZodType>(
    op: Parameters<typeof operation<I, O>>[0],
    input: z.input<I>,
  ): Promise<z.output<O>> =>
    runOperation(house, caller, 'evidence.piece', op as never, input) as Promise<z.output<O>>
}
