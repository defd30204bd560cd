import { sql } from 'kysely'
import type { PersonRow } from '../../casefile/store.ts'
import type { Tx } from '../../platform/database.ts'
import type { Entry, Field } from './entries.ts'
import type { TracingNameRow } from './store.ts'

/** An entry of the index with its place in the log. */
export type Placed<E = Pick<Entry, 'id'>> = { seq: number; entry: E }

type Row = Pick<
  PersonRow,
  'id' | 'kind' | 'operation' | 'names' | 'other_names' | 'mother' | 'set_aside' | 'seq'
> &
  Pick<PersonRow, 'birth_earliest' | 'birth_latest'>

const named = (field: Field, texts: (string | null | undefined)[]): Entry['names'] =>
  [...new Set(texts)].flatMap((text) => (text ? [{ field, text }] : []))

/** A colleague is not looked for here. Set aside for any other reason than that it is the same person, nobody is found under its names. */
function ofPerson(row: Row): Placed<Entry> {
  const { id, kind, operation, birth_earliest: earliest, birth_latest: latest } = row
  const isThere = kind !== 'worker' && (row.set_aside === null || row.set_aside === 'same-person')
  const names = [
    ...named('name', Object.values(row.names)),
    ...named('other', row.other_names ?? []),
    ...named('mother', Object.values(row.mother ?? {})),
  ]
  const aside = row.set_aside !== null
  return {
    seq: row.seq,
    entry: { id, kind, operation, earliest, latest, names: isThere ? names : [], aside },
  }
}

function ofRequest(row: TracingNameRow): Placed<Entry> {
  const names = [
    ...named('name', [row.name]),
    ...named('other', row.other_names ?? []),
    ...named('mother', [row.mother]),
  ]
  const { operation, birth_earliest: earliest, birth_latest: latest } = row
  const id = `${row.relative}#${row.place}`
  return { seq: row.seq, entry: { id, kind: 'request', operation, earliest, latest, names, aside: false } }
}

type AsCounter = <T>(work: (db: Tx) => Promise<T>) => Promise<T>
const PAGE = 4000

/** Everybody whose row changed after a place in the log, page by page, each read in a transaction of its own. */
export async function* pagesSince(asCounter: AsCounter, safe: number): AsyncGenerator<Placed<Entry>[]> {
  for (let after = safe; ; ) {
    const page = await asCounter((db) => readPeople(db, after))
    yield page
    if (page.length < PAGE) break
    after = page.at(-1)!.seq
  }
  for (let after = safe; ; ) {
    const page = await asCounter((db) => readRequests(db, after))
    yield page
    if (page.length < PAGE) break
    after = page.at(-1)!.seq
  }
}

/** An event changes one row of people, so that a page may end at any place. */
async function readPeople(db: Tx, after: number): Promise<Placed<Entry>[]> {
  const { rows } = await sql<Row>`select id, kind, operation, names, other_names, mother, set_aside, seq,
      birth_earliest, birth_latest
    from people where seq > ${after} order by seq limit ${PAGE}`.execute(db)
  return rows.map(ofPerson)
}

/** An event writes all rows of a request: a page is ended where a request ends. */
async function readRequests(db: Tx, after: number): Promise<Placed<Entry>[]> {
  const { rows } =
    await sql<TracingNameRow>`select * from tracing_names where seq > ${after} and seq <= coalesce(
      (select max(seq) from (select seq from tracing_names where seq > ${after} order by seq limit ${PAGE}) page), 0)
    order by seq`.execute(db)
  return rows.map(ofRequest)
}

export type Clock = {
  /** The newest place in the log that a read table shows. */
  newest: number
  /** Transactions under way began at this number or later; the next one gets `next`. */
  oldest: number
  next: number
}

/** Read before the rows are: whatever is missed by them is under way at this moment. */
export async function readClock(db: Tx): Promise<Clock> {
  const { rows } = await sql<Clock>`select
      greatest((select max(seq) from people), (select max(seq) from tracing_names), 0) as newest,
      pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest,
      pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next`.execute(db)
  return rows[0]!
}

export async function countRows(db: Tx): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select (select count(*) from people) + (select count(*) from tracing_names) as n`.execute(db)
  return rows[0]!.n
}

/** How many people were erased so far: whoever keeps names at hand lays them out anew when there is one more. */
export async function countErased(db: Tx): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from erasures where what = 'person' and state <> 'asked'`.execute(db)
  return rows[0]!.n
}
