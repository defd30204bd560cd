import { logLikelihoodWithCoancestry } from './engine/coancestry.ts'
import { logSum, type PlanCache } from './engine/eliminate.ts'
import { buildNetwork, type LocusProblem } from './engine/network.ts'
import { checkTypedPeople, ladderOf, locusProblem, peopleOf } from './engine/problem.ts'
import { orRefusal, refuse } from './refusal.ts'
import type { KinshipCase, Note, Person, RefusalDetail } from './types.ts'

/** Natural logarithms, by hypothesis and, inside a list, by locus in the order given. */
export type Likelihoods = {
  logLikelihoodPerLocus: Record<string, number[]>
  likelihoodPerLocus: Record<string, number[]>
  logLikelihood: Record<string, number>
  notes: Note[]
}

/** Ratios against `reference`. `null`: the evidence is impossible under both, so no ratio exists. */
export type LikelihoodRatios = Likelihoods & {
  reference: string
  LRperLocus: Record<string, (number | null)[]>
  LR: Record<string, number | null>
  log10LR: Record<string, number | null>
}

/**
 * The probability of all genotypes under each hypothesis, exactly.
 *
 * @example An unrelated person who shows A/B, frequencies 0.1 and 0.2: likelihood 2 * 0.1 * 0.2 = 0.04.
 * @throws KinshipRefusal when a value cannot be computed exactly
 */
export function likelihoods(input: KinshipCase): Likelihoods {
  const placed = checkedPeople(input)
  const theta = input.theta ?? 0
  const notes: Note[] = []
  const plans: PlanCache = new Map()
  const logs: Record<string, number[]> = Object.fromEntries(input.hypotheses.map(({ name }) => [name, []]))
  for (const locus of input.loci) {
    const ladder = ladderOf(locus)
    const sum = locus.frequencies.reduce((total, p) => total + p, 0)
    if (Math.abs(sum - 1) > 1e-6) {
      notes.push({
        code: 'frequencies-rounded',
        locus: locus.name,
        message: `The frequencies of ${locus.name} sum to ${sum}; the remainder was shared out.`,
      })
    }
    for (const [hypothesis, people] of placed) {
      logs[hypothesis]!.push(logLikelihood(locusProblem(input, locus, ladder, people), theta, plans))
    }
  }
  return {
    logLikelihoodPerLocus: logs,
    likelihoodPerLocus: mapValues(logs, (values) => values.map(Math.exp)),
    logLikelihood: mapValues(logs, (values) => values.reduce((total, value) => total + value, 0)),
    notes,
  }
}

/** Everybody by hypothesis; refuses a case whose hypotheses do not weigh the same evidence. */
export function checkedPeople(input: KinshipCase): Map<string, Person[]> {
  const theta = input.theta ?? 0
  if (!(theta >= 0 && theta < 1)) refuse('theta-range', 'Theta must be from 0 to below 1.')
  if (input.hypotheses.length === 0) refuse('no-hypothesis', 'At least one hypothesis is needed.')
  const placed = new Map(input.hypotheses.map((hypothesis) => [hypothesis.name, peopleOf(hypothesis)]))
  if (placed.size < input.hypotheses.length) refuse('hypothesis-twice', 'Two hypotheses have the same name.')
  if (new Set(input.loci.map((locus) => locus.name)).size < input.loci.length) {
    refuse('locus-twice', 'A locus is listed twice; it would be counted twice.')
  }
  const people = [...placed.values()].flat()
  if (theta > 0 && people.some((person) => person.founderInbreeding || person.founderInbreedingX)) {
    refuse(
      'theta-with-founder-inbreeding',
      'Theta and founder inbreeding are not defined together: set one of them to 0.',
    )
  }
  checkTypedPeople(input.genotypes, placed)
  return placed
}

function logLikelihood(problem: LocusProblem, theta: number, plans: PlanCache): number {
  return theta > 0
    ? logLikelihoodWithCoancestry(problem, theta, plans)
    : logSum(buildNetwork(problem, { kind: 'independent' }), plans)
}

/**
 * The likelihood ratio of every hypothesis against the reference (the last one unless named).
 *
 * @example Duo, AF A/B and C A/A, p(A) = 0.25: LR = 1 / (2 * 0.25) = 2.
 * @returns the values, or `{ refusal }` saying what to change
 */
export function likelihoodRatio(input: KinshipCase): LikelihoodRatios | { refusal: RefusalDetail } {
  return orRefusal(() => {
    const found = likelihoods(input)
    const reference = input.reference ?? input.hypotheses.at(-1)!.name
    const isKnown = Object.hasOwn(found.logLikelihoodPerLocus, reference)
    if (!isKnown)
      return refuse('reference-unknown', `The reference "${reference}" is not among the hypotheses.`)
    const base = found.logLikelihoodPerLocus[reference]!
    const tested = Object.fromEntries(
      Object.entries(found.logLikelihoodPerLocus).filter(([name]) => name !== reference),
    )
    const perLocus = mapValues(tested, (logs) => logs.map((log, locus) => logRatio(log, base[locus]!)))
    const total = mapValues(tested, (_, name) =>
      logRatio(found.logLikelihood[name]!, found.logLikelihood[reference]!),
    )
    return {
      ...found,
      notes: [...found.notes, ...impossibleNotes(input, perLocus)],
      reference,
      LRperLocus: mapValues(perLocus, (logs) => logs.map((log) => (log === null ? null : Math.exp(log)))),
      LR: mapValues(total, (log) => finiteExp(log)),
      log10LR: mapValues(total, (log) => (log === null ? null : log / Math.LN10)),
    }
  })
}

function logRatio(log: number, base: number): number | null {
  return log === Number.NEGATIVE_INFINITY && base === Number.NEGATIVE_INFINITY ? null : log - base
}

/** A finite ratio beyond the largest number is given by its logarithm alone, never as Infinity or 0. */
function finiteExp(log: number | null): number | null {
  if (log === null || !Number.isFinite(log)) return log === null ? null : Math.exp(log)
  const value = Math.exp(log)
  return Number.isFinite(value) && value > 0 ? value : null
}

function impossibleNotes(input: KinshipCase, perLocus: Record<string, (number | null)[]>): Note[] {
  return Object.entries(perLocus).flatMap(([hypothesis, logs]) =>
    logs.flatMap((log, index) => {
      if (log !== null) return []
      const locus = input.loci[index]!.name
      const message = `At ${locus} the genotypes are impossible under ${hypothesis} and under the reference, so there is no ratio: allow mutation or check the typing.`
      return [{ code: 'impossible-under-both', locus, hypothesis, message }]
    }),
  )
}

function mapValues<In, Out>(
  record: Record<string, In>,
  map: (value: In, key: string) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]))
}
