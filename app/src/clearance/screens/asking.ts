import type { AnswerOf } from '../../casefile/asking.ts'
import { asking } from '../../casefile/screens/use.tsx'
import type { operations } from '../operations.ts'

export const clearance = asking<typeof operations>('clearance')

export type Matrix = AnswerOf<typeof operations, 'listMatrix'>
export type Line = Matrix['children'][number]
export type Cell = Line['cells'][number]
export type Column = Matrix['requirements'][number]
export type Details = AnswerOf<typeof operations, 'getRequirement'>

/** Who looks: a profession, and whether a missing paper is theirs to bring now. */
export const isMine = (column: Column | undefined, cell: Cell, profession: string | undefined): boolean =>
  cell.state !== 'met' &&
  cell.state !== 'not-applicable' &&
  cell.blockedBy.length === 0 &&
  (column?.meets.some((one) => one === profession) ?? false)
