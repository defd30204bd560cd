import { people } from './family.ts'
import { readSource } from './table.ts'

export type Drawn = {
  id: string
  father: string | null
  mother: string | null
  sex: string
  deceased?: boolean
}

/** A row of a pedigree; founders have no parents. */
export const drawn = (id: string): Drawn => {
  const one = people.find((person) => person.id === id)!
  return {
    ...{ id, father: one.father || null, mother: one.mother || null, sex: one.sex },
    ...(one.status === 'dead' ? { deceased: true } : {}),
  }
}

/** The woman from Shymkent says that her late son, not Murat, is the boy's father. */
const disputedB = (): Drawn[] => [
  drawn('x-claimant'),
  { id: 'x-1', father: null, mother: null, sex: 'male', deceased: true },
  { id: 'x-2', father: 'x-1', mother: 'x-claimant', sex: 'male', deceased: true },
  ...['b-grandfather', 'b-grandmother', 'b-aunt', 'b-uncle', 'b-mother'].map(drawn),
  { ...drawn('b1'), father: 'x-2' },
]

/** The first grandmother says that both boys are her son's. */
const disputedD = (): Drawn[] => [
  ...['d-grandfather', 'd-grandmother', 'd-mother'].map(drawn),
  ...['d-first-grandfather', 'd-first-grandmother', 'd-first-father', 'd1'].map(drawn),
  { ...drawn('d2'), father: 'd-first-father' },
]

/** Families as somebody tells them who is mistaken. */
export const disputed = () => [
  { id: 'b-disputed', children: ['b1'], people: disputedB() },
  { id: 'd-disputed', children: ['d1', 'd2'], people: disputedD() },
]

/** What is weighed together: whose claim, about which children, against a mother, a father or both unknown. */
export const familyClaims = () =>
  readSource('family-claims.tsv').map((row) => ({
    id: row.id!,
    family: row.family!,
    children: row.children!.split(','),
    claimant: row.claimant!,
    questioned: row.questioned as 'mother' | 'father' | 'both',
    statement: row.statement!,
  }))
