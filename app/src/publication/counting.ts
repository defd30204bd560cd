import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { FigureId } from './model.ts'

const children = (operation: string) =>
  sql`people where operation = ${operation} and kind = 'child' and set_aside is null`
const atStation = (operation: string, station: string) =>
  sql`people p join steps s on s.child = p.id and s.station = ${station} and s.state = 'done' where p.operation = ${operation} and p.kind = 'child'
    and p.set_aside is null`

/** Each figure's query over read tables, as published with it in words. Only counts leave it. */
const queries: Record<FigureId, (operation: string) => RawBuilder<unknown>> = {
  children: children,
  girls: (operation) => sql`${children(operation)} and sex = 'female'`,
  boys: (operation) => sql`${children(operation)} and sex = 'male'`,
  'families-found': (operation) => atStation(operation, 'tracing'),
  'kinship-decided': (operation) => atStation(operation, 'evidence'),
  cleared: (operation) => atStation(operation, 'clearance'),
  flown: (operation) => atStation(operation, 'evacuation'),
  'living-with-family': (operation) => atStation(operation, 'reintegration'),
}

/** Counts one figure and the children it is counted among. Runs in the counter's role. */
export async function count(
  db: Tx,
  operation: string,
  figure: FigureId,
): Promise<{ value: number; of: number }> {
  const one = async (from: RawBuilder<unknown>) =>
    (await sql<{ n: number }>`select count(*) as n from ${from}`.execute(db)).rows[0]!.n
  return { value: await one(queries[figure](operation)), of: await one(queries.children(operation)) }
}
