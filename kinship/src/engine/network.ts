import type { Person } from '../types.ts'
import { seersOf, wholeLadder } from './coding.ts'
import { type Copy, drawLeaf, inbredLeaf, type Leaf, pairEvidenceLeaf, statesLeaf } from './leaves.ts'
import { eitherLeaf, passLeaf } from './meioses.ts'

/**
 * How many states a variable has: the alleles of a locus (in one of the network's codings), the states of a typed
 * person, or two.
 */
export type Domain = { of: 'alleles' | 'person' | 'choice'; person: number; locus: number; coding: number }

/**
 * Variables by index, and the factors whose product is summed over all of them. `codings`: for each coding, the
 * typed people whose alleles it tells apart.
 */
export type Network = { domains: Domain[]; leaves: Leaf[]; codings: number[][] }

/** With each person's alleles that are in it, by id: two, or the one that matters. */
export type FamilyNetwork = Network & { copies: Map<string, Copy[]> }

/**
 * What is known of a person: nothing, one unordered genotype, or several with weights. `asked`: nothing, and both
 * alleles stay in the network, for their distribution is what is wanted.
 */
export type Typing = 'untyped' | 'exact' | 'weighted' | 'asked'

/** What the shape of the sum depends on; nothing of the alleles themselves. `people`: parents first. */
export type Structure = {
  people: Person[]
  typing: Typing[]
  isX: boolean
  /** Whether alleles may change on their way from a parent of this sex. */
  mutates: { female: boolean; male: boolean }
}

/**
 * How founder alleles come about: independent draws, or left without a prior as blocks of identical alleles,
 * block `b` being variable `b` (see coancestry.ts). A founder allele is named `person/0` or `person/1`.
 */
export type FounderDraws =
  | { kind: 'independent' }
  | { kind: 'blocks'; blockOf: Map<string, number>; blocks: number }

type Builder = Structure & {
  network: Network
  draws: FounderDraws
  relevant: Set<number>
  copies: Map<string, Copy[]>
  /** Untyped founders whose first transmission is still free: their two alleles may be swapped. */
  interchangeable: Set<string>
  /** For each person the coding of their alleles. */
  codingOf: number[]
}

export function addVariable(
  { domains }: Network,
  of: Domain['of'],
  { person = -1, locus = 0, coding = wholeLadder }: Partial<Omit<Domain, 'of'>> = {},
): number {
  domains.push({ of, person, locus, coding })
  return domains.length - 1
}

export function isFounder(person: Person): boolean {
  return person.father === null && person.mother === null
}

/** The people who matter, by index: untyped people without typed descendants sum to 1, whoever they are. */
export function relevantPeople(people: Person[], isTyped: (person: number) => boolean): Set<number> {
  const index = new Map(people.map(({ id }, i) => [id, i]))
  const needed = new Set<number>()
  for (let i = people.length - 1; i >= 0; i--) {
    if (!isTyped(i) && !needed.has(i)) continue
    needed.add(i)
    for (const parent of [people[i]!.father, people[i]!.mother])
      if (parent !== null) needed.add(index.get(parent)!)
  }
  return needed
}

/** The parents a person's alleles come from, in the order of the person's copies. */
export function transmissions(person: Person, isX: boolean): { parent: string; sex: 'male' | 'female' }[] {
  if (isFounder(person)) return []
  const maternal = { parent: person.mother!, sex: 'female' as const }
  if (isX && person.sex === 'male') return [maternal]
  return [{ parent: person.father!, sex: 'male' as const }, maternal]
}

/** An untyped founder with one receiving offspring passes on one allele; the other sums to 1. */
export function copiesNeeded(
  people: Person[],
  relevant: Set<number>,
  isX: boolean,
  { id, sex }: Person,
): number {
  if (isX && sex === 'male') return 1
  let receivers = 0
  for (const i of relevant) {
    if (transmissions(people[i]!, isX).some(({ parent }) => parent === id)) receivers++
  }
  return receivers > 1 ? 2 : 1
}

/** The founder alleles that are not known outright, as `person/0` and `person/1`. */
export function unknownFounderCopies({ people, typing, isX }: Structure): string[] {
  const relevant = relevantPeople(people, (i) => typing[i] !== 'untyped')
  return people.flatMap((person, i) => {
    if (!relevant.has(i) || !isFounder(person) || typing[i] === 'exact') return []
    const count = typing[i] === 'weighted' ? 2 : copiesNeeded(people, relevant, isX, person)
    return Array.from({ length: count }, (_, copy) => `${person.id}/${copy}`)
  })
}

/**
 * The likelihood of one locus as a sum of products. Variables: the allele of every untyped copy, the state of
 * every typed person (so that both alleles share its phase), and, where an untyped parent's two alleles are both
 * alive, the allele that was chosen. Without mutation the chosen allele is the received one.
 *
 * @param isCoded whether alleles are coded by who sees them (see coding.ts); for independent draws only
 */
