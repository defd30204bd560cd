import { sql } from 'kysely'
import { z } from 'zod'
import { asActor, type Database } from '../platform/database.ts'
import { newId } from '../platform/identity.ts'
import { Refusal } from '../platform/refusal.ts'
import { newSecret, sha256 } from '../platform/sealing.ts'
import { ANYONE, houseRoles, type Profession, professions } from './access.ts'
import type { Actor, House, Language } from './house.ts'
import { operation } from './operation.ts'

const LINK_HOURS = 24
const SESSION_HOURS = 12

type AccountRow = { id: string; name: string; profession: Profession; language: Language }

const atDoor = <T>(db: Database, work: Parameters<typeof asActor<T>>[3]) =>
  asActor(db, houseRoles.doorkeeper, '', work)

/** A fresh one-time link for an account; the ones it had and did not use end with this. */
export async function makeSignInLink(house: House, account: string): Promise<string> {
  const token = newSecret(32)
  await atDoor(house.db, async (tx) => {
    await sql`update sign_in_links set ended = now() where actor = ${account} and ended is null`.execute(tx)
    await sql`insert into sign_in_links (hash, actor, expires) values (${sha256(token)}, ${account}, now() + make_interval(hours => ${LINK_HOURS}))`.execute(
      tx,
    )
  })
  return `${house.address}/sign-in#${token}`
}

/** Exchanges a link's token for a session's. A link works once; used, ended and unknown ones are told apart for its holder only. */
export async function beginSession(
  house: Pick<House, 'db'>,
  linkToken: string,
): Promise<{ token: string; actor: Actor }> {
  const hash = sha256(linkToken)
  return atDoor(house.db, async (tx) => {
    const { rows } = await sql<{ actor: string }>`update sign_in_links set ended = now()
      where hash = ${hash} and ended is null and expires > now() returning actor`.execute(tx)
    if (!rows[0]) {
      const known = await sql<{
        late: boolean
      }>`select expires <= now() as late from sign_in_links where hash = ${hash}`.execute(tx)
      throw new Refusal(
        known.rows[0] ? (known.rows[0].late ? 'link-expired' : 'link-used') : 'link-unknown',
        {},
        403,
      )
    }
    const token = newSecret(40)
    await sql`insert into sessions (hash, actor, expires) values (${sha256(token)}, ${rows[0].actor}, now() + make_interval(hours => ${SESSION_HOURS}))`.execute(
      tx,
    )
    const account =
      await sql<AccountRow>`select id, name, profession, language from accounts where id = ${rows[0].actor}`.execute(
        tx,
      )
    return { token, actor: account.rows[0]! }
  })
}

/** Whose session this is; undefined for an unknown, ended or expired one. */
export async function findActor(house: Pick<House, 'db'>, token: string): Promise<Actor | undefined> {
  return atDoor(house.db, async (tx) => {
    const { rows } =
      await sql<AccountRow>`select a.id, a.name, a.profession, a.language from sessions s join accounts a on a.id = s.actor
      where s.hash = ${sha256(token)} and s.ended is null and s.expires > now()`.execute(tx)
    return rows[0]
  })
}

export const endSession = (house: Pick<House, 'db'>, token: string) =>
  atDoor(house.db, (tx) => sql`update sessions set ended = now() where hash = ${sha256(token)}`.execute(tx))

/** Accounts are made by the one who runs the house, from the machine it runs on. */
export async function makeAccount(
  owner: Database,
  account: Omit<AccountRow, 'id'> & { wholeHouse?: boolean },
): Promise<string> {
  const id = newId()
  const { name, profession, language } = account
  await owner.transaction().execute(async (tx) => {
    await sql`insert into accounts (id, name, profession, language) values (${id}, ${name}, ${profession}, ${language})`.execute(
      tx,
    )
    if (account.wholeHouse)
      await sql`insert into assignments (id, actor, scope) values (${newId()}, ${id}, 'house')`.execute(tx)
  })
  return id
}

export const Who = z.object({
  id: z.uuid(),
  name: z.string(),
  profession: z.string(),
  language: z.enum(['kk', 'ru', 'en', 'ar']),
})

export const who = operation({
  summary: 'Who am I signed in as; nobody when not signed in',
  may: [ANYONE, ...professions],
  input: z.object({}),
  output: z.object({ actor: Who.nullable() }),
  reads: true,
  run: async (ctx) => ({ actor: ctx.actor }),
})

export const colleagues = operation({
  summary: 'The people who work here and their professions, to assign and to name',
  may: ['coordinator', 'lead'],
  input: z.object({}),
  output: z.object({ accounts: z.array(Who) }),
  reads: true,
  async run(ctx) {
    const { rows } = await sql<
      z.infer<typeof Who>
    >`select id, name, profession, language from accounts order by name, id`.execute(ctx.db)
    return { accounts: rows }
  },
})

export const operations = { who, colleagues }
