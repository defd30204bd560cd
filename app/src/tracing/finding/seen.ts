import { sql } from 'kysely'
import { mayRead, type Profession } from '../../casefile/access.ts'
import type { Context } from '../../casefile/context.ts'
import type { PersonRow } from '../../casefile/store.ts'
import type { Stage } from '../model.ts'
import type { TracingNameRow } from './store.ts'

export type SeenRequest = TracingNameRow & { number: string; stage: Stage }

/** Requests are of the class tracing; who does not read it is not told that there are any. */
export const readsRequests = (ctx: Context): boolean =>
  ctx.asker !== 'anyone' && mayRead(ctx.asker as Profession, 'tracing')

type Columns = Omit<PersonRow, 'seq'>
const columns = sql`id, kind, operation, names, sex, birth_earliest, birth_latest, deceased, set_aside, mother, other_names`

/** Of these people, those the asker may see, each as the file it is read as; those out of the lists are left out. */
export async function seePeople(
  ctx: Context,
  ids: string[],
): Promise<Map<string, { person: Columns; asked: Columns }>> {
  const { rows } = await sql<Columns>`select ${columns} from people where id = any(${ids}::uuid[])`.execute(
    ctx.db,
  )
  const aside = rows.filter((row) => row.set_aside === 'same-person').map((row) => row.id)
  const roots = aside.length ? await rootsOf(ctx, aside) : new Map<string, Columns>()
  return new Map(
    rows.flatMap((asked) => {
      const person = asked.set_aside === null ? asked : roots.get(asked.id)
      return person ? [[asked.id, { person, asked }] as const] : []
    }),
  )
}

async function rootsOf(ctx: Context, ids: string[]): Promise<Map<string, Columns>> {
  const { rows } = await sql<Columns & { joined: string }>`select m.file as joined, ${columns}
    from merged_files(${ids}::uuid[]) m join people on people.id = m.root
    where m.file = any(${ids}::uuid[]) and set_aside is null`.execute(ctx.db)
  return new Map(rows.map(({ joined, ...row }) => [joined, row]))
}

/** Of these requests, those the asker may see, by `<file>#<place>`. */
export async function seeRequests(ctx: Context, ids: string[]): Promise<Map<string, SeenRequest>> {
  if (!readsRequests(ctx) || ids.length === 0) return new Map()
  const { rows } = await sql<SeenRequest>`select n.*, r.number, r.stage
    from tracing_names n join tracing_requests r using (relative)
    where n.relative = any(${ids.map((id) => id.slice(0, 36))}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((row) => [`${row.relative}#${row.place}`, row]))
}

/** The requests with these numbers: each as who asks. */
export async function findNumbered(ctx: Context, numbers: string[]): Promise<SeenRequest[]> {
  if (!readsRequests(ctx) || numbers.length === 0) return []
  const { rows } = await sql<SeenRequest>`select n.*, r.number, r.stage
    from tracing_requests r join tracing_names n on n.relative = r.relative and n.place = -1
    where r.number = any(${numbers}) order by r.number limit 20`.execute(ctx.db)
  return rows
}

/** People born in one of these years, those whose years are known best first. */
export async function findBorn(
  ctx: Context,
  years: number[],
  operation: string | undefined,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from people
    where set_aside is null and kind <> 'worker' and (${operation ?? null}::uuid is null or operation = ${operation ?? null})
      and exists (select 1 from unnest(${years}::int[]) as year where year between birth_earliest and birth_latest)
    order by birth_latest - birth_earliest, id limit ${most}`.execute(ctx.db)
  return rows.map((row) => row.id)
}

/** While the index is made: whose name holds these letters as they are typed. */
export async function findWritten(
  ctx: Context,
  words: string[],
  operation: string | undefined,
  most: number,
): Promise<string[]> {
  const like = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const { rows } = await sql<{ id: string }>`select id from people
    where set_aside is null and kind <> 'worker' and (${operation ?? null}::uuid is null or operation = ${operation ?? null})
      and (names::text || coalesce(mother::text, '') || coalesce(other_names::text, '')) ilike all(${like}::text[])
    order by id limit ${most}`.execute(ctx.db)
  return rows.map((row) => row.id)
}
