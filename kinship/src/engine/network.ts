import type { Person } from '../types.ts'
import type { Evidence } from './evidence.ts'
import { addFactor, addVariable, type Network } from './factors.ts'
import type { Ladder } from './ladder.ts'

/** Everything about one locus under one hypothesis. `people` hold all components, parents first. */
export type LocusProblem = {
  people: Person[]
  isX: boolean
  ladder: Ladder
  evidence: Map<string, Evidence>
}

/**
 * How founder alleles come about: independent draws, or left without a prior as the first variables of the
 * network, to be merged into blocks of identical alleles (see coancestry.ts).
 */
export type FounderDraws = { kind: 'independent' } | { kind: 'blocks'; blockOf: Map<string, number> }

/** One of a person's alleles: a variable, and the allele each of its states stands for. */
type Copy = { variable: number; alleles: Int32Array | null }

type Builder = LocusProblem & {
  network: Network
  draws: FounderDraws
  blockVariables: number[]
  copies: Map<string, Copy[]>
  /** Untyped founders whose first transmission is still free: their two alleles may be swapped. */
  interchangeable: Set<string>
  /** Give every meiosis a selector (0: the parent's paternal allele), not only where it saves work. */
  selectors: Map<string, number> | null
}

/** The people who matter: untyped people without typed descendants sum to 1, whoever they are. */
export function relevantPeople({ people, evidence }: LocusProblem): Person[] {
  const needed = new Set<string>()
  for (const person of [...people].reverse()) {
    if (!evidence.has(person.id) && !needed.has(person.id)) continue
    needed.add(person.id)
    for (const parent of [person.father, person.mother]) if (parent !== null) needed.add(parent)
  }
  return people.filter((person) => needed.has(person.id))
}

/** The founder alleles that are not known outright, as `person/0` and `person/1`. */
export function unknownFounderCopies(problem: LocusProblem): string[] {
  const people = relevantPeople(problem)
  return people.filter(isFounder).flatMap((person) => {
    const evidence = problem.evidence.get(person.id)
    if (evidence?.isExact) return []
    const count = evidence ? 2 : copiesNeeded(problem, people, person)
    return Array.from({ length: count }, (_, copy) => `${person.id}/${copy}`)
  })
}

export function isFounder(person: Person): boolean {
  return person.father === null && person.mother === null
}

/** An untyped founder with one receiving offspring passes on one allele; the other sums to 1. */
function copiesNeeded(problem: LocusProblem, people: Person[], person: Person): number {
  if (problem.isX && person.sex === 'male') return 1
  const receivers = people.filter((other) =>
    transmissions(problem, other).some(({ parent }) => parent === person.id),
  )
  return receivers.length > 1 ? 2 : 1
}

/** The parents a person's alleles come from, in the order of the person's copies. */
function transmissions({ isX }: LocusProblem, person: Person): { parent: string; sex: 'male' | 'female' }[] {
  if (isFounder(person)) return []
  const maternal = { parent: person.mother!, sex: 'female' as const }
  if (isX && person.sex === 'male') return [maternal]
  return [{ parent: person.father!, sex: 'male' as const }, maternal]
}

/**
 * The likelihood as a sum of products. Variables: the allele of every untyped copy, the state of every typed
 * person, and for each meiosis from an untyped parent a selector that says which allele was passed on. With
 * the selector a meiosis factorises into two pairwise factors instead of one over three alleles.
 */
export function buildNetwork(problem: LocusProblem, draws: FounderDraws): Network {
  return build(problem, draws, { domains: [], factors: [] }, null)
}

/** Adds a locus with a selector for every meiosis, unweighted, keyed `offspring/copy` (for linked loci). */
export function addLinkedLocus(problem: LocusProblem, network: Network): Map<string, number> {
  const selectors = new Map<string, number>()
  build(problem, { kind: 'independent' }, network, selectors)
  return selectors
}

function build(
  problem: LocusProblem,
  draws: FounderDraws,
  network: Network,
  selectors: Map<string, number> | null,
): Network {
  const blocks = draws.kind === 'blocks' ? draws.blockOf.size : 0
  const blockVariables = Array.from({ length: blocks }, () => addVariable(network, problem.ladder.size))
  const builder: Builder = {
    ...problem,
    network,
    draws,
    blockVariables,
    copies: new Map(),
    interchangeable: new Set(),
    selectors,
  }
  const people = selectors ? problem.people : relevantPeople(problem)
  for (const person of people) {
    builder.copies.set(
      person.id,
      isFounder(person) ? addFounder(builder, people, person) : addOffspring(builder, person),
    )
  }
  return network
}

