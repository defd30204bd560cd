import type pg from 'pg'
import { projections } from '../../opening.ts'
import type { ByLength } from '../../platform/backup/ranges.ts'
import { findTables, type Table } from '../../platform/backup/tables.ts'

/** What is in a backup: everything but the read tables, which are written anew from the log. */
export const SCHEMAS = ['sandsage', 'keystore']
const KEYSTORE = 'keystore'

/** A paper's SHA-256 is a column of its own row, so its content goes into a digest by length. */
export const byLength: ByLength = { 'sandsage.papers': ['sealed'] }

export const isKeyTable = ({ schema }: { schema: string }): boolean => schema === KEYSTORE
const isPersonKeys = ({ schema, name }: { schema: string; name: string }): boolean =>
  schema === KEYSTORE && name === 'keys'

/** The tables of truth, those that others point at first. */
export async function truthTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'sandsage' and table_name = 'read_tables'`,
  )
  const made = rows.length
    ? (await client.query<{ name: string }>('select name from sandsage.read_tables')).rows
    : []
  const derived = new Set([
    ...projections.map(({ table }) => table),
    ...made.map(({ name }) => name),
    'read_tables',
  ])
  const tables = await findTables(client, SCHEMAS)
  return tables.filter(({ schema, name }) => schema !== 'sandsage' || !derived.has(name))
}

/** The data: all but the keystore, of which only the ids that had a key, without the key. */
export const dataTables = (tables: Table[]): Table[] => [
  ...tables.filter((table) => !isKeyTable(table)),
  ...tables.filter(isPersonKeys).map((table) => ({ ...table, columns: table.key.map(({ name }) => name) })),
]
export const keyTables = (tables: Table[]): Table[] => tables.filter(isKeyTable)
export const personKeys = <T extends { schema: string; name: string }>(tables: T[]): T | undefined =>
  tables.find(isPersonKeys)
