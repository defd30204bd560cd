import type { Described } from './described.ts'
import type { About } from './evidence.ts'

const known: Partial<Record<About, (one: Described) => boolean>> = {
  mother: (one) => one.mother.length > 0,
  father: (one) => one.father.length > 0,
  sex: (one) => one.sex !== 'unknown',
  birth: (one) => one.birth !== undefined,
  place: (one) => Boolean(one.place),
  birthplace: (one) => Boolean(one.birthplace),
  languages: (one) => one.languages.length > 0,
  marks: (one) => Boolean(one.marks),
  companions: (one) => one.companions.length > 0,
}

/** What only one side knows, or neither: it weighs nothing, and might if somebody asked. */
export const unknownIn = (a: Described, b: Described): About[] =>
  (Object.keys(known) as About[]).filter((about) => !known[about]!(a) || !known[about]!(b))
