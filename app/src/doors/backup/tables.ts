import type pg from 'pg'
import { projections } from '../../opening.ts'
import type { ByLength } from '../../platform/backup/ranges.ts'
import { findTables, type Table } from '../../platform/backup/tables.ts'

/** What is in a backup: everything but the read tables, which are written anew from the log, and what every opening writes. */
export const SCHEMAS = ['sandsage', 'keystore']
const KEYSTORE = 'keystore'
export const WRAPPED = 'wrapped'

/** A paper's SHA-256 is a column of its own row, so its content goes into a digest by length. */
export const byLength: ByLength = { 'sandsage.papers': ['sealed'] }

export const isKeyTable = ({ schema }: { schema: string }): boolean => schema === KEYSTORE
/** Keys of files and of their classes: rows that are destroyed, or lose what is wrapped in them. */
export const isDestroyable = ({ schema, key }: Pick<Table, 'schema' | 'key'>): boolean =>
  schema === KEYSTORE && key[0]?.name === 'file'

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
    'walls',
  ])
  const tables = await findTables(client, SCHEMAS)
  return tables.filter(({ schema, name }) =>
    schema === 'sandsage' ? !derived.has(name) : name !== 'statement_key',
  )
}

/** The data: all but the key store, of which only who had a key, and never the key. */
export const dataTables = (tables: Table[]): Table[] => [
  ...tables.filter((table) => !isKeyTable(table)),
  ...tables
    .filter(isDestroyable)
    .map((table) => ({ ...table, columns: table.columns.filter((name) => name !== WRAPPED) })),
]
export const keyTables = (tables: Table[]): Table[] => tables.filter(isKeyTable)
