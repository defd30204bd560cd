import { baseOf, familyRatios, logRatios, logRatiosAt } from './family-ratios.ts'
import { toProblem } from './problem.ts'
import type { JointInput } from './types.ts'

/** By unidentified person (rows) and missing person (columns); `null` where the pairings do not allow it. */
export type PairwiseMatrix = {
  rows: string[]
  cols: string[]
  /** Natural logarithm of the likelihood ratio against "unrelated". */
  logLR: (number | null)[][]
  /** Loci that are impossible without mutation. */
  exclusions: (number | null)[][]
}

/**
 * Every unidentified person against every missing one, nobody else placed.
 *
 * @example Father A/A, his missing child, somebody A/B, p(A) = 0.25: LR = 1 / (2 * 0.25) = 2.
 * @throws KinshipRefusal naming what does not fit together
 */
export function pairwiseRatios(input: JointInput): PairwiseMatrix {
  const problem = toProblem(input)
  const base = baseOf(problem)
  const still = toProblem({
    ...input,
    theta: 0,
    loci: input.loci.map((locus) => ({ ...locus, mutation: null })),
  })
  const stillBase = baseOf(still)
  const families = problem.families.map((_, family) => familyRatios(base, family))
  const stillFamilies = problem.families.map((_, family) => familyRatios(stillBase, family, false))
  const columns = problem.places.map(({ family, candidates }, place) => {
    const seatings = candidates.map((person) => [{ place, person }])
    const logs = logRatios(families[family]!, seatings)
    const excluded = candidates.map(() => 0)
    problem.loci.forEach((_, locus) => {
      logRatiosAt(stillFamilies[family]!, seatings, locus).forEach((log, index) => {
        if (log === Number.NEGATIVE_INFINITY) excluded[index]! += 1
      })
    })
    return { candidates, logs, excluded }
  })
  const table = (cellOf: (column: (typeof columns)[number], index: number) => number) =>
    problem.people.map((_, person) =>
      columns.map((column) => {
        const index = column.candidates.indexOf(person)
        return index < 0 ? null : cellOf(column, index)
      }),
    )
  return {
    rows: problem.people.map(({ id }) => id),
    cols: problem.places.map(({ id }) => id),
    logLR: table(({ logs }, index) => logs[index]!),
    exclusions: table(({ excluded }, index) => excluded[index]!),
  }
}

/**
 * The pairings whose likelihood ratio is at least `least`, and nobody: the answer is then exact for these
 * pairings alone. To be used, and said, where mutation leaves too many possible.
 *
 * @example A ratio of 1e-9 with `least` 1e-6: that person is not considered for that place.
 */
export function pairingsAbove(
  { rows, cols, logLR }: PairwiseMatrix,
  least: number,
): Record<string, string[]> {
  return Object.fromEntries(
    rows.map((id, row) => [
      id,
      [
        ...cols.filter((_, column) => (logLR[row]![column] ?? Number.NEGATIVE_INFINITY) >= Math.log(least)),
        '*',
      ],
    ]),
  )
}
