import pg from 'pg'
import { nameOf, type Table } from './tables.ts'

/** Rows whose key lies after `after` and up to `to`; null is open. Values are texts, one for each column of the key. */
export type Range = { after: string[] | null; to: string[] | null }
export type Seen = { rows: number; digest: string }

const WHOLE: Range = { after: null, to: null }
/** Order and comparison must be the same on every server, whatever language it sorts in. */
const isText = (type: string): boolean => /^(text|character|name|citext)/.test(type)

/** Tables that are cut: those with a key whose order needs no language. Others are one part. */
export const isCut = ({ key }: Table): boolean => key.length > 0 && !key.some(({ type }) => isText(type))

const keyColumns = ({ key, columns }: Table): string =>
  (key.length ? key : columns.map((name) => ({ name, type: 'other' })))
    .map(({ name, type }) => `${pg.escapeIdentifier(name)}${isText(type) ? ' collate "C"' : ''}`)
    .join(', ')

/** A table without a key is ordered by the text of its rows. */
const orderOf = (table: Table): string =>
  table.key.length ? keyColumns(table) : `row(${keyColumns(table)})::text collate "C"`

function within(table: Table, { after, to }: Range): string {
  const values = (texts: string[]) =>
    texts.map((text, at) => `${pg.escapeLiteral(text)}::${table.key[at]!.type}`).join(', ')
  const left = `(${keyColumns(table)})`
  const conditions = [
    ...(after ? [`${left} > (${values(after)})`] : []),
    ...(to ? [`${left} <= (${values(to)})`] : []),
  ]
  return conditions.length ? `where ${conditions.join(' and ')}` : ''
}

/** The question whose answer is the content of a part, in the order of the key. */
export const contentOf = (table: Table, range: Range): string =>
  `select ${table.columns.map((name) => pg.escapeIdentifier(name)).join(', ')} from ${nameOf(table)} ${within(table, range)} order by ${orderOf(table)}`

/** Columns that go into a digest by their length alone, because another column already holds their hash. */
export type ByLength = Record<string, string[]>

/** How many rows a range holds, and a SHA-256 over them, worked out where they lie. */
export async function look(client: pg.Client, table: Table, range: Range, byLength: ByLength): Promise<Seen> {
  const short = byLength[`${table.schema}.${table.name}`] ?? []
  const row = table.columns
    .map((name) =>
      short.includes(name) ? `length(${pg.escapeIdentifier(name)})` : pg.escapeIdentifier(name),
    )
    .join(', ')
  const { rows } = await client.query<Seen>(`
    select count(*)::int as rows, encode(sha256(coalesce(
      string_agg(sha256(convert_to(row(${row})::text, 'UTF8')), ''::bytea order by ${orderOf(table)}), ''::bytea)), 'hex') as digest
    from ${nameOf(table)} ${within(table, range)}`)
  return rows[0]!
}

/** How many rows make a part of about so many bytes, from what a row takes on disk. */
async function rowsPerPart(client: pg.Client, table: Table, bytes: number): Promise<number> {
  const { rows } = await client.query<{ size: number; count: number }>(
    `select pg_table_size($1::regclass)::float8 as size, (select count(*) from ${nameOf(table)})::float8 as count`,
    [nameOf(table)],
  )
  const { size, count } = rows[0]!
  return Math.min(100_000, Math.max(1, Math.round(bytes / Math.max(1, size / Math.max(1, count)))))
}

/** Cuts what lies after a key into ranges of about `bytes`; nothing there gives none. */
export async function cut(
  client: pg.Client,
  table: Table,
  after: string[] | null,
  bytes: number,
): Promise<Range[]> {
  if (!isCut(table)) return [WHOLE]
  const each = await rowsPerPart(client, table, bytes)
  const columns = keyColumns(table)
  const texts = table.key.map(({ name }) => `${pg.escapeIdentifier(name)}::text`).join(', ')
  const { rows } = await client.query<{ to: string[] }>(`
    select array[${texts}] as to from (
      select ${columns}, row_number() over (order by ${columns}) as place, count(*) over () as all_of_them
      from ${nameOf(table)} ${within(table, { after, to: null })}) as numbered
    where place % ${each} = 0 or place = all_of_them order by ${columns}`)
  return rows.map(({ to }, at) => ({ after: at ? rows[at - 1]!.to : after, to }))
}
