import pg from 'pg'

/** A table as the catalogue knows it; `key` is its primary key in order, empty where it has none. */
export type Table = {
  schema: string
  name: string
  columns: string[]
  key: { name: string; type: string }[]
}
export type Sequence = { name: string; last: number }

export const nameOf = ({ schema, name }: { schema: string; name: string }): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`

/** A connection of its own whose texts look the same on every server: they are compared and hashed. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A connection that breaks is told by the question that was under way.
  client.on('error', () => {})
  await client.connect()
  await client.query(`set datestyle = 'ISO, YMD'; set timezone = 'UTC'; set bytea_output = 'hex';
    set intervalstyle = 'postgres'; set extra_float_digits = 1; set statement_timeout = 0;
    set idle_in_transaction_session_timeout = 0; set search_path = pg_catalog`)
  return client
}

const TABLES = `
  select n.nspname as schema, c.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    coalesce((select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by k.place)
      from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary), '[]') as key,
    array(select o.confrelid::text from pg_constraint o where o.conrelid = c.oid and o.contype = 'f' and o.confrelid <> c.oid) as needs,
    c.oid::text as oid
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind = 'r' order by 1, 2`

type Row = Table & { needs: string[]; oid: string }

/** Those that others point at come first, so that rows can be loaded in this order. */
function inOrder(rows: Row[], placed: Row[] = []): Row[] {
  const left = rows.filter((row) => !placed.includes(row))
  if (left.length === 0) return placed
  const free = left.filter((row) => !left.some((other) => row.needs.includes(other.oid)))
  if (free.length === 0) throw new Error(`tables point at each other in a circle: ${left.map(nameOf)}`)
  return inOrder(rows, [...placed, ...free])
}

/** Every ordinary table of these schemas, those that others point at first; generated columns are left out. */
export async function findTables(client: pg.Client, schemas: string[]): Promise<Table[]> {
  const { rows } = await client.query<Row>(TABLES, [schemas])
  return inOrder(rows).map(({ schema, name, columns, key }) => ({ schema, name, columns, key }))
}

/** Where each sequence stands. Numbers are given outside transactions, so this is at or past any row's. */
export async function findSequences(client: pg.Client, schemas: string[]): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, 0)::float8 as last
    from pg_sequences where schemaname = any($1) order by 1`,
    [schemas],
  )
  return rows
}
