import { z } from 'zod'
import { eventType } from '../casefile/event.ts'
import { Day, Instant, Language } from '../casefile/model.ts'

/** What may be counted of an operation. The definition in words is `publication.figure.<id>.definition`. */
export const figureIds = [
  'children',
  'girls',
  'boys',
  'families-found',
  'kinship-decided',
  'cleared',
  'flown',
  'living-with-family',
] as const
export const FigureId = z.enum(figureIds)
export type FigureId = z.infer<typeof FigureId>

/**
 * One public number: a frozen count of a day. `value` null: suppressed, because fewer than five people (or all
 * but fewer than five) stand behind it. `of` is how many people it was counted among.
 */
export const Figure = z.object({
  figure: FigureId,
  asOf: Day,
  value: z.number().int().min(0).nullable(),
  of: z.number().int().min(0).nullable(),
  /** The version of the definition it was counted by; it changes when the query does. */
  definition: z.number().int(),
  /** Said when it replaces an earlier one. */
  reason: z.string().trim().min(1).max(500).optional(),
})
export type Figure = z.infer<typeof Figure>

const Prose = z.string().trim().min(1).max(20_000)

/** The account of an operation in one language, as the public reads it. It names nobody. */
export const Account = z.object({
  language: Language,
  title: z.string().trim().min(1).max(200),
  text: Prose,
  reason: z.string().trim().min(1).max(500).optional(),
  correction: z.uuid().optional(),
})
export type Account = z.infer<typeof Account>

/** What a reader selected and reported, with the text around it, so that it is found again after an edit. */
export const CorrectionReport = z.object({
  page: z.string().min(1).max(300),
  language: Language,
  selected: z.string().trim().min(1).max(300),
  before: z.string().max(200),
  after: z.string().max(200),
  comment: z.string().trim().max(1000).optional(),
})
export type CorrectionReport = z.infer<typeof CorrectionReport>

export const Verdict = z.object({ accepted: z.boolean(), note: z.string().trim().min(1).max(500) })

export const figurePublished = eventType('publication.figurePublished', {
  class: 'figure',
  sealed: false,
  detail: Figure,
})
export const accountPublished = eventType('publication.accountPublished', {
  class: 'figure',
  sealed: false,
  detail: Account,
})
export const correctionReported = eventType('publication.correctionReported', {
  class: 'figure',
  sealed: true,
  detail: CorrectionReport,
  fromAnyone: true,
})
export const correctionDecided = eventType('publication.correctionDecided', {
  class: 'figure',
  sealed: false,
  detail: Verdict,
})

export const events = [figurePublished, accountPublished, correctionReported, correctionDecided]
export const PublishedFigure = Figure.extend({
  operation: z.uuid(),
  version: z.number().int(),
  publishedAt: Instant,
})
