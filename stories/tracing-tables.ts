import { sql } from 'kysely'
import type { TestHouse } from './house.ts'

const tables = ['tracing_requests', 'tracing_decisions', 'tracing_found', 'steps', 'people']

/** Every row of the tables this station writes to, in an order of their own. */
export async function readTables({ house }: TestHouse): Promise<unknown[][]> {
  const answers = tables.map((table) =>
    sql`select * from ${sql.id(table)} t order by t::text`.execute(house.owner),
  )
  return (await Promise.all(answers)).map(({ rows }) => rows)
}

const listTables = ['tracing_imports', 'tracing_imported', 'tracing_identities', 'tracing_columns', 'people']

/** Every row of the tables that importing lists writes to. */
export async function importTables({ house }: TestHouse): Promise<unknown[][]> {
  const answers = listTables.map((table) =>
    sql`select * from ${sql.id(table)} t order by t::text`.execute(house.owner),
  )
  return (await Promise.all(answers)).map(({ rows }) => rows)
}

/** What people see of an operation: its children, where each stands, and who each is. */
export async function listsOf({ as }: TestHouse, operation: string) {
  const { children } = await as('coordinator')('casefile', 'home', { operation })
  const { people } = await as('coordinator')('casefile', 'listPeople', { operation })
  return {
    people,
    children: children.map(({ steps, ...child }) => ({
      ...child,
      steps: steps.map(({ since: _, ...step }) => step),
    })),
  }
}
