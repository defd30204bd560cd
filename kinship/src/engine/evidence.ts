import { refuse } from '../refusal.ts'
import type { FullLadder, WorkingLadder } from './ladder.ts'
import type { Profile } from './problem.ts'

/** What a typed person's alleles may be: ordered (paternal, maternal) states with P(observation | state). */
export type Evidence = {
  paternal: number[]
  maternal: number[]
  weights: number[]
  /** Exactly one unordered genotype fits, with weight 1. */
  isExact: boolean
}

/** What was seen of one person at one locus; `known`: its alleles as indices of the full ladder. */
export type Observation = { person: string; locus: string; known: number[]; dropout: number }

/** What a profile says of a locus; `null` when it does not have it. */
export function observe(
  { person, alleles, dropout }: Profile,
  locus: string,
  { indexOf }: FullLadder,
): Observation | null {
  if (!Object.hasOwn(alleles, locus)) return null
  const observed = alleles[locus]!
  if (observed.length > 2) {
    refuse(
      'too-many-alleles',
      `"${person}" has ${observed.length} alleles at ${locus}; a genotype has at most two.`,
    )
  }
  const known: number[] = []
  for (const allele of observed) {
    if (allele === null) continue
    const index = indexOf.get(allele)
    if (index === undefined) {
      return refuse(
        'allele-not-in-table',
        `"${person}" shows allele ${allele} at ${locus}, which has no frequency: add it to the table with a stated minimum frequency.`,
      )
    }
    known.push(index)
  }
  return { person, locus, known, dropout }
}

/**
 * The states behind an observation, or `null` when nothing is known.
 *
 * An observed a/a may hide a silent allele or, with a drop-out probability d, a lost one: P(a/a | a/a) = 1-d^2,
 * P(a/a | a/b) = d(1-d) (the case format), and P(a/a | a/silent) = 1-d. One allele beside an unknown one leaves
 * the other free, whatever the drop-out. A heterozygote, and a male's X allele, were seen as they are.
 *
 * @param isHemizygous one allele instead of two: an X locus in a male
 */
export function readEvidence(
  observation: Observation,
  ladder: WorkingLadder,
  isHemizygous: boolean,
): Evidence | null {
  const { known } = observation
  if (!(observation.dropout >= 0 && observation.dropout <= 1))
    refuse('dropout-range', `The drop-out of "${observation.person}" must be from 0 to 1.`)
  if (known.length === 0) return null
  const first = ladder.classOf[known[0]!]!
  if (isHemizygous) return hemizygous(observation, first)
  if (known.length === 1) return partial(first, ladder)
  if (known[0] === known[1]) return homozygous(observation, first, ladder)
  const second = ladder.classOf[known[1]!]!
  return { paternal: [first, second], maternal: [second, first], weights: certainTwice, isExact: true }
}

const [certainOnce, certainTwice] = [[1], [1, 1]]

function certain(allele: number): Evidence {
  const alleles = [allele]
  return { paternal: alleles, maternal: alleles, weights: certainOnce, isExact: true }
}

function hemizygous({ person, locus, known }: Observation, allele: number): Evidence {
  if (known.length === 2 && known[0] !== known[1]) {
    refuse(
      'two-alleles-in-male',
      `"${person}" is male and shows two alleles at the X locus ${locus}: check sex and typing.`,
    )
  }
  return certain(allele)
}

function partial(allele: number, { size }: WorkingLadder): Evidence {
  return states(Array.from({ length: size }, (_, other) => [allele, other, 1]))
}

function homozygous(
  { person, locus, dropout }: Observation,
  allele: number,
  ladder: WorkingLadder,
): Evidence {
  const isSilent = ladder.silent >= 0 && allele === ladder.silent
  if (dropout === 0 && (isSilent || ladder.silent < 0)) return certain(allele)
  if (isSilent) {
    refuse(
      'dropout-nothing-seen',
      `Nothing was seen of "${person}" at ${locus}; with drop-out that is no evidence of a silent allele: leave the locus out for them, or set their drop-out to 0.`,
    )
  }
  return states(
    Array.from({ length: ladder.size }, (_, other) => {
      if (other === allele) return [allele, allele, 1 - dropout ** 2]
      if (other === ladder.silent) return [allele, other, 1 - dropout]
      return [allele, other, dropout * (1 - dropout)]
    }),
  )
}

/** Both orders of every unordered genotype that has a weight; one of weight 0 when none has. */
function states(unordered: [number, number, number][]): Evidence {
  const ordered = unordered.flatMap(([a, b, weight]): [number, number, number][] => {
    if (!(weight > 0)) return []
    return a === b
      ? [[a, a, weight]]
      : [
          [a, b, weight],
          [b, a, weight],
        ]
  })
  return fromOrdered(ordered)
}

function fromOrdered(ordered: [number, number, number][]): Evidence {
  const shown = ordered.length > 0 ? ordered : [[0, 0, 0] as const]
  return {
    paternal: shown.map(([paternal]) => paternal),
    maternal: shown.map(([, maternal]) => maternal),
    weights: shown.map(([, , weight]) => weight),
    isExact: false,
  }
}

/** What two observations of the same alleles (monozygotic twins) say together. */
export function bothEvidence(one: Evidence | null, other: Evidence | null): Evidence | null {
  if (!one || !other) return one ?? other
  const both = one.paternal.flatMap((paternal, i): [number, number, number][] => {
    const j = other.paternal.findIndex(
      (allele, at) => allele === paternal && other.maternal[at] === one.maternal[i],
    )
    return j < 0 ? [] : [[paternal, one.maternal[i]!, one.weights[i]! * other.weights[j]!]]
  })
  if (one.isExact && other.isExact && both.length === one.weights.length) return one
  return fromOrdered(both)
}
