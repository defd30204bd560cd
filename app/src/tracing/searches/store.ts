import { sql } from 'kysely'
import type { LogEvent } from '../../casefile/event.ts'
import { on, type Projection } from '../../casefile/projection.ts'
import type { Tx } from '../../platform/database.ts'
import { joined, keptApart, keyOfPlace, type Link, linksOfEvents, parted, searchesOf } from './model.ts'

export type LinkRow = {
  a: string
  a_sought: number
  b: string
  b_sought: number
  state: Link['state']
  at: Date
  event: string
}
export type SearchRow = { relative: string; sought: number; search: string }

const links: Projection = {
  table: 'tracing_links',
  columns: `a uuid not null, a_sought int not null, b uuid not null, b_sought int not null, state text not null,
    at timestamptz not null, event uuid not null, primary key (a, a_sought, b, b_sought)`,
  indexes: ['b'],
  class: 'tracing',
  about: 'a',
  on: [],
}

/** What stands is the last by time and id, as in the fold, whatever the order in which the log was merged. */
async function writeLink(db: Tx, event: LogEvent): Promise<Link | undefined> {
  const [link] = linksOfEvents([event])
  if (!link) return undefined
  const { a, b, state, at } = link
  await sql`insert into tracing_links values (${a.relative}, ${a.sought}, ${b.relative}, ${b.sought}, ${state}, ${at}, ${event.id})
    on conflict (a, a_sought, b, b_sought) do update set state = excluded.state, at = excluded.at, event = excluded.event
    where (tracing_links.at, tracing_links.state = 'parted', tracing_links.event)
      < (excluded.at, excluded.state = 'parted', excluded.event)`.execute(db)
  return link
}

/** Draws anew the searches of a link's two ends, as they were and as they are now. Answers whose they are. */
async function drawSearches(db: Tx, { a, b }: Link): Promise<string[]> {
  const { rows: before } = await sql<SearchRow>`select * from tracing_searches where search in
    (select search from tracing_searches where (relative, sought) in ((${a.relative}::uuid, ${a.sought}::int), (${b.relative}::uuid, ${b.sought}::int)))`.execute(
    db,
  )
  const places = new Map([a, b, ...before].map((place) => [keyOfPlace(place), place]))
  const relatives = [...new Set([...places.values()].map((place) => place.relative))]
  const { rows } = await sql<LinkRow>`select * from tracing_links where state = 'joined'
    and a = any(${relatives}::uuid[]) and b = any(${relatives}::uuid[])`.execute(db)
  const drawn = searchesOf(rows.map(toLink).filter((link) => places.has(keyOfPlace(link.a))))
  for (const [key, { relative, sought }] of places) {
    const search = drawn.get(key)
    await (search
      ? sql`insert into tracing_searches values (${relative}, ${sought}, ${search})
          on conflict (relative, sought) do update set search = excluded.search`
      : sql`delete from tracing_searches where relative = ${relative} and sought = ${sought}`
    ).execute(db)
  }
  return relatives
}

const toLink = (row: LinkRow) => ({
  a: { relative: row.a, sought: row.a_sought },
  b: { relative: row.b, sought: row.b_sought },
  state: row.state,
})

/**
 * A row for every place that is in a search of two or more; equal `search` means the same person is sought.
 * `afterwards` is called with every relative whose searches may have changed.
 */
export function searchTables(afterwards: (db: Tx, relative: string) => Promise<unknown>): Projection[] {
  const draw = async (db: Tx, event: LogEvent) => {
    const link = await writeLink(db, event)
    if (!link) return
    for (const relative of await drawSearches(db, link)) await afterwards(db, relative)
  }
  const searches: Projection = {
    table: 'tracing_searches',
    columns:
      'relative uuid not null, sought int not null, search text not null, primary key (relative, sought)',
    indexes: ['search'],
    class: 'tracing',
    about: 'relative',
    on: [on(joined, draw), on(keptApart, draw), on(parted, draw)],
  }
  return [links, searches]
}
