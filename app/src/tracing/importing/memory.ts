import type { Context } from '../../casefile/context.ts'
import { accountNames } from '../../casefile/operations.ts'
import type { DayOrder } from '../birth.ts'
import { type Column, fieldOf, findHeader } from '../columns.ts'
import { headerOf } from '../rows.ts'
import { headerHash, headersHash } from './keys.ts'
import { columnsChosen } from './model.ts'
import type { ChosenColumn, Reading } from './reading.ts'
import type { ImportTables } from './tables.ts'

export type Remembered = { columns: ChosenColumn[]; dayOrder: DayOrder; at: string; by: string | null }

/** How a list with the same headers was read last time in this operation; undefined where there was none. */
export async function recall(
  ctx: Context,
  operation: string,
  sheet: string[][],
  headerRow?: number,
): Promise<Remembered | undefined> {
  const headers = headersIn(sheet, headerRow)
  const row = await ctx.db
    .withTables<ImportTables>()
    .selectFrom('tracing_columns')
    .selectAll()
    .where('operation', '=', operation)
    .where('headers', '=', hashOf(operation, headers))
    .executeTakeFirst()
  if (!row || row.chosen.columns.length !== headers.length) return undefined
  const columns = row.chosen.columns.map(({ field, language }, i) => ({
    at: headers[i]!.at,
    field,
    language,
  }))
  const names = await accountNames(ctx)
  return {
    ...{ columns, dayOrder: row.chosen.dayOrder, at: row.at.toISOString() },
    by: (row.by && names.get(row.by)) ?? null,
  }
}

type Header = { at: number; header: string }

/** Rows that were handed back to be mended have one column more, which is ours and no part of the list. */
const withoutOurs = (row: string[]): Header[] =>
  row.map((header, at) => ({ at, header })).filter(({ header }) => fieldOf(header) !== 'mend')

const headersIn = (sheet: string[][], headerRow?: number): Header[] =>
  withoutOurs((headerRow ? sheet[headerRow - 1] : sheet[findHeader(sheet)?.at ?? 0]) ?? [])

const hashOf = (operation: string, headers: Header[]): string =>
  headersHash(
    operation,
    headers.map(({ header }) => header),
  )

/** The headers of a list, as they are compared from one version to the next. */
export const headersOf = (operation: string, row: string[]): string[] =>
  withoutOurs(row).flatMap(({ header }) => (header === '' ? [] : headerHash(operation, header)))

/** A column more or less is still the same list: two headers in three are shared (assumed, decision 0052). */
export function headersAlike(a: string[], b: string[]): boolean {
  const shared = [...new Set(a)].filter((header) => b.includes(header)).length
  return shared * 3 >= new Set([...a, ...b]).size * 2
}

/** What a person chose, over what was remembered, over what the headers say. */
export const readingWith = (reading: Reading, remembered: Remembered | undefined): Reading => ({
  ...reading,
  columns: reading.columns ?? remembered?.columns,
  dayOrder: reading.dayOrder ?? remembered?.dayOrder,
})

/** Keeps the choice for the next list with these headers, where it is another than they say by themselves. */
export async function remember(
  ctx: Context,
  operation: string,
  sheet: string[][],
  reading: Reading,
): Promise<void> {
  if (!reading.columns && !reading.dayOrder) return
  const found = headerOf(sheet, reading)
  if (!found) return
  const headers = withoutOurs(sheet[found.at] ?? [])
  const before = await recall(ctx, operation, sheet, found.at + 1)
  const byHeaders = headerOf(sheet, { headerRow: found.at + 1 })!.columns
  const chosen = { columns: columnsFor(headers, found.columns), dayOrder: reading.dayOrder ?? 'day-first' }
  const known = before ?? { columns: columnsFor(headers, byHeaders), dayOrder: 'day-first' }
  if (JSON.stringify(chosen) === JSON.stringify({ columns: known.columns, dayOrder: known.dayOrder })) return
  await ctx.record([operation], columnsChosen, {
    headers: hashOf(operation, headers),
    columns: chosen.columns.map(({ field, language }, i) => ({
      header: headerHash(operation, headers[i]!.header),
      field,
      language,
    })),
    dayOrder: chosen.dayOrder,
  })
}

/** One entry for every header, in their order; a column nobody spoke of is ignored. */
const columnsFor = (headers: Header[], columns: Column[]): ChosenColumn[] =>
  headers.map(({ at }) => {
    const column = columns.find((one) => one.at === at)
    return { at, field: column?.field ?? null, language: column?.language }
  })
