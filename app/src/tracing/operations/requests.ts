import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { ANYONE, professions } from '../../casefile/access.ts'
import type { Context } from '../../casefile/context.ts'
import { type CaseFile, lastOf } from '../../casefile/event.ts'
import type { Language, Names } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames, describe } from '../../casefile/operations.ts'
import { birthProblem, requireFresh } from '../../casefile/rules.ts'
import type { CasefileTables } from '../../casefile/store.ts'
import { wordsOf } from '../../design/languages/messages.ts'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import { newSecret, sha256 } from '../../platform/sealing.ts'
import { birthOfAge } from '../birth.ts'
import {
  accepted,
  Closing,
  closed,
  Requester,
  requested,
  requestOf,
  Sought,
  Stage,
  stageOf,
  versionOf,
} from '../model.ts'
import { parseRequestNumber, parseSecret, toRequestNumber, toWrittenSecret } from '../number.ts'
import type { TracingTables } from '../store.ts'
import { writtenIn } from '../text.ts'
import { words } from '../words.ts'

export const tracers = ['coordinator', 'consul'] as const

/** On the form either a year of birth or an age may be given, or neither. */
const SoughtOnForm = Sought.omit({ birth: true }).extend({
  year: z.number().int().min(1900).max(2100).optional(),
  age: z.number().int().min(0).max(130).optional(),
})

function toSought({ year, age, ...rest }: z.output<typeof SoughtOnForm>, now: Date, at: number): Sought {
  const birth = year
    ? { earliest: year, latest: year }
    : age === undefined
      ? {}
      : birthOfAge({ from: 12 * age, before: 12 * age + 12 }, now)
  const code = birthProblem(birth, now, true)
  if (code) throw new Invalid([{ field: `sought.${at}.${year ? 'year' : 'age'}`, code }])
  return { ...rest, birth }
}

/** A number nobody has yet. Asked as the projector: the asker may read no request at all. */
async function freeNumber(ctx: Context): Promise<string> {
  const number = toRequestNumber(randomInt(10_000_000))
  const { rows } = await ctx.asProjector((db) =>
    sql`select 1 from tracing_requests where number = ${number}`.execute(db),
  )
  return rows.length ? freeNumber(ctx) : number
}

export const requestTracing = operation({
  summary: 'Ask for children, without an account; answers a number and a secret that is shown this once',
  may: [ANYONE, ...tracers],
  input: z.object({
    operation: z.uuid(),
    requester: Requester.partial({ language: true }),
    sought: z.array(SoughtOnForm).min(1).max(12),
  }),
  output: z.object({ number: z.string(), secret: z.string() }),
  async run(ctx, { operation, requester, sought }) {
    const row = await ctx.db
      .withTables<CasefileTables>()
      .selectFrom('operations')
      .select('takes_requests')
      .where('id', '=', operation)
      .executeTakeFirst()
    if (!row?.takes_requests) throw new Refusal('takes-no-requests')
    const children = sought.map((one, at) => toSought(one, ctx.now, at))
    const number = await freeNumber(ctx)
    const secret = newSecret()
    const relative = await ctx.createFile('relative', operation)
    await ctx.record([relative], requested, {
      ...{ number, secretHash: sha256(secret), operation, sought: children },
      requester: { ...requester, language: requester.language ?? ctx.language },
    })
    return { number, secret: toWrittenSecret(secret) }
  },
})

export const seeStage = operation({
  summary: 'Where a request stands and what comes next, for the one who holds its number and secret',
  may: [ANYONE, ...professions],
  input: z.object({ number: z.string().min(1).max(40), secret: z.string().min(1).max(60) }),
  output: z.object({ stage: Stage, sentence: z.string(), next: z.string() }),
  async run(ctx, { number, secret }) {
    const issued = parseRequestNumber(number)
    if (!issued) throw new Invalid([{ field: 'number', code: 'number-mistyped' }])
    const hash = sha256(parseSecret(secret))
    const { rows } = await ctx.asProjector((db) =>
      sql<{
        stage: Stage
      }>`select stage from tracing_requests where number = ${issued} and secret_hash = ${hash}`.execute(db),
    )
    const stage = rows[0]?.stage
    if (!stage) throw new Refusal('number-or-secret-wrong', {}, 404)
    const say = wordsOf(words, ctx.language)
    return { stage, sentence: say(`tracing.stage.${stage}`), next: say(`tracing.next.${stage}`) }
  },
})

