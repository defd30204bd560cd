import { readSource } from './table.ts'

export type Sex = 'male' | 'female'
export type Status = 'child' | 'home' | 'prison' | 'dead'
export type Language = 'kk' | 'ru' | 'en' | 'ar'
export type Names = Partial<Record<Language, string>>

export type Person = {
  family: string
  id: string
  sex: Sex
  birth: { date?: string; earliest?: number; latest?: number }
  father: string
  mother: string
  status: Status
  birthplace: string
  place: string
  languages: string[]
  names: Names
}

/** `2022-09-14` is a day, `1959` a year, `2023..2024` the years between which it was. */
function toBirth(text: string): Person['birth'] {
  if (!text) return {}
  if (text.includes('-')) return { date: text }
  const [earliest, latest = earliest] = text.split('..').map(Number)
  return { earliest, latest }
}

/** Everybody of the example, parents before their children, as written in `source/people.tsv`. */
export const people: Person[] = readSource('people.tsv').map((row) => ({
  family: row.family!,
  id: row.id!,
  sex: row.sex as Sex,
  birth: toBirth(row.birth!),
  father: row.father!,
  mother: row.mother!,
  status: row.status as Status,
  birthplace: row.birthplace!,
  place: row.place!,
  languages: row.languages!.split(',').filter(Boolean),
  names: Object.fromEntries(
    (['kk', 'ru', 'en', 'ar'] as const).map((code) => [code, row[code]]).filter(([, name]) => name),
  ),
}))

export const children = people.filter((person) => person.status === 'child')
/** Relatives who can be asked: at home, or in prison through the consul. */
export const relatives = people.filter((person) => person.status === 'home' || person.status === 'prison')

export function getPerson(id: string): Person {
  const found = people.find((person) => person.id === id)
  if (!found) throw new Error(`nobody is called ${id}`)
  return found
}

/** Of the mothers one gave a sample; the consul could not reach the others twice. */
const typedMothers = ['f-mother']
export const typed = [
  ...relatives.filter((one) => one.status === 'home' || typedMothers.includes(one.id)),
  ...children,
]

export const families = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
