import { z } from 'zod'
import { ANYONE, professions } from '../casefile/access.ts'
import type { Context } from '../casefile/context.ts'
import { lastOf } from '../casefile/event.ts'
import { Language } from '../casefile/model.ts'
import { operation } from '../casefile/operation.ts'
import { Invalid, Refusal } from '../platform/refusal.ts'
import { count } from './counting.ts'
import {
  Account,
  accountPublished,
  CorrectionReport,
  correctionDecided,
  correctionReported,
  FigureId,
  figureIds,
  figurePublished,
  PublishedFigure,
  Verdict,
} from './model.ts'
import { definitions, proseProblem, requireSafeStep, suppress } from './rules.ts'
import type { AccountRow, FigureRow, PublicationTables } from './store.ts'

const everybody = [ANYONE, ...professions] as const
const day = (date: Date) => date.toISOString().slice(0, 10)

/** The number as it would be published today: counted, then suppressed, so that no door shows it otherwise. */
async function countSafely(ctx: Context, of: string, figure: FigureId) {
  const { value, of: among } = await ctx.asCounter((db) => count(db, of, figure))
  const isTotal = figure === 'children'
  return { value: suppress(value, isTotal ? value : among), of: isTotal ? null : suppress(among, among) }
}

const toFigure = (row: FigureRow, version: number): z.input<typeof PublishedFigure> => ({
  ...{
    operation: row.operation,
    figure: row.figure as FigureId,
    asOf: row.as_of,
    value: row.value,
    of: row.among,
  },
  ...{
    definition: row.definition,
    reason: row.reason ?? undefined,
    version,
    publishedAt: row.published_at.toISOString(),
  },
})

async function findFigures(ctx: Context, of: string): Promise<z.input<typeof PublishedFigure>[]> {
  const rows = await ctx.db
    .withTables<PublicationTables>()
    .selectFrom('figures')
    .selectAll()
    .where('operation', '=', of)
    .orderBy('id')
    .execute()
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const version = (seen.get(row.figure) ?? 0) + 1
    seen.set(row.figure, version)
    return toFigure(row, version)
  })
}

const newest = (figures: z.input<typeof PublishedFigure>[], figure: FigureId) =>
  figures.filter((one) => one.figure === figure).at(-1)

const draftFigures = operation({
  summary: 'What each figure of an operation would say today, suppressed as it would be published',
  may: ['editor'],
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    figures: z.array(
      z.object({
        figure: FigureId,
        value: z.number().nullable(),
        of: z.number().nullable(),
        published: PublishedFigure.nullable(),
      }),
    ),
  }),
  reads: true,
  async run(ctx, input) {
    await requireOperation(ctx, input.operation)
    const published = await findFigures(ctx, input.operation)
    const figures = []
    for (const figure of figureIds)
      figures.push({
        figure,
        ...(await countSafely(ctx, input.operation, figure)),
        published: newest(published, figure) ?? null,
      })
    return { figures }
  },
})

const publishFigure = operation({
  summary:
    'Freeze one figure of an operation as of today and publish it; a later one replaces it with a reason',
  may: ['editor'],
  input: z.object({
    operation: z.uuid(),
    figure: FigureId,
    reason: z.string().trim().min(1).max(500).optional(),
  }),
  output: PublishedFigure,
  async run(ctx, { operation: of, figure, reason }) {
    await ctx.file(of)
    const before = newest(await findFigures(ctx, of), figure)
    if (before && !reason) throw new Invalid([{ field: 'reason', code: 'reason-needed' }])
    const counted = await countSafely(ctx, of, figure)
    requireSafeStep(before?.value, counted.value)
    const detail = { figure, asOf: day(ctx.now), ...counted, definition: definitions[figure], reason }
    const event = await ctx.record([of], figurePublished, detail)
    return { ...detail, operation: of, version: (before?.version ?? 0) + 1, publishedAt: event.recordedAt }
  },
})

const publishAccount = operation({
  summary: 'Publish the account of an operation in one language, or a corrected one with its reason',
  may: ['editor'],
  input: z.object({ operation: z.uuid(), account: Account }),
  output: z.object({}),
  async run(ctx, { operation: of, account }) {
    await ctx.file(of)
    const problem = proseProblem(`${account.title}\n${account.text}`)
    if (problem) throw new Invalid([{ field: 'account.text', code: problem }])
    const before = (await findAccounts(ctx, of)).filter((row) => row.language === account.language).at(-1)
    if (before && !account.reason) throw new Invalid([{ field: 'account.reason', code: 'reason-needed' }])
    if (before && before.text === account.text && before.title === account.title)
      throw new Refusal('nothing-changed')
    await ctx.record([of], accountPublished, account)
    return {}
  },
})

