import { sql } from 'kysely'
import { z } from 'zod'
import { asActor, type Tx } from '../platform/database.ts'
import { type FieldProblem, Invalid, Refusal } from '../platform/refusal.ts'
import { keyFor, seal, unseal } from '../platform/sealing.ts'
import { type Asker, houseRoles, roleOf } from './access.ts'
import { type Context, openContext } from './context.ts'
import { askerOf, type Caller, type House } from './house.ts'
import { asRole } from './keys.ts'
import type { CourseName } from './training/model.ts'
import { requireTraining } from './training/requiring.ts'

/**
 * Everything that can be asked of the house is defined once, here: the HTTP route, its OpenAPI entry, the
 * command and the typed client are derived from it.
 */
export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  summary: string
  may: readonly Asker[]
  input: I
  output: O
  /** Records nothing but, at most, that a file was opened; a screen may ask it again at any time. */
  reads?: boolean
  /** Asks the caller to have proved who they are within the last five minutes (decision 0060). */
  fresh?: boolean
  /** The field with the number whose secret the asker holds: wrong tries are counted at the door and waited for. */
  holds?: string
  /** May be asked by somebody invited who has no way to sign in yet; everything else waits until they do. */
  settingUp?: boolean
  /** Courses the caller must have a current one of, where the house requires them (decision 0067). */
  needs?: readonly CourseName[]
  run(ctx: Context, input: z.output<I>): Promise<z.input<O>>
}

export const operation = <I extends z.ZodType, O extends z.ZodType>(
  definition: Operation<I, O>,
): Operation<I, O> => definition

/** A file sent with an operation. 24 MB once decoded: a door refuses more before it is read. */
export const SentFile = z
  .object({ name: z.string().min(1).max(300), base64: z.base64() })
  .meta({ description: 'A file: its name and its bytes in base64', sentFile: true })
export type SentFile = z.infer<typeof SentFile>
export const MOST_BYTES = 24 * 1024 * 1024

export const bytesOf = (file: SentFile): Buffer => Buffer.from(file.base64, 'base64')
export const toSentFile = (name: string, content: Buffer | string): SentFile => ({
  name,
  base64: Buffer.from(content).toString('base64'),
})

/** Zod's issues as field and code; a schema may name its own code with `{ error: 'some-code' }`. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => {
    const named = /^[a-z][a-z-]*$/.test(issue.message) ? issue.message : undefined
    const missing = issue.code === 'invalid_type' && issue.input === undefined
    return {
      field: issue.path.join('.'),
      code: named ?? (missing ? 'missing' : issue.code.replaceAll('_', '-')),
    }
  })
}

/**
 * Where the input holds a text that no store keeps: half of a surrogate pair, or a zero byte (PostgreSQL's text and
 * jsonb take neither). Walked without recursion, because whoever sends it chooses how deep it is.
 */
function findBrokenText(raw: unknown): string | undefined {
  const left: [value: unknown, path: string][] = [[raw, '']]
  for (let next = left.pop(); next; next = left.pop()) {
    const [value, path] = next
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\u0000'))) return path
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      if (!key.isWellFormed() || key.includes('\u0000')) return path
      left.push([inner, path ? `${path}.${key}` : key])
    }
  }
  return undefined
}

function parseInput<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  const broken = findBrokenText(raw)
  if (broken !== undefined) throw new Invalid([{ field: broken, code: 'invalid-format' }])
  const parsed = schema.safeParse(raw ?? {}, { reportInput: true })
  if (!parsed.success) throw new Invalid(fieldProblems(parsed.error))
  return parsed.data
}

/** Runs one operation as its caller: the right first, then the input, then one transaction behind the wall. */
export async function runOperation(
  house: House,
  caller: Caller,
  name: string,
  op: Operation,
  raw: unknown,
  key?: string,
): Promise<unknown> {
  const asker = askerOf(caller)
  if (!op.may.includes(asker))
    throw new Refusal(asker === 'anyone' ? 'sign-in-first' : 'not-allowed', {}, 403)
  if (caller.session?.settingUp && !op.settingUp) throw new Refusal('set-up-first', {}, 403)
  if (op.fresh && !caller.session?.fresh) throw new Refusal('prove-again', {}, 403)
  const input = parseInput(op.input, raw)
  let remember = () => {}
  let opened: ReadonlySet<string> = new Set()
  const answer = await asActor(house.db, roleOf(asker), caller.actor?.id ?? '', async (tx) => {
    if (op.needs) await requireTraining(tx, op.needs, house.now())
    const work = async () => {
      const ctx = openContext(house, caller, tx, !op.reads)
      opened = ctx.opened
      const answered = op.output.parse(await op.run(ctx, input))
      remember = await ctx.close(name)
      return answered
    }
    return key && !op.reads ? once(house, tx, caller, name, key, work) : work()
  }).catch(async (cause) => {
    if (cause instanceof Refusal && caller.actor) await recordRefused(house, caller, name, opened)
    throw cause
  })
  remember()
  return answer
}

/**
 * A no tells something too of what was opened to say it, and nothing of its transaction is kept: so the opening is
 * recorded in one of its own. Files that were made in it are not there.
 */
async function recordRefused(
  house: House,
  caller: Caller,
  name: string,
  opened: ReadonlySet<string>,
): Promise<void> {
  if (!opened.size) return
  const remember = await asActor(house.db, roleOf(askerOf(caller)), caller.actor!.id, async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from files where id = any(${[...opened]}::uuid[])`.execute(tx)
    return openContext(house, caller, tx, false).close(name, new Set(rows.map((row) => row.id)))
  })
  remember()
}

/** Whoever lost an answer asks again at once; what was told is no store that may be asked for later, by whoever has the key. */
export const ANSWERS_KEPT_MINUTES = 10

/** The same key twice: the second call waits for the first and is told what it was told, and does nothing. */
async function once(
  house: House,
  tx: Tx,
  caller: Caller,
  name: string,
  key: string,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const actor = caller.actor?.id ?? 'anyone'
  const sealing = keyFor(house.master, 'seal answers')
  const context = `${actor} ${key}`
  const asKeeper = <T>(step: () => Promise<T>) => asRole(tx, houseRoles.keeper, roleOf(askerOf(caller)), step)
  const before = await asKeeper(async () => {
    const added =
      await sql`insert into calls (actor, key, operation) values (${actor}, ${key}, ${name}) on conflict do nothing`.execute(
        tx,
      )
    if (added.numAffectedRows) return undefined
    const { rows } = await sql<{ answer: Buffer | null; operation: string; late: boolean }>`
      select answer, operation, at < now() - make_interval(mins => ${ANSWERS_KEPT_MINUTES}) as late
      from calls where actor = ${actor} and key = ${key}`.execute(tx)
    return rows[0]
  })
  if (before && before.operation !== name) throw new Refusal('key-used-otherwise')
  // On the machine itself the example is loaded: cut off, it goes on where it stopped, whenever that was.
  const isFromAfar = caller.address !== undefined
  if (before && (!before.answer || (before.late && isFromAfar))) throw new Refusal('key-used-before')
  if (before?.answer) return JSON.parse(unseal(sealing, before.answer, context).toString())
  const answer = await work()
  const sealed = seal(sealing, JSON.stringify(answer ?? null), context)
  await asKeeper(() =>
    sql`update calls set answer = ${sealed} where actor = ${actor} and key = ${key}`.execute(tx),
  )
  return answer
}
