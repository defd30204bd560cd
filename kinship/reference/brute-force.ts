import { refuse } from '../src/refusal.ts'
import type { KinshipCase, Locus, Person } from '../src/types.ts'
import { type Origins, type Pair, transmissions } from './meioses.ts'
import { type Member, membersOf } from './members.ts'
import { observation } from './observation.ts'
import { type Draw, urn } from './urn.ts'

/** The most terms a sum may have before it is refused; about a quarter of a minute. */
export const mostTerms = 5e7

/**
 * The likelihood of one locus under one hypothesis, straight from the definition: everybody in turn is given
 * every ordered pair of alleles, founders by drawing from the population, everybody else by two meioses; each
 * term is weighed by what was observed. Time grows with alleles^(2 * people). Shares with the engine the
 * mutation matrices and nothing else.
 *
 * @example A/B seen in an unrelated person, p = 0.1 and 0.2: the orders A/B and B/A, 0.02 + 0.02.
 * @throws KinshipRefusal `too-large-for-the-definition`
 */
export function bruteForceLikelihood(
  input: KinshipCase,
  locus: Locus,
  pedigrees: Person[][],
  most: number = mostTerms,
): number {
  return likelihoodGiven(input, locus, membersOf(pedigrees), null, most)
}

/** Weighs a member who carries this pair, and everybody after them. */
type WithPair = (pair: Pair, probability: number) => number

/** The same with the origins of all meioses given, or each of them half the time. */
export function likelihoodGiven(
  input: KinshipCase,
  locus: Locus,
  members: Member[],
  origins: Origins | null,
  most: number,
): number {
  const from = transmissions(locus, members, origins)
  const draw = urn(locus.frequencies, input.theta ?? 0)
  const seen = members.map((member) => observed(input, locus, member))
  const carried: Pair[] = []
  let terms = 0
  const withPair: WithPair = (pair, probability) => {
    const weight = probability * seen[carried.length]!(pair)
    if (weight === 0) return 0
    if (++terms > most) refuse('too-large-for-the-definition', `More than ${most} terms at ${locus.name}.`)
    carried.push(pair)
    const sum = weight * sumFromNext()
    carried.pop()
    return sum
  }
  const sumFromNext = (): number => {
    const place = carried.length
    const member = members[place]
    if (!member) return 1
    if (!member.parents) return overDraws(locus, member, draw, withPair)
    const [father, mother] = [carried[member.parents.father]!, carried[member.parents.mother]!]
    const paternal = isHaploid(locus, member) ? null : (allele: number) => from.father(place, father, allele)
    return overMeioses(locus, paternal, (allele) => from.mother(place, mother, allele), withPair)
  }
  return sumFromNext()
}

/** A founder: two draws, or with the probability of inbreeding one draw carried twice. */
function overDraws(locus: Locus, member: Member, draw: Draw, withPair: WithPair): number {
  if (isHaploid(locus, member)) return draw((a, p) => withPair([a], p))
  const f = member.inbreeding[locus.chrom === 'X' ? 'X' : 'autosomal']
  const identical = f > 0 ? draw((a, p) => withPair([a, a], f * p)) : 0
  return identical + draw((a, p) => draw((b, q) => withPair([a, b], (1 - f) * p * q)))
}

type Received = (allele: number) => number

/** Everybody else: an allele from each parent; from the mother alone on the X of a male. */
function overMeioses(
  locus: Locus,
  paternal: Received | null,
  maternal: Received,
  withPair: WithPair,
): number {
  return sumOver(locus, (b) => {
    const q = maternal(b)
    return paternal === null ? withPair([b], q) : sumOver(locus, (a) => withPair([a, b], paternal(a) * q))
  })
}

function isHaploid(locus: Locus, { sex, names }: Member): boolean {
  if (locus.chrom === 'X' && sex === 'unknown') refuse('sex-unknown-at-x', `State the sex of "${names[0]}".`)
  return locus.chrom === 'X' && sex === 'male'
}

/** P(what was seen of a member | the pair carried); twins are one member, each observed by themselves. */
function observed(input: KinshipCase, locus: Locus, { names }: Member): (pair: Pair) => number {
  const typed = names.filter((name) => input.genotypes[name]?.[locus.name])
  const chance = (pair: Pair): number => {
    const truth = pair.map((index) => locus.alleles[index]!)
    return typed.reduce((product, name) => {
      const dropout = input.dropout?.[name] ?? 0
      return product * observation(input.genotypes[name]![locus.name]!, truth, dropout)
    }, 1)
  }
  const known = new Map<number, number>()
  return (pair) => {
    const [a, b = 0] = pair
    const code = a! * locus.alleles.length + b
    if (!known.has(code)) known.set(code, chance(pair))
    return known.get(code)!
  }
}

function sumOver({ alleles }: Locus, term: (allele: number) => number): number {
  return alleles.reduce((sum, _, allele) => sum + term(allele), 0)
}
