import { sql } from 'kysely'
import type { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'
import type { Profession } from './access.ts'
import type { Context } from './context.ts'
import type { Actor, House } from './house.ts'
import { type Operation, runOperation } from './operation.ts'

/** Work handed out is done in somebody's name; whoever has left, or does other work now, has none done any more. */
async function requireAtWork({ db, actor }: Context): Promise<void> {
  const { rows } = await sql`select 1 from accounts
    where id = ${actor!.id} and profession = ${actor!.profession} and ended is null`.execute(db)
  if (!rows.length) throw new Refusal('not-allowed', {}, 403)
}

/**
 * Asks as the one who handed work out, so that the wall is theirs: what they may no longer see is refused (404), and
 * everything (403) once their account ended or changed its profession.
 */
export function workingFor(house: House, id: string, profession: Profession, name: string) {
  const actor: Actor = { id, name: '', profession, language: 'en' }
  const caller = { actor, language: actor.language, device: 'worker' }
  return <I extends z.ZodType, O extends z.ZodType>(op: Operation<I, O>, input: z.input<I>) => {
    const run = async (ctx: Context, read: z.output<I>) => {
      await requireAtWork(ctx)
      return op.run(ctx, read)
    }
    return runOperation(house, caller, name, { ...op, run } as never, input) as Promise<z.output<O>>
  }
}
