import type { LocusTable } from './family-table.ts'
import { forEachPair, pairIndex, type Shown } from './genotype-codes.ts'
import type { ObservationModel } from './profile-table.ts'
import { log10Ratio } from './row-values.ts'

/** A ratio at one locus and how often a stranger has it. */
export type Outcome = { log10: number; probability: number }

/**
 * What somebody unrelated shows at a locus where so much is seen of them, and what it weighs. Both alleles of a
 * heterozygote are seen unless one drops out, one allele of two is either; the probabilities sum to 1.
 */
export function strangersOutcomes(table: LocusTable, shown: Shown, model: ObservationModel): Outcome[] {
  const { silent, alleles } = table.locus
  const n = alleles.length
  const conditional = shown === 'only' ? table.single : table.two
  if (shown === 'nothing' || !conditional)
    return [{ log10: shown === 'nothing' ? 0 : -Infinity, probability: 1 }]
  const outcomes: Outcome[] = []
  const add = (seen: number[], probability: number) => {
    if (probability > 0 && !seen.includes(silent))
      outcomes.push({ log10: log10Ratio(table, shown, seen, model), probability })
  }
  const { unrelated } = conditional
  if (shown === 'only') {
    for (let a = 0; a < n; a++) add([a], unrelated[a]!)
  } else if (shown === 'one') {
    for (let a = 0; a < n; a++) add([a], alleleShare(unrelated, a, n))
  } else {
    forEachPair(n, (a, b, index) => {
      const isBoth = a !== b
      add(
        [a, b],
        isBoth ? unrelated[index]! * (1 - model.dropout) ** 2 : seenTwice(unrelated, a, n, silent, model),
      )
    })
  }
  const sum = outcomes.reduce((total, { probability }) => total + probability, 0)
  return outcomes.map(({ log10, probability }) => ({ log10, probability: probability / sum }))
}

/** The chance that one of a person's alleles, either of them, is this one. */
function alleleShare(unrelated: Float64Array, a: number, n: number): number {
  let share = unrelated[pairIndex(a, a, n)]! / 2
  for (let other = 0; other < n; other++) share += unrelated[pairIndex(a, other, n)]! / 2
  return share
}

function seenTwice(
  unrelated: Float64Array,
  a: number,
  n: number,
  silent: number,
  { dropout }: ObservationModel,
): number {
  let sum = 0
  for (let other = 0; other < n; other++) {
    const lost = other === silent ? 1 - dropout : dropout * (1 - dropout)
    sum += unrelated[pairIndex(a, other, n)]! * (other === a ? 1 - dropout ** 2 : lost)
  }
  return sum
}
