import type { LocusTable } from './family-table.ts'
import { pairIndex } from './genotype-codes.ts'
import type { Seen } from './profile-table.ts'
import { isUnmutated } from './row-values.ts'

/**
 * A locus at which somebody cannot be the missing person without a mutation, drop-out as stated aside.
 * `steps`: by how many repeats one allele would have to differ; `null` when one allele is not enough, or its
 * name is no number.
 */
export type Exclusion = { locus: string; steps: number | null }

/** Why this observation excludes; `null` when it does not, or when the relatives need a mutation themselves. */
export function exclusionOf(table: LocusTable, seen: Seen): Exclusion | null {
  if (isUnmutated(table, seen) !== false) return null
  return { locus: table.locus.name, steps: stepsToPossible(table, seen) }
}

function stepsToPossible(
  { locus: { alleles }, two, single }: LocusTable,
  { shown, alleles: seen }: Seen,
): number | null {
  const unmutated = (shown === 'only' ? single : two)?.unmutated
  if (!unmutated || shown === 'one') return null
  const isPossible = ([a, b]: number[]) =>
    unmutated[shown === 'only' ? a! : pairIndex(a!, b!, alleles.length)] === 1
  const distances = seen.flatMap((allele, at) =>
    alleles.flatMap((_, other) => {
      if (!isPossible(seen.with(at, other))) return []
      return repeatsBetween(alleles[allele]!, alleles[other]!)
    }),
  )
  return distances.length > 0 ? Math.min(...distances) : null
}

/** Whole repeats between two alleles; none where they differ by part of one, as 9 and 9.3 do. */
function repeatsBetween(one: string, other: string): number[] {
  const distance = Math.abs(Number(one) - Number(other))
  const whole = Math.round(distance)
  return Math.abs(distance - whole) < 1e-6 && whole > 0 ? [whole] : []
}
