import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

export type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Subplan Name'?: string
  'Index Name'?: string
  Filter?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Plan Rows': number
  Plans?: Plan[]
}
export type Statement = { text: string; ms: number; plan?: Plan; planMs?: number }

const watching = new AsyncLocalStorage<{
  statements: Statement[]
  explain: string | undefined
  explaining: number
}>()
const explainable = /^\s*(select|with)\b/i
const isOurs = /set_config|pg_advisory|for update|nextval/i

type Query = (text: unknown, values?: unknown) => Promise<pg.QueryResult>
const query = pg.Client.prototype.query as unknown as Query

/** From here on, what `watch` is told to run is heard statement by statement, on every connection of this process. */
export function hearStatements(): void {
  pg.Client.prototype.query = async function (
    this: pg.Client,
    text: unknown,
    values?: unknown,
    ...rest: unknown[]
  ) {
    const heard = watching.getStore()
    if (!heard || typeof text !== 'string')
      return (query as (...all: unknown[]) => unknown).call(this, text, values, ...rest)
    const asked = heard.explain && explainable.test(text) && !isOurs.test(text)
    const asking = performance.now()
    const plan = asked ? await explain(this, heard.explain!, text, values) : undefined
    const began = performance.now()
    heard.explaining += began - asking
    const answer = await query.call(this, text, values)
    heard.statements.push({ text, ms: performance.now() - began, ...plan })
    return answer
  } as never
}

async function explain(client: pg.Client, how: string, text: string, values: unknown) {
  const { rows } = await query.call(client, `explain (${how}, format json) ${text}`, values)
  const [root] = rows[0]['QUERY PLAN'] as {
    Plan: Plan
    'Execution Time'?: number
    'Planning Time'?: number
  }[]
  return { plan: root!.Plan, planMs: root!['Execution Time'] }
}

/** What `work` asks of the database, in order. `explain`: also how, in the same role and the same transaction. */
export async function watch<T>(work: () => Promise<T>, explain?: 'verbose off' | 'analyze, buffers') {
  const heard = { statements: [] as Statement[], explain, explaining: 0 }
  const answer = await watching.run(heard, work).then(
    (value) => ({ value }),
    (cause: Error) => ({ cause }),
  )
  return { ...answer, statements: heard.statements, explaining: heard.explaining }
}

/** Every step of a plan with those below it. */
export const stepsOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(stepsOf)]
