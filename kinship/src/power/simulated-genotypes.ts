import { buildNetwork, relevantPeople } from '../engine/network.ts'
import { posteriorSampler } from '../engine/posterior.ts'
import type { Family } from '../engine/problem.ts'
import { structureOf } from '../engine/solver.ts'
import type { Random } from '../random.ts'
import { refuse } from '../refusal.ts'
import { drawFromUrn, emptyUrn, type Urn } from './founder-draws.ts'
import {
  type Alleles,
  type Dice,
  type DropFamily,
  diceFrom,
  dropTo,
  isHaploid,
  type KnownClasses,
} from './gene-drop.ts'
import { codeOf, dropFamilyOf, type SimulatedLocus, withAncestors } from './simulated-locus.ts'

/** What people show in each simulation, as `codeOf` numbers it. */
export type SimulatedGenotypes = {
  /** By person, in the order asked. */
  shown: Int32Array[]
  /** Somebody unrelated beside the family, one for each simulation. */
  stranger: Int32Array
}

/** Draws the alleles of the people who connect the typed ones; returns the weight of the draw. */
type TypedDraw = (alleles: Alleles, urn: Urn, dice: Dice) => number

/** Draws made for each that is kept, where draws have weights. */
const poolFactor = 4

/**
 * Genotypes of some members of a family at a locus, and of a stranger to it, drawn together given everybody who
 * is typed: genes are dropped from the founders (MacCluer and others 1986); where people are typed, the alleles
 * of those who connect them are drawn first, exactly, by elimination. Without theta every draw is exact. With
 * theta and typed people, draws made without it are chosen again by their weights (Rubin 1988), which is exact
 * as their number grows.
 *
 * @throws KinshipRefusal `evidence-impossible`, `too-complex`, `sex-unknown-at-x`
 */
export function simulatedGenotypes(
  family: Family,
  at: SimulatedLocus,
  { ids, sex, count, random }: { ids: string[]; sex: 'male' | 'female'; count: number; random: Random },
): SimulatedGenotypes {
  const { drop, ladder, evidence } = dropFamilyOf(family, at)
  const places = ids.map((id) => family.placeOf.get(id)!)
  const typed = relevantPeople(drop.people, (i) => evidence[i] !== null)
  const free = withAncestors(drop, places).filter((place) => !typed.has(place))
  const drawTyped = typedDraw(
    drop,
    [...typed].sort((a, b) => a - b),
    { isX: drop.isX, ladder, evidence },
    at,
  )
  const dice = diceFrom(random)
  const start = startOf(drop, drawTyped, count, dice, typed.size > 0)
  const shown = ids.map(() => new Int32Array(count))
  const stranger = new Int32Array(count)
  const { full, isX } = at.prepared
  for (let run = 0; run < count; run++) {
    const { alleles, urn } = start(run)
    for (const place of free) dropTo(drop, place, alleles, urn, dice)
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!
      shown[i]![run] = codeOf(full, alleles.first[place]!, alleles.second[place]!)
    }
    const a = founderAllele(drop, urn, random)
    stranger[run] = codeOf(full, a, isX && sex === 'male' ? a : founderAllele(drop, urn, random))
  }
  return { shown, stranger }
}

function founderAllele({ theta, draw }: DropFamily, urn: Urn, random: Random): number {
  return theta === 0 ? draw(random) : drawFromUrn(urn, theta, draw, random)
}

/** Where each simulation starts: the alleles of those who connect the typed people. */
function startOf(
  drop: DropFamily,
  drawTyped: TypedDraw,
  count: number,
  dice: Dice,
  hasTyped: boolean,
): (run: number) => { alleles: Alleles; urn: Urn } {
  const fresh = () => ({
    alleles: { first: new Int16Array(drop.people.length), second: new Int16Array(drop.people.length) },
    urn: emptyUrn(drop.size),
  })
  if (drop.theta === 0 || !hasTyped) {
    const only = fresh()
    return () => {
      if (drop.theta > 0) only.urn = emptyUrn(drop.size)
      drawTyped(only.alleles, only.urn, dice)
      return only
    }
  }
  const pool = Array.from({ length: poolFactor * count }, fresh)
  const weights = pool.map(({ alleles, urn }) => drawTyped(alleles, urn, dice))
  const chosen = resampled(weights, count, dice.random)
  return (run) => copyOf(pool[chosen[run]!]!)
}

function copyOf({ alleles, urn }: { alleles: Alleles; urn: Urn }): { alleles: Alleles; urn: Urn } {
  return {
    alleles: { first: alleles.first.slice(), second: alleles.second.slice() },
    urn: { counts: urn.counts.slice(), drawn: [...urn.drawn] },
  }
}

/** Places in a pool, each as often as its weight says (systematic resampling), in random order. */
function resampled(weights: number[], count: number, random: Random): Int32Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const chosen = new Int32Array(count)
  const offset = random()
  let [at, below] = [0, 0]
  for (let run = 0; run < count; run++) {
    const target = ((run + offset) / count) * total
    while (at < weights.length - 1 && below + weights[at]! <= target) below += weights[at++]!
    chosen[run] = at
  }
  for (let run = count - 1; run > 0; run--) {
    const other = Math.floor(random() * (run + 1))
    const kept = chosen[run]!
    chosen[run] = chosen[other]!
    chosen[other] = kept
  }
  return chosen
}

function typedDraw(
  drop: DropFamily,
  typed: number[],
  problem: Parameters<typeof structureOf>[1],
  { prepared }: SimulatedLocus,
): TypedDraw {
  if (typed.length === 0) return () => 1
  const network = buildNetwork(structureOf(drop.people, problem), { kind: 'independent' })
  const sample = posteriorSampler(network, problem)
  if (!sample) {
    return refuse(
      'evidence-impossible',
      `What is known at ${prepared.locus.name} is impossible in this pedigree, so nothing follows from it: allow mutation or check the typing.`,
    )
  }
  const classes = typed.map((place) => classesOf(drop, place, network.copies, problem))
  const states = new Int32Array(network.domains.length)
  return (alleles, urn, dice) => {
    sample(dice.random, states)
    let weight = 1
    for (let i = 0; i < typed.length; i++)
      weight *= dropTo(drop, typed[i]!, alleles, urn, dice, classes[i]!(states))
    return weight
  }
}

/** How the classes of a person's two alleles are read from the states of a network. */
function classesOf(
  drop: DropFamily,
  place: number,
  copies: ReturnType<typeof buildNetwork>['copies'],
  { evidence }: Parameters<typeof structureOf>[1],
): (states: Int32Array) => KnownClasses {
  const read = (copies.get(drop.people[place]!.id) ?? []).map((copy) => {
    if (copy.kind === 'allele') return (states: Int32Array) => states[copy.variable]!
    const alleles = evidence[copy.person]![copy.side]
    return (states: Int32Array) => alleles[states[copy.variable]!]!
  })
  const [first, second] = read
  return (states) => [first ? first(states) : -1, second && !isHaploid(drop, place) ? second(states) : -1]
}
