import type { Birth, Description, Names, Sex } from '../casefile/model.ts'
import { birthProblem, birthYears } from '../casefile/rules.ts'
import { parseDateText } from '../design/languages/parse-date.ts'
import { parseBirth } from './birth.ts'
import { type Column, type Field, findHeader } from './columns.ts'
import type { Found } from './model.ts'
import { keyOf, plainText, writtenIn } from './text.ts'

export type Problem = { field: Field; code: string; values?: Record<string, string | number> }
export type Listed = { description: Description; found: Omit<Found, 'list'> }
/** One row of a list: what it says, or what keeps it from being said. `row` is its number in the file. */
export type Row = { row: number; name: string; problems: Problem[]; listed?: Listed }
export type Plan = { columns: Column[]; rows: Row[] }

const LONGEST = 200
const LONGEST_NOTE = 1000

/** Reads every row below the header; undefined when no row names its columns. Blank rows are no rows. */
export function planRows(sheet: string[][], now: Date): Plan | undefined {
  const header = findHeader(sheet)
  if (!header) return undefined
  const rows = sheet
    .map((cells, at) => ({ cells, row: at + 1 }))
    .slice(header.at + 1)
    .filter(({ cells }) => cells.some((cell) => plainText(cell) !== ''))
    .map(({ cells, row }) => planRow(valuesOf(cells, header.columns), row, now))
  return { columns: header.columns, rows: markRepeated(rows) }
}

/** Enough of a cell to know which is meant; some hold thousands of letters. */
const shown = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

type Values = Partial<Record<Field, string[]>>

function valuesOf(cells: string[], columns: Column[]): Values {
  const values: Values = {}
  for (const { at, field } of columns) {
    const text = plainText(cells[at] ?? '')
    if (field && text !== '') values[field] = [...(values[field] ?? []), text]
  }
  return values
}

function planRow(values: Values, row: number, now: Date): Row {
  const problems: Problem[] = []
  const names = namesOf(nameTexts(values))
  const sex = sexOf(values.sex?.[0], problems)
  const seenOn = dayOf(values.seen?.[0], now, problems)
  const { birth, estimated, ageWritten } = birthOf(
    values,
    seenOn ? new Date(`${seenOn}T00:00:00Z`) : now,
    now,
    problems,
  )
  if (!names) problems.unshift({ field: 'name', code: 'name-missing' })
  for (const [field, texts] of Object.entries(values) as [Field, string[]][]) {
    const most = field === 'note' ? LONGEST_NOTE : LONGEST
    if (texts.some((text) => text.length > most)) problems.push({ field, code: 'too-long', values: { most } })
  }
  const name = shown(nameTexts(values)[0] ?? '')
  if (problems.length || !names) return { row, name, problems }
  const one = (field: Field) => values[field]?.join('; ')
  const description: Description = {
    ...{ names, sex, birth, mother: namesOf(values.mother), father: namesOf(values.father) },
    ...{
      birthplace: one('birthplace'),
      place: one('place'),
      marks: one('marks'),
      languages: languagesOf(values.languages),
    },
  }
  return {
    row,
    name,
    problems,
    listed: { description, found: { ageWritten, estimated, seenOn, with: one('with'), note: one('note') } },
  }
}

/** Whole names, or given and family names joined per column pair, each in the letters it is written in. */
function nameTexts(values: Values): string[] {
  const family = values.family ?? []
  const given = (values.given ?? []).map((text) =>
    [text, family.find((one) => writtenIn(one) === writtenIn(text)) ?? family[0]].filter(Boolean).join(' '),
  )
  return [...(values.name ?? []), ...given].filter((text) => /\p{L}/u.test(text))
}

function namesOf(texts: string[] | undefined): Names | undefined {
  const named = (texts ?? []).filter((text) => /\p{L}/u.test(text))
  if (named.length === 0) return undefined
  return Object.fromEntries(named.toReversed().map((text) => [writtenIn(text), text]))
}

const sexWords: Record<Exclude<Sex, 'unknown'>, string> = {
  male: 'm|male|boy|man|м|муж|мужской|мальчик|мальч|ер|ұл|ұл бала|еркек|ذكر|ولد|صبي',
  female: 'f|female|girl|woman|ж|жен|женский|девочка|дев|қыз|қыз бала|әйел|انثي|بنت|طفله|فتاه',
}

function sexOf(written: string | undefined, problems: Problem[]): Sex {
  const key = keyOf(written ?? '')
  if (key === '' || /^(unknown|неизвестно|белгісіз|غير معروف)$/.test(key)) return 'unknown'
  const sex = (['male', 'female'] as const).find((one) => sexWords[one].split('|').includes(key))
  if (!sex) problems.push({ field: 'sex', code: 'unreadable-sex', values: { written: shown(written!) } })
  return sex ?? 'unknown'
}

function dayOf(written: string | undefined, now: Date, problems: Problem[]): string | undefined {
  if (!written) return undefined
  const read = parseDateText(written)
  if ('problem' in read)
    problems.push({ field: 'seen', code: 'unreadable-date', values: { written: shown(written) } })
  else if (read.date > now.toISOString().slice(0, 10)) problems.push({ field: 'seen', code: 'day-in-future' })
  else return read.date
  return undefined
}

/** An exact birth is kept before an age; where a list gives both they have to agree to within a year. */
function birthOf(
  values: Values,
  on: Date,
  now: Date,
  problems: Problem[],
): { birth: Birth; estimated: boolean; ageWritten?: string } {
  const [birthText, ageText] = [values.birth?.[0], values.age?.[0]]
  const read = (field: 'birth' | 'age', text: string | undefined) => {
    if (text === undefined) return undefined
    const reading = parseBirth(text, on)
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

const languagesOf = (texts: string[] | undefined): string[] | undefined => {
  const languages = (texts ?? [])
    .flatMap((text) => text.split(/[,;/،؛+]|\s(?:and|и|және|و)\s/u))
    .map((one) => one.trim().slice(0, 40))
  const named = languages.filter((one) => one.length > 1).slice(0, 12)
  return named.length ? named : undefined
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
    if (!row.listed) return row
    const key = sameness(row.listed.description)
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, row.row)
    return earlier === undefined
      ? row
      : { ...row, problems: [{ field: 'name', code: 'same-as-row', values: { row: earlier } }] }
  })
}
