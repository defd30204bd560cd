import { wholeLadder } from './coding.ts'
import { type Copy, pairEvidenceLeaf, statesLeaf } from './leaves.ts'
import { passLeaf } from './meioses.ts'
import { addVariable, isFounder, type Network, type Structure } from './network.ts'
import { type Carried, nameOf, type Routes } from './origins.ts'

type Builder = { structure: Structure; network: Network; copies: Map<string, Copy> }

/**
 * The sum that is left when the origins of all meioses are given: no allele is chosen any more, and founder draw
 * `d` is variable `blockOf[d]`, without a prior.
 */
export function inheritedNetwork(structure: Structure, routes: Routes, blockOf: number[]): Network {
  const network: Network = { domains: [], leaves: [], codings: [] }
  const blocks = Math.max(-1, ...blockOf) + 1
  for (let block = 0; block < blocks; block++) addVariable(network, 'alleles')
  const copies = new Map<string, Copy>()
  routes.draws.forEach((draw, i) => {
    copies.set(nameOf(draw), { kind: 'allele', variable: blockOf[i]!, coding: wholeLadder })
  })
  const builder: Builder = { structure, network, copies }
  structure.people.forEach((_, person) => {
    addSeen(builder, person)
  })
  for (const { from, to, sex } of routes.passages)
    network.leaves.push(passLeaf([copies.get(nameOf(from))!], receiverOf(builder, to), sex, 0))
  return network
}

/** A typed person: one variable for both alleles; where these are draws, what was seen of the pair. */
function addSeen({ structure, network, copies }: Builder, person: number): void {
  const { people, typing } = structure
  if (typing[person] === 'untyped') return
  const first = copies.get(nameOf({ person, copy: 0 }))
  if (isFounder(people[person]!) && first) {
    const second = copies.get(nameOf({ person, copy: 1 })) ?? first
    network.leaves.push(pairEvidenceLeaf([first.variable, second.variable], person, 0))
    return
  }
  const variable = addVariable(network, 'person', { person })
  network.leaves.push(statesLeaf(variable, person, null, 0))
  const sides = ['paternal', 'maternal'] as const
  sides.forEach((side, copy) => {
    copies.set(nameOf({ person, copy }), { kind: 'typed', variable, person, side, isExact: false })
  })
}

function receiverOf({ network, copies }: Builder, to: Carried): Copy {
  const known = copies.get(nameOf(to))
  if (known) return known
  const made: Copy = {
    kind: 'allele',
    variable: addVariable(network, 'alleles'),
    coding: wholeLadder,
  }
  copies.set(nameOf(to), made)
  return made
}
