import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { Names } from '../../casefile/model.ts'
import { nameIn } from '../../casefile/rules.ts'
import type { CasefileTables } from '../../casefile/store.ts'
import { anyOf } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { isUnnamed } from '../model/family.ts'
import type { EvidenceTables } from '../store.ts'

/** A person of a family as a screen names them. */
export const Named = z.object({ id: z.uuid(), kind: z.string(), names: Names })
export type Named = z.infer<typeof Named>

export async function namesOf(ctx: Context, ids: string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .withTables<CasefileTables>()
    .selectFrom('people')
    .select(['id', 'kind', 'names'])
    .where('id', '=', anyOf(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Which of these people have a profile. */
export async function findTyped(ctx: Context, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await ctx.db
    .withTables<EvidenceTables>()
    .selectFrom('typed')
    .select('person')
    .where('person', '=', anyOf(ids))
    .execute()
  return new Set(rows.map((row) => row.person))
}

export const spoken = (named: Named | undefined, ctx: Context): string =>
  named ? nameIn(named.names, ctx.language).text : '—'

/** Files by id, those of unnamed people of a drawing left out. */
export async function filesById(ctx: Context, ids: string[]): Promise<Map<string, CaseFile>> {
  const wanted = [...new Set(ids)].filter((id) => !isUnnamed(id))
  const files = await ctx.files(wanted)
  return new Map(files.map((file) => [file.id, file]))
}

/** A refusal of a pure rule names people by id; said to a person it names them by name. */
export async function withNames<T>(ctx: Context, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    const ids = Object.values(cause.values).filter(
      (value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value),
    )
    const names = await namesOf(ctx, ids as string[])
    const values = Object.entries(cause.values).map(([key, value]) => [
      key,
      names.has(String(value)) ? spoken(names.get(String(value)), ctx) : value,
    ])
    throw new Refusal(cause.code, Object.fromEntries(values), cause.status)
  }
}
