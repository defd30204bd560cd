import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Asker, Profession } from '../app/src/casefile/access.ts'
import { professions } from '../app/src/casefile/access.ts'
import type { Wire } from '../app/src/casefile/asking.ts'
import { beginSession, makeAccount, makeSignInLink } from '../app/src/casefile/session.ts'
import { client } from '../app/src/client.ts'
import { openHouse } from '../app/src/opening.ts'
import type { MasterKeys } from '../app/src/platform/keys/master-keys.ts'
import { buildServer } from '../app/src/server.ts'

/** A fixed master key: the houses of one run share a PostgreSQL, and so the password of its application role. */
export const MASTER = Buffer.alloc(32, 7)

export type TestHouse = Awaited<ReturnType<typeof openTestHouse>>

/** An empty database of its own on the run's PostgreSQL; its address. */
export async function newDatabase(): Promise<string> {
  const url = new URL(inject('postgres'))
  const name = `story_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  url.pathname = `/${name}`
  return url.href
}

/**
 * A whole house on a database of its own, reached through its real HTTP door. Each profession has one account
 * that works on the whole house; `as('lawyer')` asks in its name, `as('anyone')` without one.
 */
export async function openTestHouse(
  options: { now?: () => Date; language?: string; masters?: MasterKeys } = {},
) {
  const url = await newDatabase()
  const house = await openHouse(url, options.masters ?? MASTER, { now: options.now })
  const faults: string[] = []
  const server = await buildServer(house, (line) => faults.push(line))
  const base = await server.listen({ port: 0, host: '127.0.0.1' })
  const accounts = {} as Record<Profession, string>
  const tokens = {} as Record<Profession, string>
  for (const profession of professions) {
    const account = await makeAccount(house.owner, {
      name: `The ${profession}`,
      profession,
      language: 'en',
      wholeHouse: true,
    })
    accounts[profession] = account
    tokens[profession] = await signIn(account)
  }
  async function signIn(account: string): Promise<string> {
    const link = await makeSignInLink(house, account)
    return (await beginSession(house, link.split('#')[1]!)).token
  }
  const wire = (token?: string): Wire => ({
    base,
    language: options.language ?? 'en',
    token,
    unreachable: 'unreachable',
  })
  return {
    url,
    house,
    base,
    accounts,
    tokens,
    /** What the door logged as ours or the world's fault; a story that expects none looks here. */
    faults,
    signIn,
    as: (asker: Asker) => client(wire(asker === 'anyone' ? undefined : tokens[asker])),
    withToken: (token: string) => client(wire(token)),
    async close() {
      await server.close()
      await house.close()
    },
  }
}
