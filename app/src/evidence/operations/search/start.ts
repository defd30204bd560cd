import { z } from 'zod'
import type { Context } from '../../../casefile/context.ts'
import { operation } from '../../../casefile/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { Parameters } from '../../model/claims.ts'
import { piecesOf, searchCancelled, searchOf, searchStarted, searchStates } from '../../model/search.ts'
import { DEFAULTS } from '../../rules/weigh.ts'
import type { EvidenceTables } from '../../store.ts'
import { requireTable } from '../tables.ts'
import { gatherSearch } from './gathering.ts'
import { SEARCH_QUEUE, toPieces } from './pieces.ts'

/** Who reads findings and consents: a search shows no pair of somebody whose consent does not stand. */
export const searchReaders = ['coordinator', 'geneticist', 'lawyer'] as const
/** Children in a piece of work unless told: some seconds of computing. */
const USUAL_SIZE = 25

const startSearch = operation({
  summary: 'Search: weigh every child of an operation beside every family in which somebody is missing',
  may: ['geneticist'],
  needs: ['dnaHandling'],
  input: z.object({
    operation: z.uuid(),
    parameters: Parameters.partial().extend({ table: z.string() }),
    size: z.number().int().min(1).max(1000).optional(),
  }),
  output: z.object({
    search: z.uuid(),
    children: z.number(),
    positions: z.number(),
    pieces: z.number(),
    leftOut: z.array(z.object({ person: z.uuid(), because: z.enum(['no-consent', 'not-typed']) })),
  }),
  async run(ctx, { operation, parameters, size = USUAL_SIZE }) {
    await ctx.file(operation)
    requireTable(parameters.table)
    if ((await searchRows(ctx, operation)).some(({ state }) => state === 'running'))
      throw new Refusal('search-running')
    const gathered = await gatherSearch(ctx, operation)
    if (gathered.children.length === 0) throw new Refusal('search-no-children')
    if (gathered.positions.length === 0) throw new Refusal('search-no-families')
    const search = await ctx.createFile('search', operation)
    const detail = { ...gathered, operation, parameters: { ...DEFAULTS, ...parameters }, size }
    await ctx.record([search], searchStarted, detail)
    const pieces = piecesOf(detail)
    await ctx.hand(SEARCH_QUEUE, toPieces(search, ctx.actor!.id, pieces))
    const { children, positions, leftOut } = gathered
    return { search, children: children.length, positions: positions.length, pieces, leftOut }
  },
})

export const searchRows = (ctx: Context, operation: string) =>
  ctx.db
    .withTables<EvidenceTables>()
    .selectFrom('searches')
    .selectAll()
    .where('operation', '=', operation)
    .orderBy('began', 'desc')
    .orderBy('search', 'desc')
    .execute()

export const ListedSearch = z.object({
  search: z.uuid(),
  state: z.enum(searchStates),
  pieces: z.number(),
  done: z.number(),
  began: z.string(),
  since: z.string(),
})

const listSearches = operation({
  summary: 'The searches of an operation, the newest first, and how far each has come',
  may: searchReaders,
  input: z.object({ operation: z.uuid() }),
  output: z.object({ searches: z.array(ListedSearch) }),
  reads: true,
  async run(ctx, { operation }) {
    const rows = await searchRows(ctx, operation)
    const searches = rows.map(({ began, since, operation: _, ...row }) => ({
      ...row,
      began: began.toISOString(),
      since: since.toISOString(),
    }))
    return { searches }
  },
})

const cancelSearch = operation({
  summary: 'Cancel a search that is under way; what it has found so far stays',
  may: ['geneticist', 'coordinator'],
  input: z.object({ search: z.uuid() }),
  output: z.object({}),
  async run(ctx, { search }) {
    const found = searchOf(await ctx.file(search))
    if (!found) throw new Refusal('search-not-found', {}, 404)
    if (found.state !== 'running') throw new Refusal('search-not-running')
    // The pieces still handed out are taken, found to be nobody's any more, and put away.
    await ctx.record([search], searchCancelled, {})
    return {}
  },
})

export const operations = { startSearch, listSearches, cancelSearch }
