import type { Questioned, Weighing } from '../model/claims.ts'

/** What bounds a weighing, each with a sentence `evidence.limit.<code>`. */
export type Limit = { code: string; n?: number }

/** Said with every result: what was assumed, and what was left out. */
export function limitsOf(weighing: Weighing, questioned: Questioned): Limit[] {
  const { parameters, leftOut } = weighing
  const isNone = parameters.mutation.model === 'none' || parameters.mutation.rate === 0
  const limits: Limit[] = [
    { code: 'population' },
    { code: 'linkage' },
    { code: isNone ? 'no-mutation' : 'mutation-rate' },
  ]
  if (leftOut.length > 0) limits.push({ code: 'left-out', n: leftOut.length })
  if (questioned === 'both') limits.push({ code: 'whole-family' })
  return limits
}

/** What no weighing of this house looks at yet, each with a sentence `evidence.absent.<code>` (ISFG 2007, rec. 5). */
export const NOT_EXAMINED = ['other-relations', 'lineage', 'identity', 'prior'] as const

/** The least total among the tables that know every weighed locus: what a careful report quotes. */
export function lowestOf(weighing: Weighing): { table: string; log10LR: number } {
  const whole = weighing.underTables.filter((under) => under.loci === weighing.perLocus.length)
  const all = [{ table: weighing.parameters.table, log10LR: weighing.log10LR }, ...whole]
  return all
    .map(({ table, log10LR }) => ({ table, log10LR: Number(log10LR) }))
    .reduce((a, b) => (b.log10LR < a.log10LR ? b : a))
}
