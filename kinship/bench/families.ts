import {
  type KinshipCase,
  type Locus,
  lociFrom,
  type MutationChoice,
  type Person,
  quotedMutationRates,
} from '../src/index.ts'
import { randomFrom } from '../src/random.ts'
import { getFrequencyTable } from '../src/tables.ts'

/** The families the benches weigh, and profiles that segregate in them. */

const person = (
  id: string,
  sex: 'male' | 'female',
  father: string | null = null,
  mother: string | null = null,
): Person => ({ id, father, mother, sex })

/** Grandmother, aunt and uncle typed; their sister, who is the child's mother, and the father not. */
export const flagship: Person[] = [
  person('GF', 'male'),
  person('GM', 'female'),
  person('A', 'female', 'GF', 'GM'),
  person('U', 'male', 'GF', 'GM'),
  person('M', 'female', 'GF', 'GM'),
  person('F', 'male'),
  person('K', 'male', 'F', 'M'),
]
export const flagshipTyped = ['GM', 'A', 'U', 'K']

/** Two founders, their four children with spouses, and four marriages between cousins in a ring: 40 people. */
export function fourLoops(): Person[] {
  const people = [person('A', 'male'), person('B', 'female')]
  const couple = (i: number): [string, string] => (i % 2 ? [`o${i}`, `s${i}`] : [`s${i}`, `o${i}`])
  const ring = [0, 1, 2, 3]
  for (const i of ring) {
    people.push(
      person(`s${i}`, i % 2 ? 'female' : 'male', 'A', 'B'),
      person(`o${i}`, i % 2 ? 'male' : 'female'),
    )
  }
  for (const i of ring) {
    people.push(person(`d${i}`, 'female', ...couple(i)))
    for (const son of ['e', 'x']) people.push(person(`${son}${i}`, 'male', ...couple(i)))
  }
  for (const i of ring) {
    for (const k of ['a', 'b', 'c'])
      people.push(person(`k${i}${k}`, k === 'a' ? 'male' : 'female', `e${i}`, `d${(i + 1) % 4}`))
  }
  for (const i of [0, 1]) {
    people.push(person(`w${i}`, 'female'))
    people.push(person(`g${i}`, 'male', `k${i}a`, `w${i}`), person(`h${i}`, 'female', `k${i}a`, `w${i}`))
  }
  return people
}
export const fourLoopsTyped = ['B', 'o1', 'x0', 'x2', 'g0', 'h1', 'k2a', 'k3c', 'k0b']

export const stepwise: MutationChoice = {
  model: 'stepwise',
  rate: quotedMutationRates.elsewhere,
  ratePerLocus: quotedMutationRates.rates,
  rate2: 1e-6,
}

/** 23 loci of one table. */
export function kit(mutation: MutationChoice): Locus[] {
  const table = getFrequencyTable('norstr-middle-asia')
  return lociFrom(table, { names: Object.keys(table.loci).slice(0, 23), mutation, minimumFrequency: 0.001 })
}

/** Profiles of the typed people of a family, by gene dropping. */
export function dropped(
  people: Person[],
  typed: string[],
  loci: Locus[],
  seed: number,
): KinshipCase['genotypes'] {
  const random = randomFrom(seed)
  const genotypes: KinshipCase['genotypes'] = Object.fromEntries(typed.map((id) => [id, {}]))
  for (const locus of loci) {
    const of = new Map<string, [string, string]>()
    const pass = (parent: string) => of.get(parent)![random() < 0.5 ? 0 : 1]
    for (const { id, father, mother } of people) {
      const isFounder = father === null || mother === null
      of.set(id, isFounder ? [draw(locus, random), draw(locus, random)] : [pass(father), pass(mother)])
    }
    for (const id of typed) genotypes[id]![locus.name] = of.get(id)!
  }
  return genotypes
}

function draw({ alleles, frequencies }: Locus, random: () => number): string {
  let rest = random()
  for (const [i, frequency] of frequencies.entries()) {
    rest -= frequency
    if (rest < 0) return alleles[i]!
  }
  return alleles.at(-1)!
}
