import { sql } from 'kysely'
import { loadExample } from '../../../examples/load.ts'
import { type Profession, professions } from '../casefile/access.ts'
import type { House } from '../casefile/house.ts'
import { runOperation } from '../casefile/operation.ts'
import { keepSequencing } from '../casefile/proof/ticking.ts'
import { makeAccount, makeSignInLink } from '../casefile/session.ts'
import { openHouse } from '../opening.ts'
import { type Folder, lockFolder, requireSpace, unlockFolder } from '../platform/folder.ts'
import { masterKeys } from '../platform/keys/find.ts'
import { startPostgres } from '../platform/postgres.ts'
import { StartProblem } from '../platform/refusal.ts'
import { buildServer } from '../server.ts'
import { backupLine } from './backup/list.ts'
import { buildScreens } from './build.ts'
import { exampleAccounts } from './example-accounts.ts'
import { describeFault, writesRequests } from './logging.ts'
import { findOperation } from './openapi.ts'
import { say } from './say.ts'
import { takeWork } from './work.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)
const tell = (line: string) => void process.stderr.write(`${line}\n`)
const writesJson = writesRequests(process.stderr.isTTY)
/** What goes wrong, in the form that requests are written down in. */
const log = (said: string) => tell(writesJson ? JSON.stringify({ at: new Date().toISOString(), said }) : said)

/** Opens the house: space, lock, screens, database, example, door, links; in this order, each with its own sentence. */
export async function start(folder: Folder): Promise<void> {
  requireSpace(folder)
  lockFolder(folder)
  try {
    await open(folder)
  } catch (cause) {
    unlockFolder(folder)
    if (cause instanceof StartProblem) throw cause
    throw new StartProblem(
      `Sandsage could not start: ${(cause as Error).message}. Nothing of it runs any more.`,
    )
  }
}

async function open(folder: Folder): Promise<void> {
  // A key that is damaged or away is told before anything is started.
  const masters = await masterKeys(folder)
  buildScreens(tell)
  const opened: (() => Promise<unknown>)[] = []
  // What was opened last is closed first; one that fails to close does not keep the others open.
  const close = async () => {
    for (const step of opened.splice(0).reverse()) await step().catch((cause) => log(describeFault(cause)))
  }
  try {
    const postgres = process.env.DATABASE_URL ? undefined : await startPostgres(folder, tell)
    opened.push(async () => postgres?.stop())
    const url = process.env.DATABASE_URL ?? postgres!.url
    const house = await openHouse(url, masters, { log })
    opened.push(house.close)
    opened.push(keepSequencing(house, log))
    const accounts = await exampleHouse(house)
    const requests = writesJson ? tell : undefined
    const server = await buildServer(house, log, { folder: folder.path, requests })
    opened.push(() => server.close())
    endInOrder(folder, close)
    house.address = await listen(server)
    lockFolder(folder, house.address)
    await takeWork(house)
    await greet(house, accounts)
  } catch (cause) {
    await close()
    throw cause
  }
}

async function listen(server: Awaited<ReturnType<typeof buildServer>>): Promise<string> {
  const port = Number(process.env.PORT ?? 4600)
  const host = process.env.HOST ?? '127.0.0.1'
  try {
    return await server.listen({ port, host })
  } catch (cause) {
    const { code } = cause as { code?: string }
    if (code === 'EADDRINUSE')
      throw new StartProblem(
        `Port ${port} is in use by another program. Choose another, for example: PORT=${port + 1} npm start`,
      )
    if (code === 'EACCES')
      throw new StartProblem(
        `Port ${port} may not be used by this user. Choose one above 1024, for example: PORT=4600 npm start`,
      )
    throw cause
  }
}

type Accounts = Record<Profession, string>

/** The example operation, whole or resumed: every step has its own key, so one that was done is not done again. */
async function exampleHouse(house: House): Promise<Accounts | undefined> {
  if (process.env.SANDSAGE_EXAMPLE === 'none') return undefined
  const { rows } = await sql<{ id: string; profession: Profession; done: boolean }>`
    select id, profession, exists(select 1 from marks where name = 'example') as done from accounts`.execute(
    house.owner,
  )
  const isOurs = await sql`select 1 from marks where name like 'example%'`.execute(house.owner)
  if (rows.length && isOurs.rows.length === 0) return undefined
  await sql`insert into marks (name) values ('example begun') on conflict do nothing`.execute(house.owner)
  const accounts = Object.fromEntries(rows.map((row) => [row.profession, row.id])) as Accounts
  for (const profession of professions)
    accounts[profession] ??= await makeAccount(house.owner, {
      ...exampleAccounts[profession],
      profession,
      wholeHouse: true,
    })
  if (rows.some((row) => row.done) || process.env.SANDSAGE_EXAMPLE === 'accounts') return accounts
  tell('Loading the example operation ...')
  await loadExample((asker) => async (station, verb, input, key) => {
    const actor =
      asker === 'anyone'
        ? null
        : { id: accounts[asker], name: '', profession: asker, language: 'kk' as const }
    const entry = findOperation(station, verb)
    if (!entry) throw new Error(`the example asks for ${station}.${verb}, which is not in the table`)
    return runOperation(
      house,
      { actor, language: 'kk', device: 'example' },
      `${station}.${verb}`,
      entry.operation,
      input,
      key,
    )
  })
  await sql`insert into marks (name) values ('example')`.execute(house.owner)
  return accounts
}

async function greet(house: House, accounts: Accounts | undefined): Promise<void> {
  print(`Sandsage is open at ${house.address}`)
  print(await backupLine(house))
  if (!accounts) {
    const { rows } = await sql`select 1 from accounts limit 1`.execute(house.owner)
    if (!rows.length) print('Nobody can sign in yet. In another window: npx sandsage accounts begin NAME')
    return
  }
  print('Sign in once with one of these links (the example operation, invented people):')
  for (const profession of professions) {
    const label = say('en', `profession.${profession}`)
    print(`  ${label.padEnd(16)} ${await makeSignInLink(house, accounts[profession])}`)
  }
  print('Ctrl+C closes it and its database.')
}

/** The first signal closes in order; a second one is obeyed at once. */
function endInOrder(folder: Folder, close: () => Promise<void>): void {
  let closing = false
  const end = async () => {
    if (closing) process.exit(1)
    closing = true
    await close()
    unlockFolder(folder)
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
}
