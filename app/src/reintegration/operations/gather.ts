import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { findPeople, type ListedPerson } from '../../casefile/operations.ts'
import { anyOf } from '../../platform/database.ts'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import type { FollowUpRow, PlacementRow } from '../model.ts'
import { isDayToCome, type Pair } from '../rules.ts'
import type { ReintegrationTables } from '../store.ts'

export const placers = ['socialWorker', 'lawyer', 'coordinator'] as const
export const readers = [...placers, 'lead'] as const

export const Children = z
  .array(z.uuid())
  .min(1)
  .max(60)
  .transform((ids) => [...new Set(ids)])

export const Waiting = z.array(z.object({ child: z.uuid(), because: z.array(z.string()) }))

const tables = (ctx: Context) => ctx.db.withTables<ReintegrationTables>()

export const findPlacements = async (
  ctx: Context,
  children: string[],
): Promise<Map<string, PlacementRow>> => {
  if (children.length === 0) return new Map()
  const rows = await tables(ctx)
    .selectFrom('placements')
    .selectAll()
    .where('child', '=', anyOf(children))
    .execute()
  return new Map(rows.map((row) => [row.child, row]))
}

export const findSchedule = (ctx: Context, children: string[]): Promise<FollowUpRow[]> =>
  children.length === 0
    ? Promise.resolve([])
    : tables(ctx)
        .selectFrom('follow_ups')
        .selectAll()
        .where('child', '=', anyOf(children))
        .orderBy('month')
        .execute()

/**
 * Which children of an operation are siblings. The dead need no place, and part nobody by needing none; a
 * sibling whose file the asker may not see counts, or whoever works on one child alone could part them unawares.
 */
export async function findSiblings(
  ctx: Context,
  operation: string,
): Promise<{ pairs: Pair[]; children: ListedPerson[] }> {
  const all = await findPeople(ctx, { operation, kind: 'child' })
  const dead = new Set(all.filter(({ deceased }) => deceased).map(({ id }) => id))
  const children = all.filter(({ id }) => !dead.has(id))
  if (children.length === 0) return { pairs: [], children }
  const ids = children.map(({ id }) => id)
  const pairs = await tables(ctx)
    .selectFrom('siblings')
    .select(['child', 'sibling'])
    .where('child', '=', anyOf(ids))
    .execute()
  return { pairs: pairs.filter(({ sibling }) => !dead.has(sibling)), children }
}

/** Files of children of one operation, locked. Two operations' children are never placed by one decision. */
export async function childrenOf(
  ctx: Context,
  ids: string[],
): Promise<{ files: CaseFile[]; operation: string }> {
  const files = await ctx.files(ids)
  for (const file of files) if (file.kind !== 'child') throw new Refusal('not-a-child')
  const [operation, other] = [...new Set(files.map((file) => file.operation))]
  if (!operation || other !== undefined) throw new Refusal('several-operations')
  return { files, operation }
}

export function requirePast(ctx: Context, field: string, day: string): void {
  if (isDayToCome(day, ctx.now)) throw new Invalid([{ field, code: 'day-in-future' }])
}
