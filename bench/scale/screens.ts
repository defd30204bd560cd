import { sql } from 'kysely'
import type { House } from '../../app/src/casefile/house.ts'
import { allOperations } from '../../app/src/doors/openapi.ts'
import { examples } from '../../stories/access/all.ts'
import type { Ids } from '../../stories/access/examples.ts'

export type Screen = { station: string; verb: string; input: unknown }

/** A few things of one operation: what the examples of every screen are asked with. */
export async function idsOf(
  house: House,
  operation: string,
): Promise<Ids & { family: string; request: string }> {
  const one = async (query: ReturnType<typeof sql<{ id: string }>>) =>
    (await query.execute(house.owner)).rows.map(({ id }) => id)
  const [child, sibling] = await one(
    sql`select id from people where operation = ${operation} and kind = 'child' order by id desc limit 2`,
  )
  const [relative] = await one(
    sql`select id from people where operation = ${operation} and kind = 'relative' order by id desc limit 1`,
  )
  const [family] = await one(
    sql`select id from files where operation = ${operation} and kind = 'family' order by id desc limit 1`,
  )
  const [request] = await one(
    sql`select relative as id from tracing_requests where operation = ${operation} order by relative desc limit 1`,
  )
  const [worker] = await one(sql`select id from accounts where profession = 'lawyer' limit 1`)
  return {
    operation,
    child: child!,
    sibling: sibling!,
    relative: relative!,
    worker: worker!,
    family: family!,
    request: request!,
  }
}

/** The opening of a file is written down, and is a screen all the same. */
const ALSO = ['casefile.openFile']

/** Every operation a screen asks to show something, with an input about these people. */
export async function screensOf(house: House, operation: string): Promise<Screen[]> {
  const ids = await idsOf(house, operation)
  const { rows: claims } = await sql<{ claim: string; child: string }>`
    select claim, child from claims join people on people.id = child where operation = ${operation} order by claim desc limit 1`.execute(
    house.owner,
  )
  const { rows: searches } = await sql<{
    search: string
  }>`select search from searches where operation = ${operation} limit 1`.execute(house.owner)
  const fitting: Record<string, unknown> = {
    'evidence.openFamily': { family: ids.family },
    'evidence.openAdvice': { family: ids.family },
    'evidence.exportFamily': { family: ids.family, program: 'pedsuite' },
    'tracing.getRequest': { request: ids.request },
    ...(searches[0] && { 'evidence.getSearch': searches[0] }),
  }
  for (const verb of ['openClaim', 'reportOfClaim', 'recordOfClaim', 'exportClaim'])
    if (claims[0]) fitting[`evidence.${verb}`] = claims[0]
  return allOperations
    .filter(({ station, verb, operation: { reads } }) => reads || ALSO.includes(`${station}.${verb}`))
    .flatMap(({ station, verb }) => {
      const input = fitting[`${station}.${verb}`] ?? examples[station]?.[verb]?.(ids)
      return input ? [{ station, verb, input }] : []
    })
}
