import type { Language } from '../../casefile/model.ts'
import { nameIn } from '../../casefile/rules.ts'
import type { Person } from './asking.ts'

/** The people of an operation by id, and their names as the reader reads them. */
export type People = {
  all: Person[]
  get(id: string): Person | undefined
  nameOf(id: string): string
  isChild(id: string): boolean
}

export function toPeople(all: Person[], language: string, unknown: string): People {
  const byId = new Map(all.map((person) => [person.id, person]))
  return {
    all,
    get: (id) => byId.get(id),
    nameOf: (id) => {
      const person = byId.get(id)
      return person ? nameIn(person.names, language as Language).text : unknown
    },
    isChild: (id) => byId.get(id)?.kind === 'child',
  }
}
