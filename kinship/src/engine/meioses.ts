import type { Code } from './coding.ts'
import { allelesOf, type Copy, frequenciesIn, type Leaf, nameOf, put, type Target } from './leaves.ts'

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
