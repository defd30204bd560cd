import { randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { ANYONE, professions } from '../../casefile/access.ts'
import type { Context } from '../../casefile/context.ts'
import { operation } from '../../casefile/operation.ts'
import { birthProblem } from '../../casefile/rules.ts'
import type { CasefileTables } from '../../casefile/store.ts'
import { wordsOf } from '../../design/languages/messages.ts'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import { newSecret, sha256 } from '../../platform/sealing.ts'
import { birthOfAge } from '../birth.ts'
import { Requester, requested, Sought, Stage } from '../model.ts'
import { parseRequestNumber, parseSecret, toRequestNumber, toWrittenSecret } from '../number.ts'
import { USUAL_PACE } from '../queue/model.ts'
import {
  added,
  Identification,
  identified,
  MOST_NOTES,
  MOST_UNREAD,
  reachProblem,
} from '../requester/model.ts'
import type { PaceRow, RequestRow } from '../store.ts'
import { words } from '../words.ts'
import { takeUp, tracers } from './requests.ts'

/** On the form either a year of birth or an age may be given, or neither. */
const SoughtOnForm = Sought.omit({ birth: true }).extend({
  year: z.number().int().min(1900).max(2100).optional(),
  age: z.number().int().min(0).max(130).optional(),
})
type SoughtOnForm = z.output<typeof SoughtOnForm>

function toSought({ year, age, ...rest }: SoughtOnForm, now: Date, at: number): Sought {
  const birth = year
    ? { earliest: year, latest: year }
    : age === undefined
      ? {}
      : birthOfAge({ from: 12 * age, before: 12 * age + 12 }, now)
  const code = birthProblem(birth, now, rest.kind !== 'relative')
  if (code) throw new Invalid([{ field: `sought.${at}.${year ? 'year' : 'age'}`, code }])
  if (rest.lastSeen && rest.lastSeen > now.toISOString().slice(0, 10))
    throw new Invalid([{ field: `sought.${at}.lastSeen`, code: 'seen-in-future' }])
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

const Asking = z.object({
  operation: z.uuid(),
  requester: Requester.omit({ channel: true, through: true, inCustody: true }).partial({ language: true }),
  sought: z.array(SoughtOnForm).min(1).max(12),
})
type Asked = {
  operation: string
  requester: Partial<Pick<Requester, 'language'>> & Omit<Requester, 'language'>
  sought: SoughtOnForm[]
}

async function writeRequest(ctx: Context, { operation, requester, sought }: Asked) {
  const people = sought.map((one, at) => toSought(one, ctx.now, at))
  const number = await freeNumber(ctx)
  const secret = newSecret()
  const relative = await ctx.createFile('relative', operation)
  const language = requester.language ?? ctx.language
  await ctx.record([relative], requested, {
    ...{ number, secretHash: sha256(secret), operation, sought: people },
    requester: { ...requester, language },
  })
  return { relative, number, secret: toWrittenSecret(secret), language }
}

export const requestTracing = operation({
  summary: 'Ask for people, without an account; answers a number and a secret that is shown this once',
  may: [ANYONE, ...tracers],
  input: Asking,
  output: z.object({ number: z.string(), secret: z.string() }),
  async run(ctx, input) {
    const row = await ctx.db
      .withTables<CasefileTables>()
      .selectFrom('operations')
      .select('takes_requests')
      .where('id', '=', input.operation)
      .executeTakeFirst()
    if (!row?.takes_requests) throw new Refusal('takes-no-requests')
    return writeRequest(ctx, input)
  },
})

export const writeDownRequest = operation({
  summary:
    'Write down what a visitor, a caller or a letter asks; the request is taken up at once, the receipt is for them',
  may: tracers,
  input: Asking.extend({
    requester: Requester.partial({ language: true }),
    identified: Identification.optional(),
  }),
  output: z.object({ request: z.uuid(), number: z.string(), secret: z.string(), language: z.string() }),
  async run(ctx, { identified: known, ...input }) {
    await ctx.file(input.operation)
    const problem = reachProblem(input.requester)
    if (problem) throw new Invalid([{ ...problem, field: `requester.${problem.field}` }])
    const { relative, ...receipt } = await writeRequest(ctx, input)
    if (known) await ctx.record([relative], identified, known)
    await takeUp(ctx, await ctx.file(relative))
    return { request: relative, ...receipt }
  },
})

const Held = z.object({ number: z.string().min(1).max(40), secret: z.string().min(1).max(60) })
/** Stands in for the hash of a number that nobody has, so that both ways cost the same comparison. */
const NOBODY = '0'.repeat(64)
type HeldRow = Pick<RequestRow, 'relative' | 'stage' | 'secret_hash' | 'notes' | 'unread'> & {
  days: PaceRow['days'] | null
}

/** The request whose number and secret somebody holds; the same no for an unknown number and a wrong secret. */
async function heldRequest(ctx: Context, { number, secret }: z.output<typeof Held>): Promise<HeldRow> {
  const issued = parseRequestNumber(number)
  if (!issued) throw new Invalid([{ field: 'number', code: 'number-mistyped' }])
  const { rows } = await ctx.asProjector((db) =>
    sql<HeldRow>`select relative, stage, secret_hash, notes, unread, days from tracing_requests
      left join tracing_pace using (operation) where number = ${issued}`.execute(db),
  )
  const [row] = rows
  const given = Buffer.from(sha256(parseSecret(secret)), 'hex')
  const isHeld = timingSafeEqual(given, Buffer.from(row?.secret_hash ?? NOBODY, 'hex'))
  if (!isHeld || !row) throw new Refusal('number-or-secret-wrong', {}, 404)
  return row
}

/** How long a stage usually takes goes by the days the desk has set itself; a search has none. */
const paceOfStage = { received: 'read', contact: 'speak', proving: 'dna' } as const

export const seeStage = operation({
  summary: 'Where a request stands and what comes next, for the one who holds its number and secret',
  may: [ANYONE, ...professions],
  holds: 'number',
  input: Held,
  output: z.object({ stage: Stage, sentence: z.string(), next: z.string(), usually: z.string() }),
  async run(ctx, input) {
    const { stage, days } = await heldRequest(ctx, input)
    const say = wordsOf(words, ctx.language)
    const work = paceOfStage[stage as keyof typeof paceOfStage]
    const n = work ? (days?.[work] ?? USUAL_PACE[work]) : 0
    return {
      ...{ stage, sentence: say(`tracing.stage.${stage}`), next: say(`tracing.next.${stage}`) },
      usually: say(`tracing.usually.${stage}`, { n }),
    }
  },
})

export const addToRequest = operation({
  summary: 'Add what the requester has learned since, by number and secret, without an account',
  may: [ANYONE, ...professions],
  holds: 'number',
  input: Held.extend({
    note: z.string().trim().min(1, { error: 'missing' }).max(1000, { error: 'note-too-long' }),
  }),
  output: z.object({ left: z.number().int() }),
  async run(ctx, { note, ...held }) {
    const { relative } = await heldRequest(ctx, held)
    await ctx.receive(relative, added, { note })
    // Counted after the file was locked by writing: two notes at once are counted one after the other.
    const row = await heldRequest(ctx, held)
    if (row.notes > MOST_NOTES) throw new Refusal('notes-full')
    if (row.unread > MOST_UNREAD) throw new Refusal('notes-unread', { n: MOST_UNREAD })
    return { left: Math.min(MOST_UNREAD - row.unread, MOST_NOTES - row.notes) }
  },
})
