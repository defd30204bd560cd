import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { Names, Sex } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { workers } from '../../casefile/operations.ts'
import { nothings, readAsked } from './asked.ts'
import { gatherHits, type Hit } from './hits.ts'
import { scopeOf } from './scope.ts'
import { findBorn, findNumbered, findWritten } from './seen.ts'
import { finderOf } from './use.ts'

const MOST = 50
const USUAL = 20

const Why = z.object({
  /** What was found: a name, another name, the mother's name, a year of birth, a number; `-begins`: how it begins. */
  code: z.enum([
    ...(['name', 'name-begins', 'other', 'other-begins', 'mother', 'mother-begins', 'born'] as const),
    ...(['number', 'number-slip', 'sought', 'joined', 'written'] as const),
  ]),
  text: z.string().nullable(),
})

const FoundPerson = z.object({
  id: z.uuid(),
  kind: z.enum(['child', 'relative', 'request']),
  names: Names,
  sex: Sex,
  born: z.object({ earliest: z.number().nullable(), latest: z.number().nullable() }),
  /** The request's number, where the file holds one and the asker may read requests. */
  number: z.string().nullable(),
  why: z.array(Why),
})

export const find = operation({
  summary:
    'Find children, relatives and requests by names in any letters and spelling, a year of birth, a request number, or several at once; best first',
  may: workers,
  input: z.object({
    text: z.string().max(20_000),
    operation: z.uuid().optional(),
    most: z.number().int().min(1).max(MOST).default(USUAL),
  }),
  output: z.object({
    /** Why the text asks for nobody, if it does not. */
    nothing: z.enum(nothings).nullable(),
    /** False while the index of names is made: then only what is spelled exactly so is found. */
    anySpelling: z.boolean(),
    groups: z.array(
      z.object({ operation: z.uuid().nullable(), names: Names.nullable(), people: z.array(FoundPerson) }),
    ),
  }),
  reads: true,
  async run(ctx, { text, operation: only, most }) {
    const asked = readAsked(text, ctx.now.getUTCFullYear())
    if (asked.nothing) return { nothing: asked.nothing, anySpelling: true, groups: [] }
    const { found, anySpelling } = await findNamed(ctx, asked, only)
    const numbered = await findNumbered(
      ctx,
      asked.numbers.map((one) => one.number),
    )
    const isYearAlone = asked.words.length === 0 && numbered.length === 0
    const born = isYearAlone && asked.years.length ? await findBorn(ctx, asked.years, only, MOST) : []
    const hits = await gatherHits(ctx, { asked, found, numbered, born, only })
    return { nothing: null, anySpelling, groups: await grouped(ctx, hits.slice(0, most)) }
  },
})

async function findNamed(ctx: Context, { words, years }: ReturnType<typeof readAsked>, only?: string) {
  if (words.length === 0) return { found: [], anySpelling: true }
  const scope = await scopeOf(ctx, only)
  const found = await finderOf(ctx).find({ words, years, scope, top: 2 * MOST })
  if (found) return { found, anySpelling: true }
  const ids = await findWritten(ctx, words, only, MOST)
  return { found: ids.map((id) => ({ id, log10LR: 0, why: [] })), anySpelling: false }
}

/** By operation, that of the best hit first; within it the best first. */
async function grouped(ctx: Context, hits: Hit[]) {
  const { rows } = await sql<{ id: string; names: Names }>`select id, names from operations
    where id = any(${hits.flatMap((hit) => hit.operation ?? [])}::uuid[])`.execute(ctx.db)
  const names = new Map(rows.map((row) => [row.id, row.names]))
  const ids = [...new Set(hits.map((hit) => hit.operation))]
  return ids.map((id) => ({
    operation: id,
    names: id === null ? null : (names.get(id) ?? null),
    people: hits.filter((hit) => hit.operation === id).map(({ operation: _, ...person }) => person),
  }))
}
