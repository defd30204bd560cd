import { refuse } from '../refusal.ts'
import type { Person, Sex } from '../types.ts'
import type { Cursor } from './familias-cursor.ts'
import type { FamiliasFile } from './familias-file.ts'

type Member = { id: string; sex: Sex }
type Relation = { parent: number; offspring: number; isTwin: boolean }

/** Where the extra people stand who are in every pedigree. */
export const knownRelations = 'known'

/** The people a file adds to a pedigree are unnamed; they are named by their place in it. */
export function extraName(sex: 'female' | 'male', index: number, where: string): string {
  return `extra ${sex} ${index + 1} (${where})`
}

/** The known relations, which hold in every pedigree, then the pedigrees themselves. */
export function readFamiliasPedigrees(cursor: Cursor, file: FamiliasFile): void {
  if (cursor.peek()?.replaceAll('"', '') === 'Known relations') cursor.text('the known relations')
  const known = readMembers(cursor, file.persons, knownRelations)
  const shared = readRelations(cursor)
  const count = cursor.count('the number of pedigrees', 10_000)
  if (count * known.length > 1_000_000) refuse('too-large', 'The file holds more pedigrees than can be read.')
  for (let i = 0; i < count; i++) {
    cursor.count('the number of a pedigree')
    const row = cursor.row()
    const name = cursor.text('the name of a pedigree')
    const members = readMembers(cursor, known, name)
    const people = toPeople(members, [...shared, ...readRelations(cursor)])
    if (typeof people === 'string') {
      file.problems.push({ code: 'pedigree-not-read', row, detail: `The pedigree "${name}" ${people}` })
    } else {
      file.pedigrees.push({ name, people })
    }
  }
}

/** Familias adds unnamed women, then unnamed men. */
function readMembers(cursor: Cursor, base: Member[], where: string): Member[] {
  const women = cursor.count('the number of extra women', 1000)
  const men = cursor.count('the number of extra men', 1000)
  const extra = (sex: 'female' | 'male', total: number) =>
    Array.from({ length: total }, (_, i): Member => ({ id: extraName(sex, i, where), sex }))
  return [...base.map(({ id, sex }) => ({ id, sex })), ...extra('female', women), ...extra('male', men)]
}

/** Two lines each: parent and offspring; identical twins have "Direct" beside the first number. */
function readRelations(cursor: Cursor): Relation[] {
  const count = cursor.count('the number of relations', 10_000)
  return Array.from({ length: count }, () => {
    const [isTwin, parent] = readEnd(cursor, 'a parent')
    const [isTwinBelow, offspring] = readEnd(cursor, 'an offspring')
    return { parent, offspring, isTwin: isTwin || isTwinBelow }
  })
}

function readEnd(cursor: Cursor, what: string): [boolean, number] {
  const line = cursor.text(what)
  const isTwin = /direct/i.test(line)
  return [isTwin, cursor.wholeOf(isTwin ? (/\d+/.exec(line)?.[0] ?? line) : line, what)]
}

/** People with their parents and twins, or what is wrong, as the end of a sentence. */
function toPeople(members: Member[], relations: Relation[]): Person[] | string {
  const people = members.map((member): Person => ({ ...member, father: null, mother: null }))
  for (const { parent, offspring, isTwin } of relations) {
    const [from, to] = [people[parent], people[offspring]]
    if (!from || !to) return 'relates a person who is not in the file.'
    if (isTwin) continue
    const role = from.sex === 'male' ? 'father' : 'mother'
    if (to[role] === from.id) continue
    if (to[role] !== null) return `gives "${to.id}" two ${role}s.`
    to[role] = from.id
  }
  return joinTwins(
    people,
    relations.filter(({ isTwin }) => isTwin),
  )
}

/** Each group of twins hangs on its first member and shares the parents known of any of them. */
function joinTwins(people: Person[], pairs: Relation[]): Person[] | string {
  const first = people.map((_, index) => index)
  for (const { parent, offspring } of pairs) {
    const [one, other] = [first[parent]!, first[offspring]!]
    first.forEach((head, index) => {
      if (head === Math.max(one, other)) first[index] = Math.min(one, other)
    })
  }
  for (const [index, head] of first.entries()) {
    if (head === index) continue
    const [twin, lead] = [people[index]!, people[head]!]
    if (twin.sex !== lead.sex)
      return `joins "${lead.id}" and "${twin.id}", of different sex, as identical twins.`
    for (const role of ['father', 'mother'] as const) {
      if (twin[role] && lead[role] && twin[role] !== lead[role])
        return `gives the identical twins "${lead.id}" and "${twin.id}" different ${role}s.`
      lead[role] ??= twin[role]
    }
    twin.twinOf = lead.id
  }
  first.forEach((head, index) => {
    const [twin, lead] = [people[index]!, people[head]!]
    twin.father = lead.father
    twin.mother = lead.mother
  })
  return people
}
