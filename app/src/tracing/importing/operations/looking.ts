import { z } from 'zod'
import { bytesOf, operation } from '../../../casefile/operation.ts'
import { encodings } from '../../../platform/sheet/encoding.ts'
import { firstRowsInEachReading, readSheet } from '../../../platform/sheet.ts'
import { dayOrderOf, dayOrders } from '../../birth.ts'
import { type Column, fields } from '../../columns.ts'
import { headerOf } from '../../rows.ts'
import { plainText } from '../../text.ts'
import { ListInput } from '../list.ts'
import { readingWith, recall } from '../memory.ts'
import { bringers } from '../model.ts'
import { shown } from '../names.ts'

const FIRST_VALUES = 3
const FIRST_ROWS = 12
const LOOKED_THROUGH = 2000

const LookedAt = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z
    .object({
      name: z.enum(encodings),
      because: z.enum(['mark', 'valid', 'letters', 'chosen']),
      doubtful: z.boolean().optional(),
    })
    .nullable(),
  /** The first rows in every reading of the letters that differs, the likeliest first. */
  readings: z.array(z.object({ name: z.enum(encodings), rows: z.array(z.array(z.string())) })),
  sheets: z.array(z.string()),
  rows: z.number(),
  /** The first rows as they stand, to find the one that names the columns. */
  firstRows: z.array(z.array(z.string())),
  /** From 1; null where no row names a name and something else. */
  headerRow: z.number().nullable(),
  columns: z.array(
    z.object({
      at: z.number(),
      header: z.string(),
      values: z.array(z.string()),
      field: z.enum(fields).nullable(),
      language: z.enum(['kk', 'ru']).nullable(),
    }),
  ),
  dayOrder: z.enum(dayOrders),
  /** Whether the dates of the list themselves say so; false where both orders would do, null where there are none. */
  dayOrderIsSure: z.boolean().nullable(),
  /** Ages are stated and no column says on which day. */
  asksForDay: z.boolean(),
  remembered: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
})

export const lookAtList = operation({
  summary:
    'Look at how a list is read: its letters, its columns with their first values, what each is taken for; records nothing',
  may: bringers,
  input: ListInput.omit({ versionOf: true }),
  output: LookedAt,
  reads: true,
  async run(ctx, { operation, file, reading: chosen }) {
    await ctx.file(operation)
    const bytes = bytesOf(file)
    const sheet = await readSheet(bytes, chosen)
    const remembered = await recall(ctx, operation, sheet.rows, chosen.headerRow)
    const reading = readingWith(chosen, remembered)
    const header = headerOf(sheet.rows, reading)
    const below = sheet.rows.slice((header?.at ?? -1) + 1)
    const columns = allColumns(sheet.rows[header?.at ?? 0] ?? [], below, header?.columns ?? [])
    const dates = columns.flatMap((column) =>
      column.field === 'birth' || column.field === 'seen' ? valuesIn(below, column.at, LOOKED_THROUGH) : [],
    )
    const order = dayOrderOf(dates)
    const has = (field: string) => columns.some((column) => column.field === field)
    return {
      ...{ format: sheet.format, encoding: sheet.encoding ?? null, sheets: sheet.sheets ?? [] },
      readings: sheet.encoding?.because === 'letters' || chosen.encoding ? firstRowsInEachReading(bytes) : [],
      rows: below.filter((row) => row.some((cell) => cell !== '')).length,
      firstRows: sheet.rows.slice(0, FIRST_ROWS).map((row) => row.slice(0, 12).map(shown)),
      headerRow: header ? header.at + 1 : null,
      columns,
      dayOrder: reading.dayOrder ?? order ?? 'day-first',
      dayOrderIsSure: dates.some((text) => /\d\D+\d/.test(text)) ? order !== undefined : null,
      asksForDay: has('age') && !has('seen'),
      remembered: remembered ? { at: remembered.at, by: remembered.by } : null,
    }
  },
})

/** Every column of the list, also those that hold values under no header. */
function allColumns(headers: string[], below: string[][], known: Column[]) {
  const width = below
    .slice(0, LOOKED_THROUGH)
    .reduce((most, row) => Math.max(most, row.length), headers.length)
  return Array.from({ length: width }, (_, at) => {
    const column = known.find((one) => one.at === at)
    return {
      ...{ at, header: shown(headers[at] ?? ''), values: valuesIn(below, at, FIRST_VALUES).map(shown) },
      ...{ field: column?.field ?? null, language: column?.language ?? null },
    }
  }).filter(({ header, values }) => header !== '' || values.length > 0)
}

/** The first different values of a column. */
function valuesIn(rows: string[][], at: number, most: number): string[] {
  const values = new Set<string>()
  for (const row of rows) {
    const text = plainText(row[at] ?? '')
    if (text !== '') values.add(text)
    if (values.size >= most) break
  }
  return [...values]
}
