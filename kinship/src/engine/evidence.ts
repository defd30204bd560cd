import { refuse } from '../refusal.ts'
import type { Ladder } from './ladder.ts'

/** What a typed person's alleles may be: ordered (paternal, maternal) states with P(observation | state). */
export type Evidence = {
  paternal: Int32Array
  maternal: Int32Array
  weights: Float64Array
  /** Exactly one unordered genotype fits, with weight 1. */
  isExact: boolean
}

type Observation = {
  person: string
  locus: string
  observed: (string | null)[]
  /** One allele instead of two: an X locus in a male. */
  isHemizygous: boolean
  dropout: number
}

/**
 * The states behind an observation, or `null` when nothing is known.
 *
 * An observed a/a may hide a silent allele or, with a drop-out probability d, a lost one (factors as in the
 * case format: 1-d^2 and d(1-d)); one allele beside an unknown one leaves the other free.
 */
export function readEvidence(observation: Observation, ladder: Ladder): Evidence | null {
  const { observed, locus, person } = observation
  const known = observed
    .filter((allele) => allele !== null)
    .map((allele) => alleleIndex(allele, observation, ladder))
  if (observed.length > 2) {
    refuse(
      'too-many-alleles',
      `"${person}" has ${observed.length} alleles at ${locus}; a genotype has at most two.`,
    )
  }
  if (known.length === 0) return null
  if (observation.isHemizygous) return hemizygous(observation, known)
  if (known.length === 1) return partial(observation, known[0]!, ladder)
  if (known[0] !== known[1]) return states([[known[0]!, known[1]!, 1]])
  return homozygous(observation, known[0]!, ladder)
}

function alleleIndex(allele: string, { person, locus }: Observation, ladder: Ladder): number {
  const index = ladder.indexOf.get(allele)
  if (index === undefined) {
    return refuse(
      'allele-not-in-table',
      `"${person}" shows allele ${allele} at ${locus}, which has no frequency: add it to the table with a stated minimum frequency.`,
    )
  }
  return index
}

function hemizygous({ person, locus, dropout }: Observation, known: number[]): Evidence {
  if (known.length === 2 && known[0] !== known[1]) {
    refuse(
      'two-alleles-in-male',
      `"${person}" is male and shows two alleles at the X locus ${locus}: check sex and typing.`,
    )
  }
  if (dropout > 0) {
    refuse(
      'dropout-one-allele',
      `Drop-out is defined for two alleles; leave "${person}" out of it at the X locus ${locus}.`,
    )
  }
  const single = Int32Array.of(known[0]!)
  return { paternal: single, maternal: single, weights: Float64Array.of(1), isExact: true }
}

function partial({ person, locus, dropout }: Observation, allele: number, ladder: Ladder): Evidence {
  if (dropout > 0) {
    refuse(
      'dropout-partial-genotype',
      `"${person}" has one known allele at ${locus}: give drop-out or an unknown allele, not both.`,
    )
  }
  return states(Array.from({ length: ladder.size }, (_, other) => [allele, other, 1]))
}

function homozygous({ dropout, person, locus }: Observation, allele: number, ladder: Ladder): Evidence {
  const hasSilent = ladder.silent >= 0 && allele !== ladder.silent
  if (!(dropout >= 0 && dropout <= 1))
    refuse('dropout-range', `The drop-out of "${person}" must be from 0 to 1.`)
  if (dropout === 0) {
    return states(
      hasSilent
        ? [
            [allele, allele, 1],
            [allele, ladder.silent, 1],
          ]
        : [[allele, allele, 1]],
    )
  }
  if (ladder.silent >= 0) {
    refuse(
      'dropout-with-silent',
      `Drop-out of "${person}" and a silent allele at ${locus} together are not defined: use one of them.`,
    )
  }
  return states(
    Array.from({ length: ladder.size }, (_, other) => [
      allele,
      other,
      other === allele ? 1 - dropout ** 2 : dropout * (1 - dropout),
    ]),
  )
}

/** Both orders of every unordered genotype. */
function states(unordered: [number, number, number][]): Evidence {
  const ordered = unordered
    .flatMap(([a, b, weight]) =>
      a === b
        ? [[a, b, weight]]
        : [
            [a, b, weight],
            [b, a, weight],
          ],
    )
    .filter(([, , weight]) => weight! > 0)
  return {
    paternal: Int32Array.from(ordered, (state) => state[0]!),
    maternal: Int32Array.from(ordered, (state) => state[1]!),
    weights: Float64Array.from(ordered, (state) => state[2]!),
    isExact: unordered.length === 1 && unordered[0]![2] === 1,
  }
}
