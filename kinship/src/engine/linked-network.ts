import { refuse } from '../refusal.ts'
import type { Person } from '../types.ts'
import { wholeLadder } from './coding.ts'
import { type Copy, drawLeaf, type LocusData, statesLeaf } from './leaves.ts'
import { chosenLeaf, passLeaf, recombinationLeaf } from './meioses.ts'
import {
  addVariable,
  copiesNeeded,
  inbreedingOf,
  isFounder,
  type Network,
  relevantPeople,
  transmissions,
} from './network.ts'
import type { Family } from './problem.ts'
import { newlyCompiled, run } from './solver.ts'

/** A locus of a chain: what people show there, and the recombination rate to the locus before. */
export type LinkedLocus = LocusData & { isX: boolean; rho: number }

type Builder = {
  family: Family
  network: Network
  relevant: Set<number>
  isX: boolean
  locus: number
  evidence: LocusData['evidence']
  copies: Map<string, Copy[]>
  /** Whether nothing is seen of a person at any locus: one offspring then gets independent draws. */
  isNeverTyped: (person: number) => boolean
  /** By meiosis `person/copy`: the variable that says which of the parent's alleles was passed on. */
  selectors: Map<string, number>
}

/**
 * Several loci of one chromosome in one network: the choice of every meiosis is a variable at each locus, and
 * stays the same from one to the next with probability 1 - rho. Founders are in linkage equilibrium, and their
 * two haplotypes keep their names from locus to locus, so that phase is summed over.
 */
export function buildLinkedNetwork(family: Family, chain: LinkedLocus[]): Network {
  const network: Network = { domains: [], leaves: [], codings: [] }
  const isNeverTyped = (person: number) => chain.every(({ evidence }) => evidence[person] === null)
  const relevant = relevantPeople(family.people, (i) => !isNeverTyped(i))
  let before = new Map<string, number>()
  chain.forEach(({ evidence, isX, rho }, locus) => {
    const selectors = new Map<string, number>()
    addLocus({ family, network, relevant, isX, locus, evidence, isNeverTyped, copies: new Map(), selectors })
    for (const [meiosis, selector] of selectors)
      network.leaves.push(recombinationLeaf(before.get(meiosis) ?? null, selector, rho, locus))
    before = selectors
  })
  return network
}

function addLocus(builder: Builder): void {
  const { family, relevant, copies } = builder
  family.people.forEach((person, i) => {
    if (!relevant.has(i)) return
    copies.set(person.id, isFounder(person) ? addFounder(builder, i) : addOffspring(builder, i))
  })
}

function addFounder(builder: Builder, index: number): Copy[] {
  const { family, network, relevant, isX, locus, evidence, isNeverTyped } = builder
  const person = family.people[index]!
  const isHaploid = isX && person.sex === 'male'
  const inbreeding = inbreedingOf(person, isX)
  if (!isHaploid) refusePartlyInbred(person, isX)
  if (evidence[index]) {
    return typedCopies(network, index, locus, isHaploid, { inbreeding, isHaploid })
  }
  const isOne = isHaploid || inbreeding === 1
  const count = isNeverTyped(index) ? copiesNeeded(family.people, relevant, isX, person) : 2
  return Array.from({ length: isOne ? 1 : count }, () => {
    const variable = addVariable(network, 'alleles', { locus })
    network.leaves.push(drawLeaf(variable, wholeLadder, locus))
    return { kind: 'allele', variable, coding: wholeLadder }
  })
}

/** How far along the chromosome a founder's haplotypes stay identical, a single number does not say. */
export function refusePartlyInbred(person: Person, isX: boolean): void {
  const inbreeding = inbreedingOf(person, isX)
  if (inbreeding === 0 || inbreeding === 1) return
  refuse(
    'founder-inbreeding-with-linkage',
    `The founder inbreeding of "${person.id}" is between 0 and 1, which does not say how it runs along linked loci: set it to 0 or 1, or leave the linkage out.`,
  )
}

function typedCopies(
  network: Network,
  person: number,
  locus: number,
  isHaploid: boolean,
  founder: { inbreeding: number; isHaploid: boolean } | null,
): Copy[] {
  const variable = addVariable(network, 'person', { person, locus })
  network.leaves.push(statesLeaf(variable, person, founder, locus))
  // Phase ties the loci together, so nobody's is left out here.
  const paternal: Copy = { kind: 'typed', variable, person, side: 'paternal', isExact: false }
  return isHaploid ? [paternal] : [paternal, { ...paternal, side: 'maternal' }]
}

function addOffspring(builder: Builder, index: number): Copy[] {
  const { family, network, isX, locus, evidence } = builder
  const person = family.people[index]!
  const parents = transmissions(person, isX)
  const copies = evidence[index]
    ? typedCopies(network, index, locus, parents.length === 1, null)
    : parents.map(
        (): Copy => ({
          kind: 'allele',
          variable: addVariable(network, 'alleles', { locus }),
          coding: wholeLadder,
        }),
      )
  parents.forEach(({ parent, sex }, copy) => {
    addMeiosis(builder, { parent, sex, receiver: copies[copy]!, meiosis: `${person.id}/${copy}` })
  })
  return copies
}

type Meiosis = { parent: string; sex: 'male' | 'female'; receiver: Copy; meiosis: string }

function addMeiosis(
  { network, copies, selectors, locus }: Builder,
  { parent, sex, receiver, meiosis }: Meiosis,
): void {
  const sources = copies.get(parent)!
  if (sources.length === 1) {
    network.leaves.push(passLeaf(sources, receiver, sex, locus))
    return
  }
  const selector = addVariable(network, 'choice', { locus })
  selectors.set(meiosis, selector)
  sources.forEach((source, choice) => {
    network.leaves.push(chosenLeaf(selector, choice, source, receiver, sex, locus))
  })
}

/** The natural logarithm of the likelihood of a chain of linked loci; -Infinity when it is 0. */
export function logLikelihoodOfChain(family: Family, chain: LinkedLocus[]): number {
  return run(newlyCompiled(buildLinkedNetwork(family, chain)), [chain])[0]!
}
