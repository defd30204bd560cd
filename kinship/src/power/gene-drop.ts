import { inbreedingOf, isFounder } from '../engine/network.ts'
import type { Random } from '../random.ts'
import type { Person } from '../types.ts'
import { type AlleleDraw, addToUrn, drawFromUrn, type Urn, urnRatio } from './founder-draws.ts'

/** A family at a locus, ready for genes to be dropped through it: people by place, parents first. */
export type DropFamily = {
  people: Person[]
  father: Int32Array
  mother: Int32Array
  isX: boolean
  size: number
  frequencies: number[]
  /** Row-major, by the sex of the parent; `null`: no mutation. */
  transitions: { female: Float64Array | null; male: Float64Array | null }
  /** The class each allele counts as where only classes are known. */
  classOf: number[]
  draw: AlleleDraw
  theta: number
}

/** Uniform numbers, and the toss of a fair coin, thirty to a number. */
export type Dice = { random: Random; coin: () => boolean }

export function diceFrom(random: Random): Dice {
  let [tosses, left] = [0, 0]
  const coin = () => {
    if (left === 0) {
      tosses = (random() * 2 ** 30) | 0
      left = 30
    }
    const isHead = (tosses & 1) === 1
    tosses >>= 1
    left--
    return isHead
  }
  return { random, coin }
}

/** The alleles of everybody, by place; a male's one X allele stands twice. */
export type Alleles = { first: Int16Array; second: Int16Array }

/** What is known of a person's two alleles: the class of each, in any order; -1 where nothing is. */
export type KnownClasses = readonly [number, number]

const nothing: KnownClasses = [-1, -1]

export function isHaploid({ people, isX }: DropFamily, place: number): boolean {
  return isX && people[place]!.sex === 'male'
}

/**
 * Gives one person alleles, given their parents', and adds to the urn what a founder brings.
 *
 * @param known what their alleles must be; then a founder's are drawn from the frequencies
 * @returns how much likelier the urn is to give a founder these alleles than the frequencies are; else 1
 */
export function dropTo(
  family: DropFamily,
  place: number,
  alleles: Alleles,
  urn: Urn,
  dice: Dice,
  known: KnownClasses = nothing,
): number {
  const person = family.people[place]!
  if (isFounder(person)) return found(family, place, alleles, urn, dice, known)
  const isSingle = isHaploid(family, place)
  const mother = family.mother[place]!
  if (isSingle) {
    const only = known[0] < 0 ? known[1] : known[0]
    alleles.first[place] = pass(family, mother, 'female', alleles, dice, only)
    alleles.second[place] = alleles.first[place]!
    return 1
  }
  alleles.first[place] = pass(family, family.father[place]!, 'male', alleles, dice, known[0])
  alleles.second[place] = pass(family, mother, 'female', alleles, dice, known[1])
  return 1
}

function found(
  family: DropFamily,
  place: number,
  { first, second }: Alleles,
  urn: Urn,
  dice: Dice,
  known: KnownClasses,
): number {
  const { frequencies, draw, theta } = family
  const { random } = dice
  const isKnown = known !== nothing
  let ratio = 1
  const next = (only: number): number => {
    if (theta === 0) return draw(random, only)
    if (!isKnown) return drawFromUrn(urn, theta, draw, random)
    const allele = draw(random, only)
    ratio *= urnRatio(urn, theta, allele, frequencies[allele]!)
    addToUrn(urn, allele)
    return allele
  }
  const a = next(known[0])
  first[place] = a
  if (isHaploid(family, place)) second[place] = a
  else second[place] = isIdentical(family, place, a, known[1], random) ? a : next(known[1])
  return ratio
}

/** Whether an inbred founder's second allele is the first again, given the class it must be of. */
function isIdentical(family: DropFamily, place: number, a: number, only: number, random: Random): boolean {
  const f = inbreedingOf(family.people[place]!, family.isX)
  if (f === 0 || (only >= 0 && family.classOf[a] !== only)) return false
  const { frequencies, classOf } = family
  let apart = 1
  if (only >= 0) apart = frequencies.reduce((sum, p, b) => (classOf[b] === only ? sum + p : sum), 0)
  return random() * (f + (1 - f) * apart) < f
}

/** What a parent passes on, of a class or any. */
function pass(
  family: DropFamily,
  parent: number,
  sex: 'female' | 'male',
  { first, second }: Alleles,
  { random, coin }: Dice,
  only: number,
): number {
  const { classOf, transitions, size } = family
  const [a, b] = [first[parent]!, second[parent]!]
  const matrix = transitions[sex]
  if (!matrix) {
    if (only >= 0 && classOf[a] !== classOf[b]) return classOf[a] === only ? a : b
    return coin() ? a : b
  }
  const shares = [a, b].map((sent) => shareOf(matrix, sent * size, size, classOf, only))
  const from = random() * (shares[0]! + shares[1]!) < shares[0]! ? 0 : 1
  return received(matrix, (from === 0 ? a : b) * size, size, classOf, only, random() * shares[from]!)
}

function shareOf(matrix: Float64Array, row: number, size: number, classOf: number[], only: number): number {
  if (only < 0) return 1
  let share = 0
  for (let j = 0; j < size; j++) if (classOf[j] === only) share += matrix[row + j]!
  return share
}

function received(
  matrix: Float64Array,
  row: number,
  size: number,
  classOf: number[],
  only: number,
  target: number,
): number {
  let [left, last] = [target, 0]
  for (let j = 0; j < size; j++) {
    const chance = only < 0 || classOf[j] === only ? matrix[row + j]! : 0
    if (chance === 0) continue
    last = j
    left -= chance
    if (left < 0) return j
  }
  return last
}
