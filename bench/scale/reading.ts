import { type Plan, type Statement, stepsOf } from './statements.ts'

export type Reading = { table: string; rows: number; how: string }

/** The rows a scan took up to answer, those it then left out among them. */
const rowsOf = (step: Plan): number => {
  const left = ['Rows Removed by Filter', 'Rows Removed by Index Recheck', 'Rows Removed by Join Filter']
  const each =
    (step['Actual Rows'] ?? 0) + left.reduce((sum, name) => sum + Number(step[name as keyof Plan] ?? 0), 0)
  return Math.round(each * (step['Actual Loops'] ?? 1))
}

/** What each statement read of each table, from its plan; needs EXPLAIN ANALYZE. */
export const readingsOf = (statements: Statement[]): (Reading & { text: string })[] =>
  statements.flatMap(({ text, plan }) =>
    (plan ? stepsOf(plan) : [])
      .filter((step) => step['Relation Name'])
      .map((step) => ({
        table: step['Relation Name']!,
        rows: rowsOf(step),
        how: `${step['Node Type']} ${step['Index Name'] ?? ''}`.trim(),
        text: text.replace(/\s+/g, ' ').trim(),
      })),
  )
