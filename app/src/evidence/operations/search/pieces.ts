import { z } from 'zod'
import type { Context } from '../../../casefile/context.ts'
import type { House } from '../../../casefile/house.ts'
import { operation } from '../../../casefile/operation.ts'
import { workingFor } from '../../../casefile/working.ts'
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
import type { PlacedJointly } from '../../rules/joint.ts'
import type { Pairs } from '../../rules/search.ts'
import type { ComparedTogether } from '../../rules/together.ts'
import { gatherEvidenceFor } from './gathering.ts'
import { calculateBeside } from './thread.ts'

export const SEARCH_QUEUE = 'evidence-search'

/** What is handed out: ids alone. The profiles are read by whoever takes it, as the geneticist who asked. */
const PieceOf = z.object({ search: z.uuid(), piece: z.number().int(), by: z.uuid() })

/** Connected families can be so many that nobody waits for the end; what was weighed in pairs stands without it. */
const JOINT_MS = 5 * 60_000

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
    for (const [child, { cells, fartherOff }] of found as Pairs)
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
    const { kin, chance, joint, because } = found as FoundTogether
    for (const [child, list] of kin)
      await ctx.record([child], searchedTogether, {
        search: id,
        joint: joint?.of.get(child) ?? null,
        chance: chance.get(child) ?? [],
        kin: list,
      })
    await ctx.record([id], searchPieceDone, { piece })
    const summary = joint && { assignments: joint.assignments, leftOut: joint.leftOut, notes: joint.notes }
    await ctx.record([id], searchFinished, { joint: summary, because })
    return {}
  },
})

const recordStop = operation({
  summary: 'A piece of a search cannot be done',
  may,
  input: SearchPiece.extend({ because: z.string() }),
  output: z.object({}),
  async run(ctx, { search: id, piece, because }) {
    const search = searchOf(await ctx.file(id))
    if (search && search.by !== ctx.actor?.id) throw new Refusal('not-allowed', {}, 403)
    if (search?.state === 'running') await ctx.record([id], searchStopped, { piece, because })
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
    const { last, evidence } = gathered
    try {
      if (last) await ask(recordTogether, { search, piece, found: await together(gathered, signal) })
      else {
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

type FoundTogether = ComparedTogether & { joint: PlacedJointly | null; because?: string }
type Gathered = NonNullable<Awaited<ReturnType<typeof evidenceOf>>>

/** The joint answer has a time limit and may be missing, with the reason; the search is finished all the same. */
async function together({ evidence, placed }: Gathered, signal: AbortSignal): Promise<FoundTogether> {
  const found = await calculateBeside({ of: 'together', evidence }, signal)
  const limit = AbortSignal.timeout(JOINT_MS)
  try {
    const sum = { of: 'joint' as const, evidence: { ...evidence, placed } }
    return { ...found, joint: await calculateBeside(sum, AbortSignal.any([signal, limit])) }
  } catch (cause) {
    if (signal.aborted) throw cause
    if (limit.aborted) return { ...found, joint: null, because: 'too-long' }
    if (cause instanceof Refusal) return { ...found, joint: null, because: cause.code }
    throw cause
  }
}

const asGeneticist = (house: House, id: string) => workingFor(house, id, 'geneticist', 'evidence.piece')
