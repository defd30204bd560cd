import type { Person, Sex } from '../types.ts'

/** How two people A and B may be related; founders of the pedigrees are unrelated. */
export type Relationship = {
  name: string
  pedigrees: Person[][]
  a: string
  b: string
  /** A and B are not exchangeable (parent and child). */
  isDirected?: boolean
}

export type RelationshipName =
  | 'direct'
  | 'parent-child'
  | 'full-siblings'
  | 'half-siblings'
  | 'grandparent-grandchild'
  | 'uncle-nephew'
  | 'first-cousins'

const person = (id: string, sex: Sex, father: string | null = null, mother: string | null = null): Person => {
  return { id, sex, father, mother }
}

const couple = [person('F', 'male'), person('M', 'female')]

/** The pedigree for an A of that sex. `direct`: one person typed twice. A relative in between is a woman. */
const families: Record<RelationshipName, (a: Sex) => Person[]> = {
  direct: (sex) => [person('A', sex), { ...person('B', sex), twinOf: 'A' }],
  'parent-child': (sex) => [parent('A', sex), childOf('A', 'B', sex)],
  'full-siblings': (sex) => [...couple, person('A', sex, 'F', 'M'), person('B', 'unknown', 'F', 'M')],
  'half-siblings': (sex) => [
    person('M', 'female'),
    person('A', sex, null, 'M'),
    person('B', 'unknown', null, 'M'),
  ],
  'grandparent-grandchild': (sex) => [
    parent('A', sex),
    { ...childOf('A', 'P', sex), sex: 'female' },
    person('B', 'unknown', null, 'P'),
  ],
  'uncle-nephew': (sex) => [
    ...couple,
    person('A', sex, 'F', 'M'),
    person('P', 'female', 'F', 'M'),
    person('B', 'unknown', null, 'P'),
  ],
  'first-cousins': (sex) => [
    ...couple,
    person('P', 'female', 'F', 'M'),
    person('Q', 'female', 'F', 'M'),
    person('A', sex, null, 'P'),
    person('B', 'unknown', null, 'Q'),
  ],
}

const directed: RelationshipName[] = ['parent-child', 'grandparent-grandchild', 'uncle-nephew']

/** A relationship by name, for an A of that sex. */
export function relationshipOf(name: RelationshipName, sex: Sex): Relationship {
  return {
    name,
    pedigrees: [families[name](sex)],
    a: 'A',
    b: 'B',
    ...(directed.includes(name) && { isDirected: true }),
  }
}

function parent(id: string, sex: Sex): Person {
  return person(id, sex === 'female' ? 'female' : 'male')
}

function childOf(parentId: string, id: string, sex: Sex): Person {
  return sex === 'female' ? person(id, 'unknown', null, parentId) : person(id, 'unknown', parentId)
}
