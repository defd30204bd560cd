import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { Description, descriptionOf } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import type { Wanted } from '../finding/entries.ts'
import { finderOf } from '../finding/use.ts'
import { tracers } from '../operations/requests.ts'
import { ofDescription } from '../weighing/weigh.ts'
import { findApart } from './deciding.ts'
import { hasTwoNames, isWorthALook } from './rules.ts'
import { Alike, pairOf, Side, toAlike, toPair, type WeighedPair, weighBeside } from './side.ts'

export const Kind = z.enum(['child', 'relative'])

/** No more than these are drawn; the likeliest first, and the others come up as these are decided. */
const MOST_PAIRS = 25
/** Pairs whose names are near that are weighed whole in one answer. */
const MOST_WEIGHED = 400

export const findDuplicates = operation({
  summary:
    'People of an operation who may be in its lists twice, side by side: what agrees, what differs, what speaks for siblings',
  may: tracers,
  input: z.object({ operation: z.uuid(), kind: Kind.default('child') }),
  output: z.object({
    pairs: z.array(z.object({ a: Side, b: Side, version: z.number(), ...Alike.shape })),
    /** People not yet compared with the others: asked again, the answer goes on from there. */
    left: z.number(),
    /** How many pairs were told apart. */
    apart: z.number(),
  }),
  reads: true,
  async run(ctx, { operation, kind }) {
    await ctx.file(operation)
    const near = (await finderOf(ctx).near(operation, kind)) ?? { pairs: [], left: 1 }
    const apart = await findApart(ctx, operation, kind)
    const known = new Set(apart.map(({ a, b }) => `${a} ${b}`))
    const open = near.pairs.filter((pair) => !known.has(pair.join(' '))).slice(0, MOST_WEIGHED)
    const files = await listedFiles(ctx, open.flat(), operation)
    const listed = await countListed(ctx, operation, kind)
    const weighed = open
      .flatMap(([a, b]) => {
        const pair = files.has(a) && files.has(b) ? pairOf(files.get(a)!, files.get(b)!) : undefined
        return pair && isWorthALook(pair.weighed.log10LR, listed) ? [pair] : []
      })
      .sort(likelierFirst)
      .slice(0, MOST_PAIRS)
    const accounts = await accountNames(ctx)
    const pairs = []
    for (const pair of weighed) pairs.push(await toPair(ctx, pair, accounts))
    return { pairs, left: near.left, apart: apart.length }
  },
})

/** The likelier first; pairs whose own names are two names come after all others. */
function likelierFirst(x: WeighedPair, y: WeighedPair): number {
  const areTwo = ({ weighed }: WeighedPair) => Number(hasTwoNames(weighed))
  return areTwo(x) - areTwo(y) || y.weighed.log10LR - x.weighed.log10LR || (x.a.id < y.a.id ? -1 : 1)
}

/** Of these people the files that are the asker's to see, of this operation and in the lists under their own id. */
async function listedFiles(ctx: Context, ids: string[], operation: string): Promise<Map<string, CaseFile>> {
  const { rows } = await sql<{ id: string }>`select id from people
    where id = any(${[...new Set(ids)]}::uuid[]) and operation = ${operation} and set_aside is null`.execute(
    ctx.db,
  )
  const files = await ctx.files(rows.map((row) => row.id))
  return new Map(files.map((file) => [file.id, file]))
}

async function countListed(ctx: Context, operation: string, kind: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from people
    where operation = ${operation} and kind = ${kind} and set_aside is null`.execute(ctx.db)
  return rows[0]!.n
}

const MOST_ALIKE = 3
const LOOKED_UP = 12

export const findAlike = operation({
  summary: 'Before somebody is written down: the three in the lists most like them, with the reasons',
  may: tracers,
  input: z.object({ operation: z.uuid(), kind: Kind.default('child'), description: Description }),
  output: z.object({
    alike: z.array(z.object({ id: z.uuid(), description: Description, ...Alike.shape })),
  }),
  reads: true,
  async run(ctx, { operation, kind, description }) {
    await ctx.file(operation)
    const files = await listedFiles(ctx, await likelyIds(ctx, { operation, kind }, description), operation)
    const listed = await countListed(ctx, operation, kind)
    const entered = ofDescription(description, undefined, kind)
    const alike = [...files.values()]
      .flatMap((file) => {
        const there = descriptionOf(file)
        return there ? [{ id: file.id, there, weighed: weighBeside(file, entered) }] : []
      })
      .filter(({ weighed }) => isWorthALook(weighed.log10LR, listed))
      .sort((x, y) => y.weighed.log10LR - x.weighed.log10LR)
      .slice(0, MOST_ALIKE)
      .map(({ id, there, weighed }) => ({
        ...{ id, description: there },
        ...toAlike(ctx, weighed, there, description),
      }))
    return { alike }
  },
})

/** Those whose names sound like any of the spellings given. */
async function likelyIds(
  ctx: Context,
  { operation, kind }: { operation: string; kind: string },
  { names, otherNames }: Description,
): Promise<string[]> {
  const texts = [...new Set([...Object.values(names), ...(otherNames ?? [])])].slice(0, 6)
  const scope = { operations: [operation], files: [] }
  const wanted = (text: string): Wanted => ({
    ...{ words: text.split(/\s+/).slice(0, 6), years: [], scope, kind, top: LOOKED_UP },
  })
  const found = await Promise.all(texts.map((text) => finderOf(ctx).find(wanted(text))))
  return found.flatMap((hits) => (hits ?? []).map((hit) => hit.id))
}
