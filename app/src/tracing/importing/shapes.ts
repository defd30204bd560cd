import { z } from 'zod'
import { Description } from '../../casefile/model.ts'
import { fields } from '../columns.ts'
import { states } from './list.ts'

/** The shapes in which an import answers. */
export const SaidNote = z.object({ field: z.enum(fields), code: z.string(), sentence: z.string() })
export const SaidChange = z.object({ field: z.enum(fields), was: z.string(), now: z.string() })
export const SaidKept = z.object({ field: z.enum(fields), house: z.string(), list: z.string() })

export const PlannedRow = z.object({
  row: z.number(),
  name: z.string(),
  state: z.enum(states),
  problems: z.array(SaidNote),
  /** What was read otherwise than it is written. */
  notes: z.array(SaidNote),
  /** The child it is about, where the operation has it. */
  child: z.uuid().nullable(),
  changes: z.array(SaidChange),
  kept: z.array(SaidKept),
  description: Description.nullable(),
  with: z.string().nullable(),
  ageWritten: z.string().nullable(),
})
export type PlannedRow = z.infer<typeof PlannedRow>

export const Counts = z.object({
  new: z.number(),
  changed: z.number(),
  same: z.number(),
  here: z.number(),
  bad: z.number(),
})

export const Left = z.object({ row: z.number(), name: z.string(), because: z.string() })
export const Done = z.object({ row: z.number(), name: z.string(), child: z.uuid() })
export const ChangedRow = Done.extend({ changes: z.array(SaidChange), kept: z.array(SaidKept) })
