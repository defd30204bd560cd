import type { AnswerOf } from '../../casefile/asking.ts'
import type { operations as merging } from '../../casefile/merging/operations.ts'
import type { Birth, Description, Names } from '../../casefile/model.ts'
import { asking } from '../../casefile/screens/use.tsx'
import { words as casefileWords } from '../../casefile/words.ts'
import { isLanguage, languageNames, useFormats, useWords } from '../../design/kit.ts'
import type { operations } from '../operations.ts'
import { bornIn } from './asking.ts'

export const files = asking<typeof merging>('casefile')

export type Duplicates = AnswerOf<typeof operations, 'findDuplicates'>
export type Pair = Duplicates['pairs'][number]
export type PairSide = Pair['a']
export type PairField = Pair['fields'][number]['field']
export type Apart = AnswerOf<typeof operations, 'listApart'>['pairs'][number]
export type AlikePerson = AnswerOf<typeof operations, 'findAlike'>['alike'][number]

export const keyOf = ({ a, b }: { a: { id: string }; b: { id: string } }): string => `${a.id} ${b.id}`

const spelled = (names: Names | undefined): string | undefined =>
  names && [...new Set(Object.values(names))].join(' · ')

/** What a description says in one field, as people read it; undefined where it says nothing. */
export function useFieldText(): (description: Description, field: PairField) => string | undefined {
  const say = useWords(casefileWords)
  const f = useFormats()
  const list = (texts: string[] | undefined) => (texts?.length ? texts.join(' · ') : undefined)
  const named = (code: string) => (isLanguage(code) ? languageNames[code] : code)
  const readers: Record<PairField, (one: Description) => string | undefined> = {
    names: (one) => spelled(one.names),
    mother: (one) => spelled(one.mother),
    father: (one) => spelled(one.father),
    otherNames: (one) => list(one.otherNames),
    companions: (one) => list(one.companions),
    languages: (one) => list(one.languages?.map(named)),
    sex: (one) => (one.sex === 'unknown' ? undefined : say(`sex.${one.sex}`)),
    birth: (one) => bornIn(one.birth as Birth, f.date),
    birthplace: (one) => one.birthplace,
    place: (one) => one.place,
    marks: (one) => one.marks,
    deceased: (one) => (one.deceased ? '✓' : undefined),
  }
  return (description, field) => readers[field](description)
}
