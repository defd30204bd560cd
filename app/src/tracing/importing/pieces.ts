import { z } from 'zod'
import type { Piece } from '../../platform/jobs.ts'
import { bringers } from './model.ts'

export const IMPORT_QUEUE = 'tracing-import'

/** What is handed out: ids alone. The rows are read by whoever takes it, as the person who brought the list. */
export const PieceOf = z.object({
  import: z.uuid(),
  phase: z.number().int(),
  piece: z.number().int(),
  by: z.uuid(),
  as: z.enum(bringers),
})
export type As = (typeof bringers)[number]

export const toPieces = (id: string, phase: number, by: string, as: As, count: number): Piece[] =>
  Array.from({ length: count }, (_, piece) => ({ import: id, phase, piece, by, as }))
