import { type Locus, lociFrom, type MutationChoice, type Person } from '../src/index.ts'
import type { JointInput, SeekingFamily } from '../src/joint/index.ts'
import { type Random, randomFrom } from '../src/random.ts'
import { getFrequencyTable } from '../src/tables.ts'

/** A simulated problem: which members are missing, which are typed, and who of the missing was found. */
type Plan = {
  families: SeekingFamily[]
  typed: string[]
  found: string[]
  strangers: ('male' | 'female')[]
  loci: number
}

type Row = [id: string, sex: 'm' | 'f', father?: string, mother?: string]

const people = (...rows: Row[]): Person[] =>
  rows.map(([id, sex, father = null, mother = null]) => ({
    id,
    sex: sex === 'm' ? 'male' : 'female',
    father,
    mother,
  }))

/** 5 families of one typed mother or brother and one missing woman, 8 women: 19,081 assignments. */
export const crash: Plan = {
  families: Array.from({ length: 5 }, (_, index) => {
    const [father, mother, brother, missing] = ['F', 'M', 'B', 'X'].map((name) => `${name}${index}`)
    const rows = people(
      [father!, 'm'],
      [mother!, 'f'],
      [brother!, 'm', father, mother],
      [missing!, 'f', father, mother],
    )
    return { id: `family ${index}`, pedigrees: [rows], missing: [missing!] }
  }),
  typed: ['M0', 'B1', 'M2', 'B3', 'M4'],
  found: ['X0', 'X1', 'X2', 'X3'],
  strangers: ['female', 'female', 'female', 'female'],
  loci: 15,
}

/** One family over four generations, 12 missing, 3 women and 2 men found, 6 typed: 9,847 assignments. */
export const workshop: Plan = {
  families: [
    {
      id: 'family',
      pedigrees: [
        people(
          ['G1', 'm'],
          ['G2', 'f'],
          ['A1', 'm', 'G1', 'G2'],
          ['A2', 'f', 'G1', 'G2'],
          ['A3', 'm', 'G1', 'G2'],
          ['W1', 'f'],
          ['W2', 'm'],
          ['W3', 'f'],
          ['B1', 'm', 'A1', 'W1'],
          ['B2', 'f', 'A1', 'W1'],
          ['B3', 'f', 'A1', 'W1'],
          ['C1', 'm', 'W2', 'A2'],
          ['C2', 'f', 'W2', 'A2'],
          ['D1', 'm', 'A3', 'W3'],
          ['D2', 'f', 'A3', 'W3'],
          ['Z1', 'f'],
          ['E1', 'm', 'B1', 'Z1'],
          ['E2', 'f', 'B1', 'Z1'],
        ),
      ],
      missing: ['A1', 'A3', 'B1', 'C1', 'D1', 'E1', 'A2', 'B2', 'B3', 'C2', 'D2', 'E2'],
    },
  ],
  typed: ['G1', 'G2', 'W1', 'W2', 'W3', 'Z1'],
  found: ['A2', 'B2', 'E2', 'B1', 'D1'],
  strangers: [],
  loci: 13,
}

/** One family grave: 5 women and 3 men found, as many missing, of two generations and more: 52,564 assignments. */
export const grave: Plan = {
  families: [
    {
      id: 'family',
      pedigrees: [
        people(
          ['G1', 'm'],
          ['G2', 'f'],
          ['A1', 'f', 'G1', 'G2'],
          ['A2', 'm', 'G1', 'G2'],
          ['A3', 'f', 'G1', 'G2'],
          ['W1', 'm'],
          ['W2', 'f'],
          ['B1', 'f', 'W1', 'A1'],
          ['B2', 'f', 'W1', 'A1'],
          ['B3', 'm', 'W1', 'A1'],
          ['C1', 'm', 'A2', 'W2'],
          ['C2', 'm', 'A2', 'W2'],
        ),
      ],
      missing: ['G2', 'A1', 'A3', 'B1', 'B2', 'G1', 'A2', 'C2'],
    },
  ],
  typed: ['B3', 'C1', 'W2'],
  found: ['G2', 'A1', 'A3', 'B1', 'B2', 'G1', 'A2', 'C2'],
  strangers: [],
  loci: 23,
}

/** 40 missing in 9 families, 14 found: more assignments than anybody can go through. */
export const fourteen: Plan = {
  families: Array.from({ length: 9 }, (_, index) => {
    const id = (name: string) => `${name}${index}`
    const rows = people(
      [id('GF'), 'm'],
      [id('GM'), 'f'],
      [id('AU'), 'f', id('GF'), id('GM')],
      [id('MO'), 'f', id('GF'), id('GM')],
      [id('UN'), 'm', id('GF'), id('GM')],
      [id('FA'), 'm'],
      [id('S1'), 'm', id('FA'), id('MO')],
      [id('S2'), 'm', id('FA'), id('MO')],
      [id('D1'), 'f', id('FA'), id('MO')],
      [id('D2'), 'f', id('FA'), id('MO')],
      [id('FB'), 'm'],
      [id('K1'), 'm', id('FB'), id('AU')],
    )
    const missing = ['S1', 'S2', 'D1', 'D2', ...(index < 4 ? ['K1'] : [])].map(id)
    return { id: id('family '), pedigrees: [rows], missing }
  }),
  typed: Array.from({ length: 9 }, (_, index) => [`GM${index}`, `UN${index}`]).flat(),
  found: ['S10', 'S20', 'D10', 'S11', 'D11', 'D21', 'K12', 'S13', 'D14', 'S15', 'D16'],
  strangers: ['male', 'male', 'female'],
  loci: 23,
}

/** A problem as a laboratory would see it: genes dropped down the pedigrees under a seed. */
export function simulated(plan: Plan, mutation: MutationChoice, seed: number): JointInput {
  const table = getFrequencyTable('norstr-middle-asia')
  const names = Object.keys(table.loci).slice(0, plan.loci)
  const loci = lociFrom(table, { names, mutation, minimumFrequency: 0.001 })
  const random = randomFrom(seed)
  const carried = new Map<string, Record<string, [string, string]>>()
  for (const { id, father, mother } of plan.families.flatMap(({ pedigrees }) => pedigrees.flat())) {
    const own = loci.map((locus): [string, [string, string]] => {
      const from = (parent: string | null): string =>
        parent === null ? drawn(locus, random) : carried.get(parent)![locus.name]![random() < 0.5 ? 0 : 1]
      return [locus.name, [from(father), from(mother)]]
    })
    carried.set(id, Object.fromEntries(own))
  }
  const sexOf = new Map(
    plan.families.flatMap(({ pedigrees }) => pedigrees.flat()).map((one) => [one.id, one.sex]),
  )
  const found = plan.found.map((id, index) => ({
    id: `V${index + 1}`,
    sex: sexOf.get(id)!,
    genotypes: carried.get(id)!,
  }))
  const strangers = plan.strangers.map((sex, index) => ({
    id: `V${found.length + index + 1}`,
    sex,
    genotypes: Object.fromEntries(
      loci.map((locus) => [locus.name, [drawn(locus, random), drawn(locus, random)]]),
    ),
  }))
  return {
    loci,
    unidentified: [...found, ...strangers],
    families: plan.families,
    genotypes: Object.fromEntries(plan.typed.map((id) => [id, carried.get(id)!])),
  }
}

function drawn({ alleles, frequencies }: Locus, random: Random): string {
  let left = random()
  const index = frequencies.findIndex((p) => {
    left -= p
    return left < 0
  })
  return alleles[index < 0 ? alleles.length - 1 : index]!
}
