import { type Code, wholeLadder } from './coding.ts'
import type { Evidence } from './evidence.ts'
import type { Ladder } from './ladder.ts'

/**
 * What the tables of one locus are filled from; `evidence` by the index of the person, `null` when untyped.
 * `codes`: the network's codings of the alleles, where it has some.
 */
export type LocusData = { ladder: Ladder; evidence: (Evidence | null)[]; codes?: Code[] }

/** A table to fill: cell `i` of this lane is `table[i * lanes + lane]`; `sizes` are those of the leaf's axes. */
export type Target = { table: Float64Array; lane: number; lanes: number; sizes: number[] }

/**
 * A factor the network starts from; the last variable of `scope` runs fastest. Leaves of one `key` have the same
 * table. `fill` writes the cells that are not 0.
 */
export type Leaf = {
  scope: number[]
  key: string
  /** Index of the locus the leaf is about; 0 unless several linked loci are weighed together. */
  locus: number
  fill: (data: LocusData, target: Target) => void
  /** C(first, second, chosen) = (chosen is first) / 2 + (chosen is second) / 2, which need not be written out. */
  isEither?: boolean
}

/**
 * One of a person's alleles: a variable that is the allele (`coding`: which of the network's codings its states
 * are in, `wholeLadder` for none), or a side of a typed person's states. When only one unordered genotype fits,
 * the states differ in phase alone.
 */
export type Copy =
  | { kind: 'allele'; variable: number; coding: number }
  | { kind: 'typed'; variable: number; person: number; side: 'paternal' | 'maternal'; isExact: boolean }

export const put = ({ table, lane, lanes }: Target, cell: number, value: number): void => {
  table[cell * lanes + lane] = value
}

/** How often an allele is drawn. */
export function drawLeaf(variable: number, coding: number, locus: number): Leaf {
  return {
    scope: [variable],
    key: `draw ${locus} ${coding}`,
    locus,
    fill(data, target) {
      const frequencies = frequenciesIn(coding, data)
      for (let state = 0; state < frequencies.length; state++) put(target, state, frequencies[state]!)
    },
  }
}

/** The frequency of each state in a coding. */
export function frequenciesIn(coding: number, { ladder, codes }: LocusData): number[] {
  return coding === wholeLadder ? ladder.frequencies : codes![coding]!.frequencies
}

/** The second allele of an inbred founder is the first again with probability `f`, else another draw. */
export function inbredLeaf(pair: [number, number], f: number, coding: number, locus: number): Leaf {
  return {
    scope: pair,
    key: `inbred ${locus} ${coding} ${f}`,
    locus,
    fill(data, target) {
      const frequencies = frequenciesIn(coding, data)
      const size = frequencies.length
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) {
          const apart = frequencies[a]! * frequencies[b]!
          put(target, a * target.sizes[1]! + b, (1 - f) * apart + (a === b ? f * frequencies[a]! : 0))
        }
      }
    },
  }
}

/** What was seen of a person whose two alleles are variables of their own (the same one, perhaps). */
export function pairEvidenceLeaf(pair: [number, number], person: number, locus: number): Leaf {
  const isOne = pair[0] === pair[1]
  return {
    scope: isOne ? [pair[0]] : pair,
    key: `pair ${locus} ${person} ${isOne}`,
    locus,
    fill({ evidence }, target) {
      const { paternal, maternal, weights } = evidence[person]!
      weights.forEach((weight, state) => {
        const [a, b] = [paternal[state]!, maternal[state]!]
        if (!isOne) put(target, a * target.sizes[1]! + b, weight)
        else if (a === b) put(target, a, weight)
      })
    },
  }
}

/** The states of a typed person: P(what was seen | state), times the draws when a founder. */
export function statesLeaf(
  variable: number,
  person: number,
  founder: { inbreeding: number; isHaploid: boolean } | null,
  locus: number,
): Leaf {
  return {
    scope: [variable],
    key: `states ${locus} ${person}`,
    locus,
    fill({ ladder, evidence }, target) {
      const { paternal, maternal, weights } = evidence[person]!
      for (let state = 0; state < weights.length; state++) {
        const [a, b] = [paternal[state]!, maternal[state]!]
        put(target, state, weights[state]! * (founder ? drawn(ladder.frequencies, a, b, founder) : 1))
      }
    },
  }
}

function drawn(
  frequencies: number[],
  a: number,
  b: number,
  { inbreeding, isHaploid }: { inbreeding: number; isHaploid: boolean },
): number {
  if (isHaploid) return frequencies[a]!
  const apart = frequencies[a]! * frequencies[b]!
  return inbreeding === 0 ? apart : (1 - inbreeding) * apart + (a === b ? inbreeding * frequencies[a]! : 0)
}

const everyAllele = Array.from({ length: 256 }, (_, size) => Array.from({ length: size }, (__, i) => i))

/** The allele each state of a copy's variable stands for, or the first of its class. */
export function allelesOf(copy: Copy, { ladder, evidence, codes }: LocusData): number[] {
  if (copy.kind === 'typed') return evidence[copy.person]![copy.side]
  if (copy.coding !== wholeLadder) return codes![copy.coding]!.first
  return everyAllele[ladder.size] ?? Array.from({ length: ladder.size }, (_, i) => i)
}

/** What tells copies apart in the key of a leaf. */
export function nameOf(copy: Copy): string {
  return copy.kind === 'typed' ? `${copy.side} ${copy.person}` : `allele ${copy.coding}`
}