const findAccounts = (ctx: Context, of: string): Promise<AccountRow[]> =>
  ctx.db
    .withTables<PublicationTables>()
    .selectFrom('accounts_published')
    .selectAll()
    .where('operation', '=', of)
    .orderBy('id')
    .execute()

async function requireOperation(ctx: Context, of: string): Promise<void> {
  const found = await ctx.db
    .withTables<{ operations: { id: string } }>()
    .selectFrom('operations')
    .select('id')
    .where('id', '=', of)
    .executeTakeFirst()
  if (!found) throw new Refusal('file-not-found', {}, 404)
}

const PublicAccount = z.object({
  language: Language,
  title: z.string(),
  text: z.string(),
  reason: z.string().nullable(),
  publishedAt: z.string(),
})
const Corrected = z.object({ page: z.string(), language: Language, note: z.string(), decidedAt: z.string() })

const readPublicPage = operation({
  summary: 'The public page of an operation: its account, its figures with their history, what was corrected',
  may: everybody,
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    figures: z.array(PublishedFigure),
    accounts: z.array(PublicAccount),
    corrections: z.array(Corrected),
  }),
  reads: true,
  async run(ctx, input) {
    await requireOperation(ctx, input.operation)
    const accounts = await findAccounts(ctx, input.operation)
    const rows = await ctx.db
      .withTables<PublicationTables>()
      .selectFrom('corrections_public')
      .selectAll()
      .where('page', 'like', `%${input.operation}%`)
      .orderBy('decided')
      .execute()
    return {
      figures: await findFigures(ctx, input.operation),
      accounts: accounts.map(({ language, title, text, reason, published_at }) => ({
        language: language as 'kk',
        title,
        text,
        reason,
        publishedAt: published_at.toISOString(),
      })),
      corrections: rows.map(({ page, language, note, decided }) => ({
        page,
        language: language as 'kk',
        note: note ?? '',
        decidedAt: decided!.toISOString(),
      })),
    }
  },
})

const reportCorrection = operation({
  summary: 'Report a mistake on a public page: the selected text with the text around it; no account needed',
  may: everybody,
  input: z.object({ report: CorrectionReport }),
  output: z.object({}),
  async run(ctx, { report }) {
    const file = await ctx.createFile('correction', null)
    await ctx.record([file], correctionReported, report)
    return {}
  },
})

const QueuedCorrection = z.object({
  id: z.uuid(),
  page: z.string(),
  language: Language,
  receivedAt: z.string(),
  state: z.enum(['open', 'accepted', 'declined']),
  note: z.string().nullable(),
  report: CorrectionReport.nullable(),
})

const listCorrections = operation({
  summary: 'The corrections readers reported, open ones first, each with the text around it',
  may: ['editor'],
  input: z.object({}),
  output: z.object({ corrections: z.array(QueuedCorrection) }),
  reads: true,
  async run(ctx) {
    const rows = await ctx.db
      .withTables<PublicationTables>()
      .selectFrom('corrections')
      .selectAll()
      .orderBy((eb) => eb('state', '=', 'open'), 'desc')
      .orderBy('received', 'desc')
      .limit(200)
      .execute()
    const files = await ctx.files(rows.map((row) => row.id))
    const corrections = rows.map((row, i) => ({
      ...{
        id: row.id,
        page: row.page,
        language: row.language as 'kk',
        receivedAt: row.received.toISOString(),
        state: row.state,
        note: row.note,
      },
      report: lastOf(files[i]!, correctionReported)?.detail ?? null,
    }))
    return { corrections }
  },
})

const decideCorrection = operation({
  summary: 'Accept a reported correction, saying in public what was corrected, or decline it with a reason',
  may: ['editor'],
  input: z.object({ correction: z.uuid(), verdict: Verdict }),
  output: z.object({}),
  async run(ctx, { correction, verdict }) {
    const file = await ctx.file(correction)
    if (file.kind !== 'correction') throw new Refusal('file-not-found', {}, 404)
    if (lastOf(file, correctionDecided)) throw new Refusal('already-decided')
    await ctx.record([correction], correctionDecided, verdict)
    return {}
  },
})

export const operations = {
  draftFigures,
  publishFigure,
  publishAccount,
  readPublicPage,
  reportCorrection,
  listCorrections,
  decideCorrection,
}
