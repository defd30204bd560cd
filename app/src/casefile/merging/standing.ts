import { sql } from 'kysely'
import { Refusal } from '../../platform/refusal.ts'
import type { Context } from '../context.ts'

/** Stations that wrote about any of these files, and `request` for a tracing request; shows nothing of it. */
export async function findStandsIn(ctx: Context, files: string[]): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`select what from stands_in(${files}::uuid[])`.execute(ctx.db)
  return rows.map((row) => row.what)
}

/** Whoever joins or parts must see all that is carried over: rows are drawn anew from what they see. */
export async function requireAll(ctx: Context, files: string[]): Promise<void> {
  const { rows } = await sql<{ all: boolean }>`select sees_all(${files}::uuid[]) as all`.execute(ctx.db)
  if (!rows[0]?.all) throw new Refusal('joined-elsewhere')
}

/** The file that this one is joined into straight away. */
export async function getKeep(ctx: Context, other: string): Promise<string> {
  const { rows } = await sql<{ keep: string }>`select keep from merges where other = ${other}`.execute(ctx.db)
  if (!rows[0]) throw new Refusal('not-joined')
  return rows[0].keep
}

/** Which of these files are out of the lists. */
export async function findSetAside(ctx: Context, files: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from people
    where id = any(${files}::uuid[]) and set_aside is not null`.execute(ctx.db)
  return rows.map((row) => row.id)
}
