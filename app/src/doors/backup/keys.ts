import type pg from 'pg'
import { type Loading, loadRows } from '../../platform/backup/load.ts'
import type { Saved } from '../../platform/backup/series.ts'
import { nameOf, type Table } from '../../platform/backup/tables.ts'
import { isDestroyable, isKeyTable, WRAPPED } from './tables.ts'

const FOREIGN_KEYS = `
  select r.oid::regclass::text as other,
    array(select quote_ident(a.attname) from unnest(c.conkey) with ordinality as k(n, place) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by place) as own,
    array(select quote_ident(a.attname) from unnest(c.confkey) with ordinality as k(n, place) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by place) as theirs
  from pg_constraint c join pg_class r on r.oid = c.confrelid
  where c.conrelid = $1::regclass and c.contype = 'f'`

/** A row of the key store comes back only where what it points at did. */
async function pointsAtSome(client: pg.Client, table: Table): Promise<string[]> {
  const { rows } = await client.query<{ other: string; own: string[]; theirs: string[] }>(FOREIGN_KEYS, [
    nameOf(table),
  ])
  return rows.map(({ other, own, theirs }) => {
    const same = theirs.map((name, at) => `o.${name} = i.${own[at]}`).join(' and ')
    return `(${own.map((name) => `i.${name} is null`).join(' or ')} or exists (select 1 from ${other} o where ${same}))`
  })
}

/** The rows of one table, under a name of their own for the time of the transaction. */
async function loadBeside(loading: Loading, saved: Saved, table: Table, name: string): Promise<void> {
  await loading.client.query(`create temporary table ${name} (like ${nameOf(table)}) on commit drop`)
  for (const column of table.columns.filter((one) => !saved.columns.includes(one)))
    await loading.client.query(`alter table ${name} alter column ${column} drop not null`)
  await loadRows(loading, saved, name)
}

const sameRow = ({ key }: Table): string => key.map(({ name }) => `l.${name} = i.${name}`).join(' and ')

/**
 * A key comes back only when both backups know it: destroyed before the data was saved or after, it stays
 * destroyed. `living` has the data's rows without what was wrapped in them.
 */
function conditionsOf(
  table: Table,
  living: string | undefined,
): { where: string[]; value(name: string): string } {
  const whole = (name: string) => `i.${name}`
  if (!living) return { where: [], value: whole }
  const same = `exists (select 1 from ${living} l where ${sameRow(table)}`
  // A file's own key goes as a row; a class's key leaves its number, so that a later one never gets it.
  if (table.key.length === 1)
    return { where: [`${same})`, 'i.file in (select id from sandsage.files)'], value: whole }
  const had = `${same} and l.by is not null)`
  return {
    where: [],
    value: (name) => ([WRAPPED, 'by'].includes(name) ? `case when ${had} then i.${name} end` : whole(name)),
  }
}

/** Loads the key store from its own backup, held against what the data says of it. */
export async function loadKeys(
  loading: { data: Loading; keys: Loading },
  saved: { data: Saved[]; keys: Saved[] },
  present: Table[],
): Promise<{ kept: number; destroyed: number }> {
  const { client } = loading.keys
  const find = (list: Saved[], table: Table) => list.find((one) => nameOf(one) === nameOf(table))
  for (const table of present.filter(isKeyTable)) {
    const incoming = find(saved.keys, table)
    const known = find(saved.data, table)
    if (!incoming) continue
    await loadBeside(loading.keys, incoming, table, `incoming_${table.name}`)
    const living = isDestroyable(table) ? `living_${table.name}` : undefined
    if (living && known) await loadBeside(loading.data, known, table, living)
    else if (living)
      await client.query(`create temporary table ${living} (like ${nameOf(table)}) on commit drop`)
    const { where, value } = conditionsOf(table, living)
    const conditions = [...where, ...(await pointsAtSome(client, table))]
    await client.query(
      `insert into ${nameOf(table)} (${incoming.columns.join(', ')}) select ${incoming.columns.map(value).join(', ')}
      from incoming_${table.name} i ${conditions.length ? `where ${conditions.join(' and ')}` : ''}`,
    )
  }
  const { rows } = await client.query<{ kept: number; destroyed: number }>(`
    select (select count(*) from keystore.keys)::int as kept,
      (select count(*) from sandsage.files f where not exists (select 1 from keystore.keys k where k.file = f.id))::int as destroyed`)
  return rows[0]!
}
