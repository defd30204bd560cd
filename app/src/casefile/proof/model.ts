import { z } from 'zod'
import type { Class } from '../access.ts'
import { type EventType, eventType } from '../event.ts'

const PaperSaved = z.object({
  paper: z.uuid(),
  sha256: z.string().length(64),
  bytes: z.number().int().nonnegative(),
})
export type PaperSaved = z.infer<typeof PaperSaved>

/**
 * A paper was saved: its digest, open, so that a proof needs no key. Of the class of the paper, so that whoever may
 * read the one may see the other; `file` is what the table of types says where no paper is at hand.
 */
export const paperSaved = (of: Class): EventType<PaperSaved> =>
  eventType('casefile.paperSaved', { class: of, sealed: false, detail: PaperSaved })

export const events = [paperSaved('file')] as EventType<never>[]
