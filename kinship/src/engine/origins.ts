import { isFounder, type Structure, transmissions } from './network.ts'

/**
 * Which of a parent's two alleles one meiosis passed on. `isFirst`: nobody got anything of this founder before,
 * so that the answer only names the founder's alleles.
 */
export type OriginOf = (meiosis: string, isFirst: boolean) => 0 | 1

/** One of the alleles of a person: the first or the second, in the order of `transmissions`. */
export type Carried = { person: number; copy: number }

/** An allele that came to `to` from the one at `from`, by a parent of this sex. */
export type Passage = { from: Carried; to: Carried; sex: 'male' | 'female' }

/** Where everything that is seen comes from: parents' passages before those of their offspring. */
export type Routes = { passages: Passage[]; draws: Carried[]; key: string }

type Tracer = {
  structure: Structure
  identical: Set<string>
  index: Map<string, number>
  originOf: OriginOf
  /** By name of an allele: the one it is the same as. */
  traced: Map<string, Carried>
  /** By founder: which of their alleles was met first, and is called the first. */
  firstMet: Map<number, 0 | 1>
  passages: Passage[]
  draws: Carried[]
}

/**
 * The way of every allele of the typed people up to the founders when the origins of all meioses are given. What
 * nobody sees is left out; an untyped person's allele that cannot have changed is the parent's own; and a
 * founder's two alleles are numbered as they are met, for either may be called the first.
 *
 * @param identical founders whose two alleles are one draw
 */
export function routesOf(structure: Structure, identical: Set<string>, originOf: OriginOf): Routes {
  const { people, typing } = structure
  const tracer: Tracer = {
    structure,
    identical,
    index: new Map(people.map(({ id }, i) => [id, i])),
    originOf,
    traced: new Map(),
    firstMet: new Map(),
    passages: [],
    draws: [],
  }
  people.forEach((person, i) => {
    if (typing[i] === 'untyped') return
    const isHaploid = structure.isX && person.sex === 'male'
    if (typing[i] === 'weighted' || !isFounder(person))
      for (let copy = 0; copy < (isHaploid ? 1 : 2); copy++) trace(tracer, i, copy)
  })
  const { passages, draws } = tracer
  const key = passages.map(({ from, to }) => `${nameOf(from)}>${nameOf(to)}`).join()
  return { passages, draws, key: `${key} ${draws.map(nameOf).join()}` }
}

export function nameOf({ person, copy }: Carried): string {
  return `${person}/${copy}`
}

function trace(tracer: Tracer, person: number, copy: number): Carried {
  const own = { person, copy }
  const name = nameOf(own)
  const known = tracer.traced.get(name)
  if (known) return known
  const same = sourceOf(tracer, own)
  tracer.traced.set(name, same)
  return same
}

/** The allele this one is the same as: itself, when it was drawn, was seen or may have changed. */
function sourceOf(tracer: Tracer, own: Carried): Carried {
  const { people, typing, isX, mutates } = tracer.structure
  const person = people[own.person]!
  if (isFounder(person)) {
    if (typing[own.person] === 'exact') return own
    if (own.copy > 0 && tracer.identical.has(person.id)) return trace(tracer, own.person, 0)
    tracer.draws.push(own)
    return own
  }
  const { parent, sex } = transmissions(person, isX)[own.copy]!
  const giver = tracer.index.get(parent)!
  const from = trace(tracer, giver, givenCopy(tracer, giver, nameOf(own)))
  if (typing[own.person] === 'untyped' && !mutates[sex]) return from
  tracer.passages.push({ from, to: own, sex })
  return own
}

function givenCopy({ structure, originOf, firstMet }: Tracer, giver: number, meiosis: string): 0 | 1 {
  const parent = structure.people[giver]!
  if (structure.isX && parent.sex === 'male') return 0
  if (!isFounder(parent)) return originOf(meiosis, false)
  const first = firstMet.get(giver)
  const origin = originOf(meiosis, first === undefined)
  if (first === undefined) firstMet.set(giver, origin)
  return first === undefined || origin === first ? 0 : 1
}

/** All routes, each once with its probability; `null` when there are more than `most` ways to count. */
export function allRoutes(
  structure: Structure,
  identical: Set<string>,
  most: number,
): { routes: Routes; weight: number }[] | null {
  const found = new Map<string, { routes: Routes; weight: number }>()
  const origins: (0 | 1)[] = []
  for (let count = 0; count < most; count++) {
    let asked = 0
    const routes = routesOf(structure, identical, (_, isFirst) => {
      if (isFirst) return 0
      if (asked === origins.length) origins.push(0)
      return origins[asked++]!
    })
    const weight = 0.5 ** origins.length
    const same = found.get(routes.key)
    if (same) same.weight += weight
    else found.set(routes.key, { routes, weight })
    while (origins.at(-1) === 1) origins.pop()
    if (origins.length === 0) return [...found.values()]
    origins[origins.length - 1] = 1
  }
  return null
}
