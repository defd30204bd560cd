import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { seenOf } from '../../casefile/merging/model.ts'
import { descriptionOf, Names } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { requireFresh } from '../../casefile/rules.ts'
import { Refusal } from '../../platform/refusal.ts'
import { tracers } from '../operations/requests.ts'
import { apartFrom, apartReasoned, doubted, toldApart } from './model.ts'

const Reason = z.string().trim().min(1, { error: 'missing' }).max(1000)
const Two = z.object({ a: z.uuid(), b: z.uuid(), reason: Reason, seen: z.number().int().optional() })

async function twoFiles(ctx: Context, ids: { a: string; b: string }): Promise<[CaseFile, CaseFile]> {
  const [a, b] = (await ctx.files([ids.a, ids.b])) as [CaseFile, CaseFile]
  if (a.id === b.id) throw new Refusal('joined-already')
  if (a.kind !== b.kind) throw new Refusal('kinds-differ')
  return [a, b]
}

const isApart = (a: CaseFile, b: CaseFile): boolean => apartFrom(a).some(({ other }) => other === b.id)

async function recordReasons(ctx: Context, a: CaseFile, b: CaseFile, apart: boolean, reason: string) {
  await ctx.record([a.id], apartReasoned, { other: b.id, apart, reason })
  await ctx.record([b.id], apartReasoned, { other: a.id, apart, reason })
}

export const tellApart = operation({
  summary:
    'Record that two people who look alike are two people, with a reason; they are not suggested again',
  may: tracers,
  input: Two,
  output: z.object({}),
  async run(ctx, { reason, seen, ...ids }) {
    const [a, b] = await twoFiles(ctx, ids)
    if (isApart(a, b)) throw new Refusal('apart-already')
    requireFresh({ ...a, version: seenOf(a, b) }, seen)
    await ctx.record([a.id, b.id], toldApart, {})
    await recordReasons(ctx, a, b, true, reason)
    return {}
  },
})

export const doubtApart = operation({
  summary: 'Take back that two people are two, with a reason; they may be suggested again',
  may: tracers,
  input: Two.omit({ seen: true }),
  output: z.object({}),
  async run(ctx, { reason, ...ids }) {
    const [a, b] = await twoFiles(ctx, ids)
    if (!isApart(a, b)) throw new Refusal('not-apart')
    await ctx.record([a.id, b.id], doubted, {})
    await recordReasons(ctx, a, b, false, reason)
    return {}
  },
})

/** Pairs told apart of which the asker may see both and the first is of this operation; the last first. */
export async function findApart(
  ctx: Context,
  operation: string,
  kind: string,
): Promise<{ a: string; b: string }[]> {
  const { rows } = await sql<{ a: string; b: string }>`select a, b from tracing_apart
    join people one on one.id = a join people other on other.id = b
    where one.operation = ${operation} and one.kind = ${kind} order by at desc, a, b`.execute(ctx.db)
  return rows
}

const ApartPair = z.object({
  a: z.object({ id: z.uuid(), names: Names }),
  b: z.object({ id: z.uuid(), names: Names }),
  reason: z.string().nullable(),
  who: z.string(),
  at: z.string(),
})

/** Drawn in one answer; nobody reads more. */
const MOST = 200

export const listApart = operation({
  summary: 'Pairs who look alike and were told apart: why, by whom',
  may: tracers,
  input: z.object({ operation: z.uuid(), kind: z.enum(['child', 'relative']).default('child') }),
  output: z.object({ pairs: z.array(ApartPair) }),
  reads: true,
  async run(ctx, { operation, kind }) {
    await ctx.file(operation)
    const rows = (await findApart(ctx, operation, kind)).slice(0, MOST)
    const files = new Map(
      (await ctx.files([...new Set(rows.flatMap(({ a, b }) => [a, b]))])).map((file) => [file.id, file]),
    )
    const accounts = await accountNames(ctx)
    const named = (id: string) => {
      const names = descriptionOf(files.get(id)!)?.names
      return names && { id, names }
    }
    const pairs = rows.flatMap(({ a, b }) => {
      const [one, other] = [named(a), named(b)]
      const said = apartFrom(files.get(a)!).find((each) => each.other === b)
      if (!one || !other || !said) return []
      const who = accounts.get(said.by ?? '') ?? '—'
      return [{ a: one, b: other, reason: said.reason ?? null, who, at: said.at }]
    })
    return { pairs }
  },
})
