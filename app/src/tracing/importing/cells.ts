import type { Column, Field } from '../columns.ts'
import { plainText, saysUnknown, writtenIn } from '../text.ts'
import type { Cell, Note } from './names.ts'

export const LONGEST = 200
const LONGEST_NOTE = 1000

export type Values = Partial<Record<Field, Cell[]>>

export function valuesOf(cells: string[], columns: Column[]): Values {
  const values: Values = {}
  for (const { at, field, language } of columns) {
    const raw = cells[at] ?? ''
    if (field && plainText(raw) !== '') values[field] = [...(values[field] ?? []), { raw, language }]
  }
  return values
}

/** What the cells of a field say together; nothing where they say that nobody knows. */
export const textOf = (values: Values, field: Field): string | undefined =>
  textsOf(values, field).join('; ') || undefined

const textsOf = (values: Values, field: Field): string[] =>
  (values[field] ?? [])
    .map(({ raw }) => plainText(raw))
    .filter((text) => /[\p{L}\p{N}]/u.test(text) && !saysUnknown(text))

/** What the first cell of a field that says anything says: for what is said once, as a birth. */
export const firstOf = (values: Values, field: Field): string | undefined => textsOf(values, field)[0]

export function requireLengths(values: Values, problems: Note[]): void {
  for (const [field, cells] of Object.entries(values) as [Field, Cell[]][]) {
    const most = field === 'note' ? LONGEST_NOTE : LONGEST
    const joins = !LISTS.has(field) && field !== 'name' && field !== 'given'
    const length = joins
      ? cells.reduce((sum, { raw }) => sum + plainText(raw).length + 2, -2)
      : Math.max(...cells.map(({ raw }) => plainText(raw).length))
    if (length > (LISTS.has(field) ? LONGEST_NOTE : most))
      problems.push({ field, code: 'too-long', values: { most: LISTS.has(field) ? LONGEST_NOTE : most } })
  }
}

const LISTS = new Set<Field>(['languages', 'otherNames', 'companions'])
const LONGEST_ID = 60

export const idOf = (values: Values): string | undefined =>
  values.id
    ?.map(({ raw }) => plainText(raw))
    .join(' ')
    .slice(0, LONGEST_ID) || undefined

export const saidIn = (values: Values, statedOn: string | undefined): string =>
  JSON.stringify([
    statedOn ?? null,
    ...(Object.entries(values) as [Field, Cell[]][])
      .filter(([field]) => field !== 'number' && field !== 'mend')
      .map(([field, cells]) => [field, ...cells.map(({ raw }) => plainText(raw))])
      .sort(),
  ])

/** Whole names, or given and family names joined, the parts in the order of their columns and in one writing. */
export function nameCells(values: Values): Cell[] {
  const family = values.family ?? []
  const given = new Map<string, Cell[]>()
  for (const cell of values.given ?? []) {
    const key = writtenIn(plainText(cell.raw), cell.language)
    given.set(key, [...(given.get(key) ?? []), cell])
  }
  const joined = [...given].map(([key, cells]) => {
    const own = family.find((cell) => writtenIn(plainText(cell.raw), cell.language) === key) ?? family[0]
    const parts = own ? [...cells, own] : cells
    return { raw: parts.map(({ raw }) => raw).join(' '), language: cells[0]!.language }
  })
  return [...(values.name ?? []), ...joined]
}

/** Several things in one cell, as people part them; cut to what a description holds. */
export function listOf(cells: Cell[] | undefined, longest: number, most: number): string[] | undefined {
  const parts = (cells ?? []).flatMap(({ raw }) =>
    plainText(raw).split(/[,;/،؛+\n]|\s(?:and|и|және|мен|و)\s/u),
  )
  const named = parts
    .map((one) => one.trim().slice(0, longest))
    .filter((one) => one.length > 1 && !saysUnknown(one))
  return someOf(named, most)
}

export const someOf = (texts: string[], most: number): string[] | undefined =>
  texts.length ? [...new Set(texts)].slice(0, most) : undefined
