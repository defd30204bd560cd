import type { Birth, Description, Names, Sex } from '../casefile/model.ts'
import { birthProblem, birthYears } from '../casefile/rules.ts'
import { parseDateText } from '../design/languages/parse-date.ts'
import { type DayOrder, inDayOrder, parseBirth } from './birth.ts'
import { type Column, columnsOf, type Field, findHeader } from './columns.ts'
import {
  firstOf,
  idOf,
  LONGEST,
  listOf,
  nameCells,
  requireLengths,
  saidIn,
  someOf,
  textOf,
  type Values,
  valuesOf,
} from './importing/cells.ts'
import { childNames, type Note, namesOf, shown } from './importing/names.ts'
import type { Reading } from './importing/reading.ts'
import type { Found } from './model.ts'
import { isNameless, keyOf, plainText } from './text.ts'

export type Problem = Note
export type Listed = { description: Description; found: Omit<Found, 'list'> }
/**
 * One row of a list: what it says, or what keeps it from being said. `row` is its number in the file, `said` all
 * its cells in one text (equal when two versions of a list say the same), `id` the list's own number of the child.
 */
export type Row = {
  row: number
  name: string
  problems: Problem[]
  notes: Note[]
  listed?: Listed
  said: string
  id?: string
}
export type Plan = { headerRow: number; columns: Column[]; rows: Row[] }

type How = { now: Date; dayOrder: DayOrder; statedOn?: string }

/** Reads every row below the header; undefined when no row names its columns. Blank rows are no rows. */
export function planRows(sheet: string[][], now: Date, reading: Reading = {}): Plan | undefined {
  const header = headerOf(sheet, reading)
  if (!header) return undefined
  const how: How = { now, dayOrder: reading.dayOrder ?? 'day-first', statedOn: reading.statedOn }
  const rows = sheet
    .map((cells, at) => ({ cells, row: at + 1 }))
    .slice(header.at + 1)
    .filter(({ cells }) => cells.some((cell) => plainText(cell) !== ''))
    .map(({ cells, row }) => planRow(valuesOf(cells, header.columns), row, how))
  return { headerRow: header.at + 1, columns: header.columns, rows: markRepeated(rows) }
}

/** The columns as a person chose them, or as their headers say. */
export function headerOf(
  sheet: string[][],
  { headerRow, columns }: Reading,
): { at: number; columns: Column[] } | undefined {
  const found = headerRow
    ? { at: headerRow - 1, columns: columnsOf(sheet[headerRow - 1] ?? []) }
    : findHeader(sheet)
  if (!columns) return found
  const at = found?.at ?? 0
  const chosen = columns.map((column) => ({ ...column, header: sheet[at]?.[column.at] ?? '' }))
  return { at, columns: chosen }
}

function planRow(values: Values, row: number, how: How): Row {
  const problems: Problem[] = []
  const notes: Note[] = []
  const own = childNames(nameCells(values), notes)
  const text = (field: Field) => textOf(values, field)
  const first = (field: Field) => firstOf(values, field)
  const sex = sexOf(first('sex'), problems)
  const seenOn = dayOf(first('seen'), how, problems) ?? how.statedOn
  const on = seenOn ? new Date(`${seenOn}T00:00:00Z`) : how.now
  const { birth, estimated, ageWritten } = birthOf(first('birth'), first('age'), on, how, problems)
  if (!own.names) problems.unshift({ field: 'name', code: 'name-missing' })
  requireLengths(values, problems)
  const base = { row, name: shown(plainText(nameCells(values)[0]?.raw ?? '')), problems, notes }
  const said = saidIn(values, how.statedOn)
  if (problems.length || !own.names) return { ...base, said, id: idOf(values) }
  const [mother, father] = [
    namesOf(values.mother ?? [], 'mother', notes),
    namesOf(values.father ?? [], 'father', notes),
  ]
  const description: Description = {
    ...{ names: own.names, sex, birth, mother: mother.names, father: father.names },
    ...{ birthplace: text('birthplace'), place: text('place'), marks: text('marks') },
    languages: listOf(values.languages, 40, 12),
    otherNames: someOf([...own.others, ...(listOf(values.otherNames, LONGEST, 12) ?? [])], 12),
    companions: listOf(values.companions, LONGEST, 30),
  }
  const found = { ageWritten, estimated, seenOn, with: text('with'), note: text('note') }
  return { ...base, said, id: idOf(values), listed: { description, found } }
}