export function buildNetwork(structure: Structure, draws: FounderDraws, isCoded = false): FamilyNetwork {
  const network: Network = { domains: [], leaves: [], codings: [] }
  if (draws.kind === 'blocks')
    for (let block = 0; block < draws.blocks; block++) addVariable(network, 'alleles')
  const relevant = relevantPeople(structure.people, (i) => structure.typing[i] !== 'untyped')
  const builder: Builder = {
    ...structure,
    network,
    draws,
    relevant,
    copies: new Map(),
    interchangeable: new Set(),
    codingOf: isCoded
      ? codingsOf(network, seersOf(structure, relevant))
      : structure.people.map(() => wholeLadder),
  }
  structure.people.forEach((person, i) => {
    if (!builder.relevant.has(i)) return
    builder.copies.set(
      person.id,
      isFounder(person) ? addFounder(builder, person, i) : addOffspring(builder, person, i),
    )
  })
  return { ...network, copies: builder.copies }
}

/** The codings by who sees, each once. */
function codingsOf({ codings }: Network, seers: number[][]): number[] {
  const places = new Map<string, number>()
  return seers.map((seen) => {
    const key = seen.join()
    if (!places.has(key)) places.set(key, codings.push(seen) - 1)
    return places.get(key)!
  })
}

function addFounder(builder: Builder, person: Person, index: number): Copy[] {
  const { network, draws, isX } = builder
  const typing = builder.typing[index]!
  const isHaploid = isX && person.sex === 'male'
  const inbreeding = inbreedingOf(person, isX)
  if (typing === 'exact' || (typing === 'weighted' && draws.kind === 'independent')) {
    const prior = draws.kind === 'independent' ? { inbreeding, isHaploid } : null
    return typedCopies(builder, index, isHaploid, prior)
  }
  const keepsBoth = typing === 'weighted' || (typing === 'asked' && !isHaploid)
  const count = keepsBoth ? 2 : copiesNeeded(builder.people, builder.relevant, isX, person)
  const coding = builder.codingOf[index]!
  const variables = Array.from({ length: count }, (_, copy) =>
    founderAllele(builder, `${person.id}/${copy}`, coding),
  )
  builder.interchangeable.add(person.id)
  const [first, second] = variables
  if (typing === 'weighted') network.leaves.push(pairEvidenceLeaf([first!, second!], index, 0))
  if (draws.kind === 'independent') {
    if (second !== undefined && inbreeding > 0)
      network.leaves.push(inbredLeaf([first!, second], inbreeding, coding, 0))
    else for (const variable of variables) network.leaves.push(drawLeaf(variable, coding, 0))
  }
  return variables.map((variable) => ({ kind: 'allele', variable, coding }))
}

function founderAllele({ draws, network }: Builder, name: string, coding: number): number {
  const block = draws.kind === 'blocks' ? draws.blockOf.get(name) : undefined
  return block ?? addVariable(network, 'alleles', { coding })
}

export function inbreedingOf(person: Person, isX: boolean): number {
  return (isX ? person.founderInbreedingX : person.founderInbreeding) ?? 0
}

/** A typed person is one variable, so that phase is shared by both alleles. */
function typedCopies(
  { network, typing }: Builder,
  person: number,
  isHaploid: boolean,
  founder: { inbreeding: number; isHaploid: boolean } | null,
  isOffspring = false,
): Copy[] {
  const variable = addVariable(network, 'person', { person })
  // The states of an offspring whose genotype is known all weigh 1, and are told apart by what parents pass on.
  if (!isOffspring || typing[person] === 'weighted')
    network.leaves.push(statesLeaf(variable, person, founder, 0))
  const paternal: Copy = {
    kind: 'typed',
    variable,
    person,
    side: 'paternal',
    isExact: typing[person] === 'exact',
  }
  return isHaploid ? [paternal] : [paternal, { ...paternal, side: 'maternal' }]
}

function addOffspring(builder: Builder, person: Person, index: number): Copy[] {
  const parents = transmissions(person, builder.isX)
  if (builder.typing[index] === 'untyped' || builder.typing[index] === 'asked')
    return parents.map(({ parent, sex }) => receive(builder, parent, sex, builder.codingOf[index]!))
  const copies = typedCopies(builder, index, parents.length === 1, null, true)
  parents.forEach(({ parent, sex }, copy) => {
    const sources = chosenFrom(builder, parent)
    builder.network.leaves.push(passLeaf(sources, copies[copy]!, sex, 0))
  })
  return copies
}

/** An untyped person's allele: what was chosen from the parent, changed or not on the way. */
function receive(builder: Builder, parent: string, sex: 'male' | 'female', coding: number): Copy {
  const { network } = builder
  const sources = chosenFrom(builder, parent)
  const source = sources[0]!
  if (source.kind === 'allele' && source.coding === coding && !builder.mutates[sex]) return source
  const receiver: Copy = { kind: 'allele', variable: addVariable(network, 'alleles', { coding }), coding }
  network.leaves.push(passLeaf(sources, receiver, sex, 0))
  return receiver
}

/** The copy a parent passes on; both copies, equally likely, when they are sides of one variable. */
function chosenFrom(builder: Builder, parent: string): Copy[] {
  const sources = builder.copies.get(parent)!
  const [first, second] = sources
  if (!second || builder.interchangeable.delete(parent)) return [first!]
  if (first!.kind === 'typed') return sources
  if (first!.variable === second.variable) return [first!]
  const { coding } = first!
  const chosen = addVariable(builder.network, 'alleles', { coding })
  builder.network.leaves.push(eitherLeaf([first!.variable, second.variable], chosen, coding, 0))
  return [{ kind: 'allele', variable: chosen, coding }]
}
