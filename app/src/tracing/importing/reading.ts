import { z } from 'zod'
import { Day } from '../../casefile/model.ts'
import { encodings } from '../../platform/sheet/encoding.ts'
import { dayOrders } from '../birth.ts'
import { fields } from '../columns.ts'

export const ChosenColumn = z.object({
  at: z.number().int().min(0).max(500),
  field: z.enum(fields).nullable(),
  /** In which language a column of names in Cyrillic letters is, where the letters do not say. */
  language: z.enum(['kk', 'ru']).optional(),
})
export type ChosenColumn = z.infer<typeof ChosenColumn>

/** How a list is to be read, as far as a person chose it; what is absent is told from the list itself. */
export const Reading = z.object({
  encoding: z.enum(encodings).optional(),
  /** Which sheet of a workbook, from 0. */
  sheet: z.number().int().min(0).max(500).optional(),
  /** The row that names the columns, from 1 as spreadsheets count. */
  headerRow: z.number().int().min(1).max(1000).optional(),
  columns: z.array(ChosenColumn).max(200).optional(),
  dayOrder: z.enum(dayOrders).optional(),
  /** The day the ages of the list were stated, where no column says it. */
  statedOn: Day.optional(),
})
export type Reading = z.infer<typeof Reading>
