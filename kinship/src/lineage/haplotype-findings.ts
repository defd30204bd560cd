import { refuse } from '../refusal.ts'
import type { Hypothesis, Note } from '../types.ts'
import { type Comparison, type HaplotypeDatabase, seenIn } from './database.ts'
import type { HaplotypeFinding, LineageChoice } from './evidence.ts'
import { kappaNote } from './lineage-notes.ts'
import { countedProbability, kappaObstacle, kappaProbability, upperBound } from './match-probability.ts'

/** The distinct haplotypes of the typed people, each with its count and its probability by every method. */
export function haplotypeFindings<Haplotype>(
  profiles: Map<string, Haplotype>,
  database: HaplotypeDatabase<Haplotype>,
  comparison: Comparison<Haplotype>,
  confidence = 0.95,
): HaplotypeFinding[] {
  const findings = new Map<string, HaplotypeFinding>()
  for (const [person, haplotype] of profiles) {
    const key = comparison.keyOf(haplotype)
    const known = findings.get(key)
    if (known) {
      known.people.push(person)
      continue
    }
    const seen = seenIn(database, haplotype, comparison)
    const obstacle = kappaObstacle(seen)
    findings.set(key, {
      people: [person],
      haplotype: key,
      count: seen.count,
      probability: {
        count: countedProbability(seen.count, seen.n),
        upperBound: upperBound(seen.count, seen.n, confidence),
        kappa: obstacle === null ? kappaProbability(seen) : null,
      },
      kappaObstacle: obstacle,
    })
  }
  return [...findings.values()]
}

/** haplotype -> its probability by the method chosen; where kappa does not apply, by counting, with a note. */
export function quotedProbabilities(
  findings: HaplotypeFinding[],
  method: LineageChoice['method'] = 'count',
): { probabilities: Map<string, number>; notes: Note[] } {
  const notes: Note[] = []
  const probabilities = new Map(
    findings.map(({ haplotype, probability, kappaObstacle: obstacle }) => {
      if (method === 'kappa' && obstacle !== null) notes.push(kappaNote(haplotype, obstacle))
      return [haplotype, probability[method] ?? probability.count]
    }),
  )
  return { probabilities, notes }
}

/** The name of the reference; refuses hypotheses that cannot be compared. */
export function checkedReference(hypotheses: Hypothesis[], reference: string | undefined): string {
  const names = hypotheses.map(({ name }) => name)
  if (names.length < 2) {
    return refuse('no-alternative', 'Lineage evidence compares at least two hypotheses: add the alternative.')
  }
  if (new Set(names).size < names.length) refuse('hypothesis-twice', 'Two hypotheses have the same name.')
  const chosen = reference ?? names.at(-1)!
  return names.includes(chosen)
    ? chosen
    : refuse('reference-unknown', `The reference "${chosen}" is not among the hypotheses.`)
}

/** Theta, 0 when absent. */
export function checkedTheta(theta = 0): number {
  return theta >= 0 && theta < 1 ? theta : refuse('theta-range', 'Theta must be from 0 to below 1.')
}
