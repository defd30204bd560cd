import type { Birth, Language } from '../../casefile/model.ts'
import { birthYears } from '../../casefile/rules.ts'
import { words as casefileWords } from '../../casefile/words.ts'
import { formatDate } from '../../design/languages/dates.ts'
import { type Messages, wordsOf } from '../../design/languages/messages.ts'
import type { Field } from '../columns.ts'
import { words } from '../words.ts'
import type { Change, Compared, Kept, Value } from './difference.ts'
import type { Note } from './names.ts'
import type { FoundChange } from './update.ts'

/** A birth or a name may be wrong in ways every station words alike. */
const problemWords: Messages = { ...casefileWords, ...words }

export type SaidNote = { field: Field; code: string; sentence: string }

export const sayProblem = (language: Language, { field, code, values }: Note): SaidNote => ({
  ...{ field, code },
  sentence: wordsOf(problemWords, language)(`invalid.${code}`, values),
})

export const sayNote = (language: Language, { field, code, values }: Note): SaidNote => ({
  ...{ field, code },
  sentence: wordsOf(words, language)(`tracing.note.${code}`, values),
})

const fieldOf = (field: Compared): Field => (field === 'names' ? 'name' : field)

function sayBirth(birth: Birth, language: Language): string {
  if (birth.date) return formatDate(language, birth.date)
  const years = birthYears(birth)
  if (!years) return ''
  return years.earliest === years.latest ? String(years.earliest) : `${years.earliest}–${years.latest}`
}

function sayValue(field: Compared, value: Value, language: Language): string {
  if (value === undefined || value === null) return ''
  if (field === 'sex') return wordsOf(casefileWords, language)(`sex.${value as 'male'}`)
  if (field === 'birth') return sayBirth(value as Birth, language)
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'object' ? Object.values(value).filter(Boolean).join(' · ') : String(value)
}

export type SaidChange = { field: Field; was: string; now: string }

/** Was and now, in the reader's words; an empty text where there was nothing. */
export function sayChange(language: Language, change: Change | FoundChange): SaidChange {
  if (change.field === 'with' || change.field === 'note')
    return { field: change.field, was: change.was ?? '', now: change.now ?? '' }
  const { field, was, now } = change as Change
  return { field: fieldOf(field), was: sayValue(field, was, language), now: sayValue(field, now, language) }
}

export const sayKept = (language: Language, { field, house, list }: Kept) => ({
  ...{ field: fieldOf(field) },
  house: sayValue(field, house, language),
  list: sayValue(field, list, language),
})
