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

const put = ({ table, lane, lanes }: Target, cell: number, value: number): void => {
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

function frequenciesIn(coding: number, { ladder, codes }: LocusData): number[] {
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

/**
 * One allele becomes another on its way from a parent of this sex; two sources are equally likely. What a parent
 * with a known genotype passes on does not depend on that parent's phase, so its variable is left out.
 */
export function passLeaf(sources: Copy[], receiver: Copy, sex: 'female' | 'male', locus: number): Leaf {
  const from = sources[0]!
  const isKnown = from.kind === 'typed' && from.isExact
  return {
    scope: isKnown ? [receiver.variable] : [from.variable, receiver.variable],
    key: `pass ${locus} ${sex} ${sources.map(nameOf).join('+')} ${nameOf(receiver)}`,
    locus,
    fill(data, target) {
      const received = allelesOf(receiver, data)
      const transition = data.ladder.transitions[sex]
      const share = 1 / sources.length
      const code = receiver.kind === 'allele' ? data.codes?.[receiver.coding] : undefined
      for (let k = 0; k < sources.length; k++) {
        const sent = allelesOf(sources[k]!, data)
        const states = isKnown ? 1 : sent.length
        if (code) addCoded(target, sent, states, code, transition, share)
        else if (transition) addPasses(target, sent, states, received, transition, data.ladder.size, share)
        else addSame(target, sent, states, received, share)
      }
    },
  }
}

function addPasses(
  { table, lane, lanes, sizes }: Target,
  sent: number[],
  states: number,
  received: number[],
  transition: Float64Array,
  size: number,
  share: number,
): void {
  const width = sizes[sizes.length - 1]!
  for (let i = 0; i < states; i++) {
    for (let j = 0; j < received.length; j++)
      table[(i * width + j) * lanes + lane]! += share * transition[sent[i]! * size + received[j]!]!
  }
}

/** The receiver's states are classes of alleles. */
function addCoded(
  { table, lane, lanes, sizes }: Target,
  sent: number[],
  states: number,
  { classOf }: Code,
  transition: Float64Array | null,
  share: number,
): void {
  const width = sizes[sizes.length - 1]!
  for (let i = 0; i < states; i++) {
    const from = sent[i]!
    if (!transition) {
      table[(i * width + classOf[from]!) * lanes + lane]! += share
      continue
    }
    for (let to = 0; to < classOf.length; to++)
      table[(i * width + classOf[to]!) * lanes + lane]! += share * transition[from * classOf.length + to]!
  }
}

/** Without mutation: what is sent is received. */
function addSame(
  { table, lane, lanes, sizes }: Target,
  sent: number[],
  states: number,
  received: number[],
  share: number,
): void {
  const width = sizes[sizes.length - 1]!
  for (let j = 0; j < received.length; j++) {
    const allele = received[j]!
    for (let i = 0; i < states; i++) if (sent[i] === allele) table[(i * width + j) * lanes + lane]! += share
  }
}

const everyAllele = Array.from({ length: 256 }, (_, size) => Array.from({ length: size }, (__, i) => i))

/** The allele each state of a copy's variable stands for, or the first of its class. */
export function allelesOf(copy: Copy, { ladder, evidence, codes }: LocusData): number[] {
  if (copy.kind === 'typed') return evidence[copy.person]![copy.side]
  if (copy.coding !== wholeLadder) return codes![copy.coding]!.first
  return everyAllele[ladder.size] ?? Array.from({ length: ladder.size }, (_, i) => i)
}

function nameOf(copy: Copy): string {
  return copy.kind === 'typed' ? `${copy.side} ${copy.person}` : `allele ${copy.coding}`
}

/** Which of a parent's two alleles was chosen. */
export function eitherLeaf(
  [first, second]: [number, number],
  chosen: number,
  coding: number,
  locus: number,
): Leaf {
  return {
    scope: [first, second, chosen],
    key: `either ${locus} ${coding}`,
    locus,
    isEither: true,
    fill(data, target) {
      const size = frequenciesIn(coding, data).length
      const [, middle, last] = target.sizes
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) {
          put(target, (a * middle! + b) * last! + a, a === b ? 1 : 0.5)
          if (a !== b) put(target, (a * middle! + b) * last! + b, 0.5)
        }
      }
    },
  }
}

/** The same with the choice as a variable: 0 for the first allele, 1 for the second (for linked loci). */
export function chosenLeaf(
  selector: number,
  choice: number,
  source: Copy,
  receiver: Copy,
  sex: 'female' | 'male',
  locus: number,
): Leaf {
  return {
    scope: [selector, source.variable, receiver.variable],
    key: `chosen ${locus} ${sex} ${choice} ${nameOf(source)} ${nameOf(receiver)}`,
    locus,
    fill(data, target) {
      const transition = data.ladder.transitions[sex]
      const [sent, received] = [allelesOf(source, data), allelesOf(receiver, data)]
      const [, middle, last] = target.sizes
      const cells = middle! * last!
      for (let i = 0; i < sent.length; i++) {
        for (let j = 0; j < received.length; j++) {
          const chance = transition
            ? transition[sent[i]! * data.ladder.size + received[j]!]!
            : sent[i] === received[j]
              ? 1
              : 0
          put(target, choice * cells + i * last! + j, chance)
          put(target, (1 - choice) * cells + i * last! + j, 1)
        }
      }
    },
  }
}

/** The choice of a meiosis at one locus, given that at the locus before (`null`: there is none). */
export function recombinationLeaf(before: number | null, here: number, rho: number, locus: number): Leaf {
  return {
    scope: before === null ? [here] : [before, here],
    key: `recombination ${before === null} ${rho}`,
    locus,
    fill(_, target) {
      const values = before === null ? [0.5, 0.5] : [1 - rho, rho, rho, 1 - rho]
      values.forEach((value, cell) => {
        put(target, cell, value)
      })
    },
  }
}
