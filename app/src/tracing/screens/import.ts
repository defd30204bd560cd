import type { AnswerOf, InputOf } from '../../casefile/asking.ts'
import type { operations } from '../operations.ts'

export type Sent = { name: string; base64: string }
export type Looked = AnswerOf<typeof operations, 'lookAtList'>
export type Reading = NonNullable<InputOf<typeof operations, 'lookAtList'>['reading']>
export type ChosenColumn = NonNullable<Reading['columns']>[number]
export type ListedImport = AnswerOf<typeof operations, 'listImports'>['imports'][number]
export type Accepted = AnswerOf<typeof operations, 'acceptImport'>
export type Turned = AnswerOf<typeof operations, 'undoImport'>

/** What a column may be taken for, in the order in which people look for it; `mend` is ours. */
export const offered = [
  'name',
  'given',
  'family',
  'otherNames',
  'sex',
  'birth',
  'age',
  'seen',
  'mother',
  'father',
  'birthplace',
  'place',
  'with',
  'companions',
  'languages',
  'marks',
  'note',
  'id',
  'number',
] as const

/** Columns of names, whose Cyrillic letters do not always tell Kazakh from Russian. */
export const isName = (field: string | null): boolean =>
  ['name', 'given', 'family', 'mother', 'father'].includes(field ?? '')