function addFounder(builder: Builder, people: Person[], person: Person): Copy[] {
  const { network, ladder, draws } = builder
  const evidence = builder.evidence.get(person.id)
  const isHaploid = builder.isX && person.sex === 'male'
  if (evidence && (draws.kind === 'independent' || evidence.isExact)) {
    const copies = typedCopies(builder, evidence, isHaploid)
    const prior = draws.kind === 'independent' ? founderPrior(builder, person) : () => 1
    addFactor(network, [copies[0]!.variable], ([state]) => {
      const pair = [evidence.paternal[state!]!, evidence.maternal[state!]!]
      const probability =
        isHaploid && draws.kind === 'independent' ? ladder.frequencies[pair[0]!]! : prior(pair)
      return probability * evidence.weights[state!]!
    })
    return copies
  }
  const needsTwo = evidence !== undefined || builder.selectors !== null
  const count = isHaploid ? 1 : needsTwo ? 2 : copiesNeeded(builder, people, person)
  const copies = Array.from({ length: count }, (_, copy) => untypedCopy(builder, `${person.id}/${copy}`))
  if (!builder.selectors) builder.interchangeable.add(person.id)
  if (evidence) addPairEvidence(builder, copies, evidence)
  if (draws.kind === 'independent') addFounderPrior(builder, person, copies)
  return copies
}

function untypedCopy({ draws, network, ladder, blockVariables }: Builder, key: string): Copy {
  const block = draws.kind === 'blocks' ? draws.blockOf.get(key) : undefined
  const variable = block === undefined ? addVariable(network, ladder.size) : blockVariables[block]!
  return { variable, alleles: null }
}

function addFounderPrior(builder: Builder, person: Person, copies: Copy[]): void {
  const { frequencies } = builder.ladder
  const scope = copies.map((copy) => copy.variable)
  if (copies.length === 2 && inbreeding(builder, person) > 0) {
    addFactor(builder.network, scope, founderPrior(builder, person))
    return
  }
  for (const variable of scope) addFactor(builder.network, [variable], ([allele]) => frequencies[allele!]!)
}

/** P(two alleles of a founder): identical by descent with the founder's inbreeding, else independent. */
function founderPrior(builder: Builder, person: Person): (pair: number[]) => number {
  const { frequencies } = builder.ladder
  const f = inbreeding(builder, person)
  return ([a, b]) => {
    const independent = frequencies[a!]! * frequencies[b!]!
    return f === 0 ? independent : (1 - f) * independent + (a === b ? f * frequencies[a!]! : 0)
  }
}

function inbreeding({ isX }: LocusProblem, person: Person): number {
  return (isX ? person.founderInbreedingX : person.founderInbreeding) ?? 0
}

function addPairEvidence({ network, ladder }: Builder, copies: Copy[], evidence: Evidence): void {
  const weights = new Float64Array(ladder.size ** 2)
  evidence.weights.forEach((weight, state) => {
    weights[evidence.paternal[state]! * ladder.size + evidence.maternal[state]!] = weight
  })
  const scope = copies.map((copy) => copy.variable)
  addFactor(network, scope, ([a, b]) => weights[a! * ladder.size + b!]!)
}

function addOffspring(builder: Builder, person: Person): Copy[] {
  const { network, ladder } = builder
  const evidence = builder.evidence.get(person.id)
  const parents = transmissions(builder, person)
  const copies = evidence
    ? typedCopies(builder, evidence, parents.length === 1)
    : parents.map(() => ({ variable: addVariable(network, ladder.size), alleles: null }))
  if (evidence && !evidence.isExact) {
    addFactor(network, [copies[0]!.variable], ([state]) => evidence.weights[state!]!)
  }
  parents.forEach(({ parent, sex }, copy) => {
    const transition = ladder.transitions[sex]
    const transit = (from: number, to: number) =>
      transition ? transition[from * ladder.size + to]! : from === to ? 1 : 0
    addMeiosis(builder, { parent, receiver: copies[copy]!, key: `${person.id}/${copy}`, transit })
  })
  return copies
}

/** A typed person is one variable, so that phase is shared by both alleles. */
function typedCopies({ network }: Builder, evidence: Evidence, isHaploid: boolean): Copy[] {
  const variable = addVariable(network, evidence.weights.length)
  const paternal = { variable, alleles: evidence.paternal }
  return isHaploid ? [paternal] : [paternal, { variable, alleles: evidence.maternal }]
}

type Meiosis = { parent: string; receiver: Copy; key: string; transit: (from: number, to: number) => number }

function addMeiosis(builder: Builder, { parent, receiver, key, transit }: Meiosis): void {
  const { network, selectors } = builder
  const sources = builder.copies.get(parent)!
  const allele = (copy: Copy, state: number) => (copy.alleles ? copy.alleles[state]! : state)
  const pass = (copy: Copy, from: number, to: number) => transit(allele(copy, from), allele(receiver, to))
  if (sources.length === 1 || builder.interchangeable.delete(parent)) {
    addFactor(network, [sources[0]!.variable, receiver.variable], ([from, to]) =>
      pass(sources[0]!, from!, to!),
    )
    return
  }
  const [first, second] = [sources[0]!, sources[1]!]
  if (!selectors && first.variable === second.variable) {
    addFactor(
      network,
      [first.variable, receiver.variable],
      ([from, to]) => (pass(first, from!, to!) + pass(second, from!, to!)) / 2,
    )
    return
  }
  const selector = addVariable(network, 2)
  selectors?.set(key, selector)
  const weight = selectors ? 1 : 0.5
  sources.forEach((copy, choice) => {
    addFactor(network, [selector, copy.variable, receiver.variable], ([chosen, from, to]) =>
      chosen === choice ? weight * pass(copy, from!, to!) : 1,
    )
  })
}