const sexWords: Record<Exclude<Sex, 'unknown'>, string> = {
  male: 'm|male|boy|man|м|муж|мужской|мальчик|мальч|ер|ұл|ұл бала|еркек|ذكر|ولد|صبي',
  female: 'f|female|girl|woman|ж|жен|женский|девочка|дев|қыз|қыз бала|әйел|انثي|بنت|طفله|فتاه',
}

function sexOf(written: string | undefined, problems: Problem[]): Sex {
  const key = keyOf(written?.slice(0, LONGEST) ?? '')
  if (key === '') return 'unknown'
  const sex = (['male', 'female'] as const).find((one) => sexWords[one].split('|').includes(key))
  if (!sex) problems.push({ field: 'sex', code: 'unreadable-sex', values: { written: shown(written!) } })
  return sex ?? 'unknown'
}

function dayOf(written: string | undefined, { now, dayOrder }: How, problems: Problem[]): string | undefined {
  if (!written) return undefined
  const read = parseDateText(inDayOrder(plainText(written.slice(0, LONGEST)), dayOrder))
  if ('problem' in read)
    problems.push({ field: 'seen', code: 'unreadable-date', values: { written: shown(written) } })
  else if (read.date > now.toISOString().slice(0, 10)) problems.push({ field: 'seen', code: 'day-in-future' })
  else return read.date
  return undefined
}

/** An exact birth is kept before an age; where a list gives both they have to agree to within a year. */
function birthOf(
  birthText: string | undefined,
  ageText: string | undefined,
  on: Date,
  { now, dayOrder }: How,
  problems: Problem[],
): { birth: Birth; estimated: boolean; ageWritten?: string } {
  const read = (field: 'birth' | 'age', text: string | undefined) => {
    if (text === undefined) return undefined
    const reading = parseBirth(text, on, dayOrder)
    const code = 'problem' in reading ? reading.problem : birthProblem(reading.birth, now, true)
    if (code) problems.push({ field, code, values: { written: shown(text) } })
    return 'problem' in reading || code ? undefined : reading
  }
  const [byDate, byAge] = [read('birth', birthText), read('age', ageText)]
  if (byDate && byAge && yearsApart(byDate.birth, byAge.birth) > 1)
    problems.push({
      field: 'age',
      code: 'age-and-birth-differ',
      values: { age: shown(ageText!), birth: shown(birthText!) },
    })
  return {
    birth: {},
    estimated: false,
    ...(byDate ?? byAge),
    ageWritten: [birthText, ageText].filter(Boolean).join('; ') || undefined,
  }
}

/** Years between two intervals of birth; 0 when they touch or overlap, undefined births are 0 apart. */
export function yearsApart(a: Birth, b: Birth): number {
  const [one, other] = [birthYears(a), birthYears(b)]
  if (!one || !other) return 0
  return Math.max(0, one.earliest - other.latest, other.earliest - one.latest)
}

/** What makes two rows the same child: the same name, mother and years of birth, however they are punctuated. */
export function sameness({ names, mother, birth }: Pick<Description, 'names' | 'mother' | 'birth'>): string {
  const years = birthYears(birth)
  const spelled = (some: Names | undefined) =>
    Object.values(some ?? {})
      .map(keyOf)
      .sort()
      .join('/')
  return [spelled(names), spelled(mother), years?.earliest, years?.latest].join('|')
}

function markRepeated(rows: Row[]): Row[] {
  const first = new Map<string, number>()
  return rows.map((row) => {
    // Two children whose names nobody knows are two children.
    if (!row.listed || isNameless(row.listed.description.names)) return row
    const key = sameness(row.listed.description)
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, row.row)
    return earlier === undefined
      ? row
      : { ...row, problems: [{ field: 'name', code: 'same-as-row', values: { row: earlier } }] }
  })
}
