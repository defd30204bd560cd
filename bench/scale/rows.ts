import { sql } from 'kysely'
import type { Database } from '../../app/src/platform/database.ts'

export type Row = Record<string, unknown>
export type Column = { name: string; type: string }

/** The columns of a table, in their order; `type` as PostgreSQL names it (`uuid`, `_uuid`, `jsonb`). */
export async function columnsOf(owner: Database, schema: string, table: string): Promise<Column[]> {
  const { rows } =
    await sql<Column>`select column_name as name, udt_name as type from information_schema.columns
    where table_schema = ${schema} and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`.execute(
      owner,
    )
  return rows
}

/** Text columns that must be unique by themselves, so that a copy needs another text. */
export async function namedOnce(owner: Database, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct a.attname::text as name from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) and a.atttypid = 'text'::regtype
    where i.indrelid = ${`sandsage.${table}`}::regclass and i.indisunique and not exists (
      select 1 from pg_attribute u where u.attrelid = i.indrelid and u.attnum = any(i.indkey) and u.atttypid = 'uuid'::regtype)`.execute(
    owner,
  )
  return rows.map((row) => row.name)
}

const toJson = (_key: string, value: unknown): unknown =>
  // A Buffer has been made { type, data } by its own toJSON by the time it comes here.
  isBufferJson(value) ? `\\x${Buffer.from(value.data).toString('hex')}` : value

const isBufferJson = (value: unknown): value is { data: number[] } =>
  typeof value === 'object' && value !== null && (value as { type?: string }).type === 'Buffer'

/** Sends rows as one JSON: no parameter per value, and every type of column by its own name. */
export async function insertRows(owner: Database, table: string, rows: Row[]): Promise<void> {
  if (!rows.length) return
  const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.id(name)))
  const into = sql.id(...table.split('.'))
  await sql`insert into ${into} (${columns}) overriding system value
    select ${columns} from jsonb_populate_recordset(null::${into}, ${JSON.stringify(rows, toJson)}::jsonb)
    on conflict do nothing`.execute(owner)
}
