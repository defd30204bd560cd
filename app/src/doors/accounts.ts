import { createInterface } from 'node:readline/promises'
import { sql } from 'kysely'
import { atDesk, type Clerk } from '../casefile/accounts/desk.ts'
import { Invitation, invited, type RequestKind } from '../casefile/accounts/model.ts'
import { answerAs } from '../casefile/accounts/operations/requests.ts'
import { fieldProblems } from '../casefile/operation.ts'
import { makeLink } from '../casefile/session.ts'
import { type OpenHouse, openHouse } from '../opening.ts'
import { type Folder, runningServer } from '../platform/folder.ts'
import { newId } from '../platform/identity.ts'
import { masterKeys } from '../platform/keys/find.ts'
import { Invalid, StartProblem } from '../platform/refusal.ts'
import { systemLanguage } from './command.ts'
import { withDatabase } from './maintenance.ts'

/** Whoever sits at the machine holds the master key and the database: they stand in where nobody else can. */
const onMachine: Clerk = { by: null, device: 'machine' }
const print = (line: string) => void process.stdout.write(`${line}\n`)

const withHouse = <T>(folder: Folder, work: (house: OpenHouse) => Promise<T>): Promise<T> =>
  withDatabase(folder, async (url) => {
    const address =
      process.env.SANDSAGE_ORIGIN ??
      runningServer(folder)?.address ??
      `http://127.0.0.1:${process.env.PORT ?? 4600}`
    const house = await openHouse(url, await masterKeys(folder), { address })
    return work(house).finally(() => house.close())
  })

/** `sandsage accounts begin NAME`: the first administrator of a house that has none. */
const beginAccounts = (folder: Folder, words: string[]): Promise<void> =>
  withHouse(folder, async (house) => {
    const name = words.join(' ') || (await askFor('Name of the first administrator: '))
    const invitation = Invitation.safeParse(
      { name, profession: 'administrator', language: systemLanguage(), contact: 'at the machine' },
      { reportInput: true },
    )
    if (!invitation.success) throw new Invalid(fieldProblems(invitation.error))
    const link = await atDesk(house, onMachine, async (desk) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`.execute(desk.db)
      // One who was invited and never came is no administrator yet: a lost link must not close the house for good.
      const { rows } = await sql`select 1 from accounts a where profession = 'administrator' and ended is null
        and (exists (select 1 from sessions s where s.actor = a.id)
          or exists (select 1 from sign_in_links l where l.actor = a.id and l.ended is null and l.expires > now()))`.execute(
        desk.db,
      )
      if (rows.length)
        throw new StartProblem(
          'This house has an administrator already, and invitations are theirs to give. If none of them can come in, ask for a recovery: sandsage accounts recover NAME',
        )
      const id = newId()
      await sql`insert into accounts (id, name, profession, language) values (${id}, ${invitation.data.name}, 'administrator', ${invitation.data.language})`.execute(
        desk.db,
      )
      await desk.record(id, invited, invitation.data)
      return makeLink(desk, house.address, id, 'settingUp')
    })
    print(`${invitation.data.name} is the first administrator. This link works once, within 24 hours:`)
    print(`  ${link}`)
    if (!runningServer(folder) && !process.env.SANDSAGE_ORIGIN) print('Start the house first: npm start')
  })

type Waiting = {
  id: string
  account: string
  name: string
  profession: string
  what: RequestKind
  by: string | null
}

/** `sandsage accounts approve [NUMBER]`: stands in for a second administrator where there is none. */
const approveRequest = (folder: Folder, [number]: string[]): Promise<void> =>
  withHouse(folder, async (house) => {
    const { rows } = await sql<Waiting>`select r.id, r.account, a.name, a.profession, r.what, b.name as by
      from account_requests r join accounts a on a.id = r.account left join accounts b on b.id = r.asked_by
      where r.answered_at is null order by r.asked_at`.execute(house.owner)
    if (!rows.length) return print('Nothing waits for a decision.')
    const chosen = rows[Number(number) - 1]
    if (!chosen) {
      rows.forEach((one, at) => {
        const what = one.what === 'recovery' ? 'recovery' : 'work on the whole house'
        print(`  ${at + 1}. ${what} for ${one.name} (${one.profession}), asked by ${one.by ?? 'the machine'}`)
      })
      return print('Approve one: sandsage accounts approve NUMBER')
    }
    const { link } = await atDesk(house, onMachine, (desk) => answerAs(desk, house.address, chosen.id, true))
    print(`Approved for ${chosen.name}.`)
    if (link)
      print(`  This link works once, within 24 hours, and takes the old ways to sign in away: ${link}`)
  })

/** `sandsage accounts recover NAME`: an administrator who lost every way, where no other one can help. */
const recoverAdministrator = (folder: Folder, words: string[]): Promise<void> =>
  withHouse(folder, async (house) => {
    const name = words.join(' ')
    const { rows } = await sql<{ id: string; name: string }>`select id, name from accounts
      where profession = 'administrator' and ended is null order by name, id`.execute(house.owner)
    const found = rows.filter((one) => one.name === name || one.id === name)
    if (found.length !== 1) {
      for (const one of rows) print(`  ${one.name}  ${one.id}`)
      throw new StartProblem('Give the name or the id of one administrator: sandsage accounts recover NAME')
    }
    const link = await atDesk(house, onMachine, (desk) =>
      makeLink(desk, house.address, found[0]!.id, 'recovery'),
    )
    print(`This link works once, within 24 hours, and takes the old ways to sign in away:`)
    print(`  ${link}`)
  })

/** What only whoever sits at the machine does; everything else about accounts is an operation. */
export const accountsCommands: Record<string, (folder: Folder, words: string[]) => Promise<void>> = {
  begin: beginAccounts,
  approve: approveRequest,
  recover: recoverAdministrator,
}

async function askFor(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await lines.question(question)).trim()
  } finally {
    lines.close()
  }
}