const DAY = 86_400_000

export const ListedRequest = z.object({
  id: z.uuid(),
  number: z.string(),
  stage: Stage,
  askedAt: z.string(),
  waitingDays: z.number().int(),
  requester: Requester,
  sought: z.array(Sought),
  version: z.number(),
})

/** The requests of an operation as files, oldest first. */
export async function requestFiles(ctx: Context, operation: string): Promise<CaseFile[]> {
  const rows = await ctx.db
    .withTables<TracingTables>()
    .selectFrom('tracing_requests')
    .select('relative')
    .where('operation', '=', operation)
    .orderBy('asked_at')
    .orderBy('relative')
    .execute()
  const files = await ctx.files(rows.map((row) => row.relative))
  return files.filter((file) => requestOf(file))
}

export const listRequests = operation({
  summary: 'The tracing requests of an operation: who asks for whom, where each stands, how long it waits',
  may: tracers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({ requests: z.array(ListedRequest) }),
  reads: true,
  async run(ctx, input) {
    const requests = (await requestFiles(ctx, input.operation)).map((file) => {
      const { number, requester, sought } = requestOf(file)!
      const askedAt = lastOf(file, requested)!.recordedAt
      const waitingDays = Math.max(0, Math.floor((ctx.now.getTime() - Date.parse(askedAt)) / DAY))
      return {
        id: file.id,
        number,
        stage: stageOf(file),
        askedAt,
        waitingDays,
        requester,
        sought,
        version: versionOf(file),
      }
    })
    return { requests }
  },
})

/** A name under the language it is written in; Cyrillic without Kazakh letters goes by the requester's language. */
export const namesOf = (text: string, language: Language): Names => ({
  [writtenIn(text, language === 'kk' ? 'kk' : 'ru')]: text,
})

const OneRequest = z.object({ request: z.uuid(), seen: z.number().int().optional() })

export const acceptRequest = operation({
  summary: 'Take up a request that was read: the requester becomes a relative, candidates are looked for',
  may: tracers,
  input: OneRequest,
  output: z.object({}),
  async run(ctx, { request, seen }) {
    const file = await ctx.file(request)
    const asked = requestOf(file)
    if (!asked) throw new Refusal('not-a-request')
    const before = lastOf(file, accepted)
    if (before && stageOf(file) !== 'closed')
      throw new Refusal('already-accepted', { who: await nameOf(ctx, before.by) })
    requireFresh({ ...file, version: versionOf(file) }, seen)
    const { name, language, place } = asked.requester
    await describe(
      ctx,
      { id: file.id, kind: 'relative', operation: asked.operation },
      { names: namesOf(name, language), sex: 'unknown', birth: {}, place },
    )
    await ctx.record([file.id], accepted, {})
    return {}
  },
})

export const closeRequest = operation({
  summary: 'Close a request: it is none, it was asked twice, or the requester asked to stop',
  may: tracers,
  input: OneRequest.extend(Closing.shape),
  output: z.object({}),
  async run(ctx, { request, seen, ...closing }) {
    const file = await ctx.file(request)
    if (!requestOf(file)) throw new Refusal('not-a-request')
    if (stageOf(file) === 'closed')
      throw new Refusal('already-closed', { who: await nameOf(ctx, lastOf(file, closed)!.by) })
    requireFresh({ ...file, version: versionOf(file) }, seen)
    await ctx.record([file.id], closed, closing)
    return {}
  },
})

export const nameOf = async (ctx: Context, by: string | null): Promise<string> =>
  (by && (await accountNames(ctx)).get(by)) || '—'
