import { buildIndex, type NameHit, type NameIndex, search } from '@sandsage/names'
import type { Description } from '../casefile/model.ts'
import type { Found, Sought } from './model.ts'
import { SHOWN_FROM } from './rules.ts'
import { keyOf } from './text.ts'
import { chances, priorOf } from './weighing/prior.ts'
import { sharesAmong } from './weighing/shares.ts'
import { ready } from './weighing/spelled.ts'
import { type Among, type Described, ofDescription, ofSought, type Weighed, weigh } from './weighing/weigh.ts'

export type Listed = { id: string; description: Description; found?: Found; kind?: Described['kind'] }
/** `besides`: the names of the others the same request asks for. */
export type Asked = { relative: string; at: number; sought: Sought; besides?: readonly string[] }
/** `chance`: of all listed and unlisted children this is the one, if one of them is (weighing/prior.ts). */
export type Pair = Weighed & { child: string; relative: string; at: number; chance: number }

/** Nobody decides over more than this many suggestions for one sought child; the likeliest are shown. */
const MOST_PER_SOUGHT = 8
/** Up to this many listed are all weighed; of more those a name leads to. */
const ALL_WEIGHED = 60
/** How many each name may lead to, and how many names of one person are looked up. */
const LED_TO = 24
const MOST_NAMES = 3
/** So many weighed are kept for each sought person: those shown, and more for when some are rejected. */
const MOST_KEPT = 40

type Near = Weighed & { id: string }

/** The listed, laid out to be searched by every name they are known by. */
type World = {
  people: { id: string; described: Described; mother: string }[]
  byMother: Map<string, number[]>
  among: Among
  indices: Record<'names' | 'mother' | 'father' | 'companions', NameIndex>
  /** Whom a name led to, and who was weighed beside a sought person. */
  led: Map<string, NameHit[]>
  weighed: Map<string, Near[]>
}

/**
 * Every pair of a sought and a listed person that is worth a look and that nobody has decided on, the likeliest
 * first. `unlisted`: how many are believed to be on no list yet. Suggests, never concludes.
 */
export function findPairs(
  asked: readonly Asked[],
  listed: readonly Listed[],
  isUndecided: (pair: Pick<Pair, 'child' | 'relative' | 'at'>) => boolean = () => true,
  unlisted?: number,
): Pair[] {
  const pairs = (['child', 'relative'] as const).flatMap((kind) => {
    const ofKind = asked.filter((one) => (one.sought.kind ?? 'child') === kind)
    if (ofKind.length === 0) return []
    const world = worldOf(listed.filter((one) => (one.kind ?? 'child') === kind))
    return ofKind.flatMap((one) => pairsOf(one, world, isUndecided, unlisted))
  })
  return pairs.sort(
    (a, b) =>
      b.chance - a.chance || b.log10LR - a.log10LR || (a.child + a.relative < b.child + b.relative ? -1 : 1),
  )
}

/** Sought people weighed without a pause, and listed whose names are read: some hundredths of a second. */
const AT_ONCE = 10
const READ_AT_ONCE = 50
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** Reading thousands of names takes seconds. What is read is kept, so that laying them out afterwards does not. */
async function readNames(listed: readonly Listed[]): Promise<void> {
  for (const [n, { description, found, kind }] of listed.entries()) {
    const { names, mother, father } = ofDescription(description, found, kind)
    for (const name of [...names, ...mother, ...father]) ready(name)
    if (n % READ_AT_ONCE === READ_AT_ONCE - 1) await pause()
  }
}

/**
 * Weighs everyone near each sought person, letting other work in between: thousands of both take seconds. What
 * `findPairs` then asks is kept already.
 */
export async function weighInTurns(asked: readonly Asked[], listed: readonly Listed[]): Promise<void> {
  for (const kind of ['child', 'relative'] as const) {
    const ofKind = asked.filter((one) => (one.sought.kind ?? 'child') === kind)
    if (ofKind.length === 0) continue
    const ofWorld = listed.filter((one) => (one.kind ?? 'child') === kind)
    if (!knownWorld(ofWorld)) await readNames(ofWorld)
    const world = worldOf(ofWorld)
    for (const [n, one] of ofKind.entries()) {
      weighNear(one, world)
      if (n % AT_ONCE === AT_ONCE - 1) await pause()
    }
  }
}

