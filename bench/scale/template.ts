import { sql } from 'kysely'
import { type Profession, professions } from '../../app/src/casefile/access.ts'
import type { House } from '../../app/src/casefile/house.ts'
import { openKeys } from '../../app/src/casefile/keys.ts'
import { sealContext } from '../../app/src/casefile/log.ts'
import { runOperation } from '../../app/src/casefile/operation.ts'
import { makeAccount } from '../../app/src/casefile/session.ts'
import { findOperation } from '../../app/src/doors/openapi.ts'
import { loadExample } from '../../examples/load.ts'
import { type Column, columnsOf, namedOnce, type Row } from './rows.ts'

export type TemplateFile = { id: string; kind: string; operation: string | null }
export type TemplateEvent = Row & {
  id: string
  seq: number
  about: string[]
  type: string
  class: string
  plain: string | null
}
export type TemplateTable = { table: string; columns: Column[]; named: string[]; rows: Row[] }
/** One operation as the house itself wrote it: its files, its events in clear, its rows in every read table. */
export type Template = {
  operation: string
  files: TemplateFile[]
  events: TemplateEvent[]
  tables: TemplateTable[]
  /** Ids that stay what they are in every copy. */
  accounts: Set<string>
}

/** Loads the example operation through the house's own operations. Answers the account of each profession. */
export async function loadOne(house: House): Promise<Record<Profession, string>> {
  const accounts = {} as Record<Profession, string>
  for (const profession of professions)
    accounts[profession] = await makeAccount(house.owner, {
      ...{ name: `The ${profession}`, profession, language: 'kk', wholeHouse: true },
    })
  await loadExample((asker) => async (station, verb, input, key) => {
    const actor =
      asker === 'anyone'
        ? null
        : { id: accounts[asker], name: '', profession: asker, language: 'kk' as const }
    const { operation } = findOperation(station, verb)!
    return runOperation(
      house,
      { actor, language: 'kk', device: 'example' },
      `${station}.${verb}`,
      operation,
      input,
      key,
    )
  })
  return accounts
}

export async function readTemplate(house: House): Promise<Template> {
  const { owner } = house
  const { rows: files } =
    await sql<TemplateFile>`select id, kind, operation from files where kind <> 'account' order by id`.execute(
      owner,
    )
  const { rows: accounts } = await sql<{ id: string }>`select id from accounts`.execute(owner)
  const tables = await Promise.all(
    house.registry.projections.map(async ({ table }) => ({
      table,
      columns: await columnsOf(owner, 'sandsage', table),
      named: await namedOnce(owner, table),
      rows: (
        await sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.id(table)} t`.execute(owner)
      ).rows.map(({ row }) => row),
    })),
  )
  return {
    operation: files.find(({ kind }) => kind === 'operation')!.id,
    files,
    events: await readEvents(house),
    tables: tables.filter(({ rows }) => rows.length),
    accounts: new Set(accounts.map(({ id }) => id)),
  }
}

/** As the owner, with every detail opened: a copy is sealed anew with the key of its own file. */
async function readEvents(house: House): Promise<TemplateEvent[]> {
  return house.owner.transaction().execute(async (tx) => {
    const { rows } = await sql<Row & TemplateEvent & { sealed: Buffer | null }>`
      select * from events where class <> 'account' order by seq`.execute(tx)
    const keys = openKeys(tx, house.ring, undefined)
    await keys.load(rows.map((row) => row.about[0]!))
    return Promise.all(
      rows.map(async ({ sealed, ...row }) => {
        const about = row.about[0]!
        const plain = sealed && (await keys.open(about, row.class, sealed, sealContext(row.id, about)))
        return { ...row, plain: plain ? plain.toString() : null } as TemplateEvent
      }),
    )
  })
}
