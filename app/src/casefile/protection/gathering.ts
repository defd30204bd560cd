import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../context.ts'
import type { CaseFile } from '../event.ts'
import { holdsOn } from './model.ts'
import type { ClassFacts, Standing } from './rules.ts'

type FactRow = { file: string; class: string; first: Date; last: Date; events: number }

/** What there is of each class in these files; asked in the house's role, about files the asker may see. */
export async function findFacts(ctx: Context, files: string[]): Promise<Map<string, ClassFacts[]>> {
  const rows = await ctx.asEraser(async (db) => {
    const answer =
      await sql<FactRow>`select file, class, first, last, events from classes_in(${files}::uuid[])`.execute(
        db,
      )
    return answer.rows
  })
  const found = new Map<string, ClassFacts[]>()
  for (const { file, first, last, ...row } of rows) {
    const facts = { ...row, first: first.toISOString(), last: last.toISOString() }
    found.set(file, [...(found.get(file) ?? []), facts])
  }
  return found
}

export async function standingOf(ctx: Context, file: CaseFile): Promise<Standing> {
  const { rows: steps } = await sql<Standing['steps'][number]>`
    select station, state, waits_for as "waitsFor" from steps where child = ${file.id}`.execute(ctx.db)
  const { rows: people } = await sql<{ aside: boolean }>`
    select set_aside is not null as aside from people where id = ${file.id}`.execute(ctx.db)
  const { rows: flights } = await sql<{ at: Date }>`
    select flight_at as at from operations where id = ${file.operation}`.execute(ctx.db)
  return {
    kind: file.kind,
    aside: people[0]?.aside ?? false,
    holds: holdsOn(file),
    steps,
    flightAt: flights[0]?.at.toISOString() ?? null,
    classes: (await findFacts(ctx, [file.id])).get(file.id) ?? [],
  }
}

export const Also = z.object({ file: z.uuid(), kind: z.string(), how: z.enum(['event', 'name']) })

/**
 * Other people's files that name this person: they are those people's own and stay as they are; whoever decides
 * is told of them. `event`: something recorded is about both. `name`: a name of theirs is the mother's, or an
 * other name, in a list.
 */
export async function namedIn(ctx: Context, file: string): Promise<z.infer<typeof Also>[]> {
  const together = await ctx.asEraser(async (db) => {
    const { rows } = await sql<{ file: string }>`select file from named_with(${file})`.execute(db)
    return rows.map((row) => row.file)
  })
  const { rows } = await sql<z.infer<typeof Also>>`
    with own as (select operation, array(select value from jsonb_each_text(names)) as names from people where id = ${file}),
    named as (
      select p.id as file from people p join own on p.operation = own.operation
      where p.id <> ${file} and p.mother is not null
        and exists (select 1 from jsonb_each_text(p.mother) as mother where mother.value = any(own.names)))
    select f.id as file, f.kind, min(found.how) as how
    from (select unnest(${together}::uuid[]) as file, 'event' as how union all select file, 'name' from named) found
    join files f on f.id = found.file
    where f.kind in ('child', 'relative', 'worker') group by f.id, f.kind order by f.id limit 200`.execute(
    ctx.db,
  )
  return rows
}