let worlds: { listed: readonly Listed[]; world: World }[] = []
/** Lists kept laid out, with what was weighed: a desk asks for the same again after every decision. */
const MOST_WORLDS = 3

/** The same lists as before are the same world: nothing but their content counts. */
function worldOf(listed: readonly Listed[]): World {
  const known = knownWorld(listed) ?? { listed, world: layOut(listed) }
  worlds = [known, ...worlds.filter((one) => one !== known)].slice(0, MOST_WORLDS)
  return known.world
}

const knownWorld = (listed: readonly Listed[]) => worlds.find((one) => isSame(one.listed, listed))
const isSame = (before: readonly Listed[], now: readonly Listed[]): boolean =>
  before.length === now.length &&
  before.every((one, n) => one === now[n] || JSON.stringify(one) === JSON.stringify(now[n]))

function layOut(listed: readonly Listed[]): World {
  const people = listed.map(({ id, description, found, kind }) => {
    const described = ofDescription(description, found, kind)
    return { id, described, mother: described.mother.map(keyOf).toSorted().join('/') }
  })
  const byMother = new Map<string, number[]>()
  for (const [at, { mother }] of people.entries())
    if (mother) byMother.set(mother, [...(byMother.get(mother) ?? []), at])
  const index = (namesOf: (one: Described) => readonly string[]) =>
    buildIndex(
      people.flatMap(({ described }, at) => namesOf(described).map((name) => ({ id: String(at), name }))),
    )
  return {
    people,
    byMother,
    among: { shareOf: sharesAmong(people.map((one) => one.described)) },
    led: new Map(),
    weighed: new Map(),
    indices: {
      names: index((one) => [...one.names, ...one.otherNames]),
      mother: index((one) => one.mother),
      father: index((one) => one.father),
      companions: index((one) => one.companions),
    },
  }
}

/** Those a name leads to, and those with the same mother as they; few enough to be weighed in full. */
function near(described: Described, { people, byMother, indices, led }: World): Iterable<number> {
  if (people.length <= ALL_WEIGHED) return people.keys()
  const found = new Set<number>()
  const look = (field: keyof World['indices'], names: readonly string[]) => {
    for (const name of names.slice(0, MOST_NAMES)) {
      const key = `${field} ${name}`
      const hits = led.get(key) ?? search(indices[field], name, LED_TO).filter((hit) => hit.log10LR > 0)
      led.set(key, hits)
      for (const { id } of hits) found.add(Number(id))
    }
  }
  look('names', [...described.names, ...described.otherNames])
  look('mother', described.mother)
  look('father', described.father)
  look('companions', described.names)
  for (const at of [...found]) for (const other of byMother.get(people[at]!.mother) ?? []) found.add(other)
  return found
}

/** Everyone near one sought person, weighed, the likeliest first. Kept as long as nobody on the lists changes. */
function weighNear({ sought, besides }: Asked, world: World): Near[] {
  const key = JSON.stringify([sought, besides])
  const before = world.weighed.get(key)
  if (before) return before
  const described = ofSought(sought, besides)
  const all = [...near(described, world)]
    .map((n) => world.people[n]!)
    .map((other) => ({ id: other.id, ...weigh(described, other.described, world.among) }))
    .sort((a, b) => b.log10LR - a.log10LR || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_KEPT)
  world.weighed.set(key, all)
  return all
}

function pairsOf(
  asked: Asked,
  world: World,
  isUndecided: (pair: Pick<Pair, 'child' | 'relative' | 'at'>) => boolean,
  unlisted: number | undefined,
): Pair[] {
  const { relative, at } = asked
  // Who asks for an adult is not the one asked for.
  const open = weighNear(asked, world).filter(
    ({ id }) => id !== relative && isUndecided({ child: id, relative, at }),
  )
  const each = chances(open, priorOf(world.people.length, unlisted))
  return open
    .map(({ id, ...weighed }, n) => ({ child: id, relative, at, ...weighed, chance: each[n]! }))
    .filter((pair) => pair.log10LR >= SHOWN_FROM)
    .slice(0, MOST_PER_SOUGHT)
}
