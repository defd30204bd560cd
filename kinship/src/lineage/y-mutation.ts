import { refuse } from '../refusal.ts'
import type { Line } from './lines.ts'
import { type StepModel, transmission } from './stepwise-line.ts'
import type { YHaplotype } from './y-haplotype.ts'

/** Y-STR mutation: rates per meiosis and copy of a locus, and where they come from. */
export type YMutation = {
  rates: Record<string, number>
  /** For loci without a rate of their own; without it they are refused. */
  elsewhere?: number
  /** Share of mutations by two repeats at once; 0 when absent: one repeat at a time. */
  twoStepShare?: number
  source: string
}

/**
 * The step model of every locus, or `null` without mutation.
 *
 * @throws KinshipRefusal `mutation-rate`, `mutation-rate-missing`
 */
export function checkedMutation(mutation: YMutation | null, loci: string[]): Map<string, StepModel> | null {
  if (mutation === null) return null
  const { rates, elsewhere, twoStepShare = 0, source } = mutation
  if (source.trim() === '')
    refuse('mutation-rate', 'Y mutation rates need their source: it is part of the answer.')
  if (!(twoStepShare >= 0 && twoStepShare <= 1)) {
    refuse('mutation-rate', 'The share of two-step mutations must be from 0 to 1.')
  }
  return new Map(
    loci.map((locus) => {
      const rate = Object.hasOwn(rates, locus) ? rates[locus] : elsewhere
      if (rate === undefined) {
        return refuse(
          'mutation-rate-missing',
          `There is no mutation rate for the Y locus ${locus}: add it, or a rate for all others.`,
        )
      }
      if (!(rate >= 0 && rate <= 1))
        refuse('mutation-rate', `The mutation rate of ${locus} must be from 0 to 1.`)
      return [locus, { rate, twoStepShare }]
    }),
  )
}

/**
 * ln of the probability of what a line shows, given the haplotype its founder brought: loci mutate independently.
 *
 * @throws KinshipRefusal `copy-number-differs`
 */
export function logTransmissions(
  profiles: Map<string, YHaplotype>,
  loci: string[],
  models: Map<string, StepModel> | null,
): (line: Line) => number {
  for (const locus of loci) checkCopies(profiles, locus)
  const known = new Map<Line, number>()
  return (line) => {
    const cached = known.get(line)
    if (cached !== undefined) return cached
    const log = loci.reduce(
      (sum, locus) => sum + Math.log(atLocus(line, locus, profiles, models?.get(locus))),
      0,
    )
    known.set(line, log)
    return log
  }
}

function atLocus(line: Line, locus: string, profiles: Map<string, YHaplotype>, model?: StepModel): number {
  const shown = [...line.nodes.values()]
    .filter((node) => node.typed.length > 0)
    .map(({ id, typed }) => ({ id, values: typed.map((person) => profiles.get(person)![locus]!) }))
  const values = shown.flatMap((node) => node.values)
  if (!model || model.rate === 0) return values.every((value) => value === values[0]) ? 1 : 0
  // Monozygotic twins are one node: between them nothing mutates.
  if (shown.some((node) => node.values.some((value) => value !== node.values[0]))) return 0
  const observed = new Map(shown.map(({ id, values: [value] }) => [id, value!.split(',')]))
  return transmission(line, shown[0]!.id, observed, model)
}

function checkCopies(profiles: Map<string, YHaplotype>, locus: string): void {
  const numbers = new Map(
    [...profiles].map(([person, profile]) => [profile[locus]!.split(',').length, person]),
  )
  if (numbers.size > 1 || [...numbers.keys()].some((copies) => copies > 3)) {
    const who = [...numbers.values()].map((person) => `"${person}"`).join(' and ')
    refuse(
      'copy-number-differs',
      `At ${locus} ${who} ${numbers.size > 1 ? 'show different numbers of copies' : 'shows more than three copies'}: leave this locus out for everybody and say so.`,
    )
  }
}
