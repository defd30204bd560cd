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
