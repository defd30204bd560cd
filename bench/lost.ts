import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { ask, type Table, type Wire } from '../app/src/casefile/asking.ts'
import {
  countUpTo,
  differingTables,
  filedWrongly,
  fileOfRequest,
  judge,
  nothingSeen,
  openOwner,
  outOfOrder,
  readOn,
  type Seen,
  type Verdict,
} from './lost/check.ts'
import { askAgain, type Client, newClient, type Shared, writeOn } from './lost/clients.ts'
import {
  addressOf,
  type Kind,
  kill,
  killServer,
  kinds,
  type Server,
  spawnServer,
  stopInOrder,
  verifyLog,
} from './lost/server.ts'

/**
 * Kills the house in the middle of writes, again and again, and looks whether anything was lost.
 *
 *   node bench/lost.ts [times] [clients]
 *
 * Each time 8 clients write over HTTP until, at a random moment, the server, its database (the first process
 * and all its children at once) or both get SIGKILL. After the restart every call that got no answer is asked
 * again with its key. Then the log is read as the owner: every acknowledged call once, never twice. Read tables
 * are compared with a rebuild every 50 times and at the end. SIGKILL leaves what the kernel holds: this shows
 * that the program loses nothing, not that the disk tells the truth; PostgreSQL runs with fsync as shipped.
 */
export type Lost = Verdict & {
  times: number
  kills: Record<Kind, number>
  /** Killed again while it was still starting. */
  duringStart: number
  /** Calls without an answer that were asked again, and how many of these had been done all the same. */
  askedAgain: number
  doneUnanswered: number
  vanished: number
  differing: string[]
  disordered: string[]
  filedWrongly: number
  rebuilds: number
  refused: string[]
  /** Empty where the Merkle tree over the log holds; else what was found. */
  proof: string
  seconds: number
  settings: string
}

type World = {
  data: string
  server: Server
  wire: Wire
  shared: Shared
  clients: Client[]
  seen: Seen
  result: Lost
}

const LONGEST_WRITING_MS = 800
const LONGEST_START_MS = 1500
const SHARE_KILLED_AT_START = 0.05
const REBUILD_EVERY = 50

/** A house with an operation, a person everybody writes about, and clients that have not written yet. */
export async function begin(data: string, count: number): Promise<World> {
  const server = spawnServer(data)
  const base = await addressOf(server)
  const link = server.output().match(/Coordinator +\S+#(\S+)/)![1]!
  const open = { base, language: 'en', unreachable: 'unreachable' }
  const { token } = (await ask<Table, string>(open, 'session', 'signIn', { token: link })) as {
    token: string
  }
  const wire = { ...open, token }
  const description = {
    ...{ names: { en: 'Rusafa' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
    ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
  }
  const made = async (verb: string, input: object) =>
    ((await ask<Table, string>(wire, 'casefile', verb, input)) as { id: string }).id
  const operation = await made('describeOperation', { description })
  const names = { names: { en: 'Everybody writes about her' }, sex: 'female', birth: {} }
  const person = await made('describePerson', { kind: 'relative', operation, description: names })
  const clients = Array.from({ length: count }, (_, at) => newClient(at))
  return {
    data,
    server,
    wire,
    shared: { operation, person },
    clients,
    seen: nothingSeen(),
    result: await nothing(data),
  }
}

async function nothing(data: string): Promise<Lost> {
  const owner = openOwner(data)
  const settings: string[] = []
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await sql<Record<string, string>>`show ${sql.raw(name)}`.execute(owner.db)
    settings.push(`${name} ${Object.values(rows[0]!)[0]}`)
  }
  await owner.close()
  return {
    ...{
      times: 0,
      kills: { server: 0, database: 0, both: 0 },
      duringStart: 0,
      askedAgain: 0,
      doneUnanswered: 0,
    },
    ...{ acknowledged: 0, found: 0, lost: [], doubled: [], vanished: 0, differing: [], disordered: [] },
    ...{ filedWrongly: 0, rebuilds: 0, refused: [], proof: '', seconds: 0, settings: settings.join(', ') },
  }
}

/** All clients write until the house is killed under them. */
async function breakIt(world: World): Promise<Kind> {
  const kind = kinds[Math.floor(Math.random() * kinds.length)]!
  let over = false
  const writing = world.clients.map((client) => writeOn(client, world.wire, world.shared, () => over))
  await wait(Math.random() * LONGEST_WRITING_MS)
  await kill(kind, world.server, world.data)
  over = true
  await Promise.all(writing)
  world.result.kills[kind]++
  return kind
}

/** Starts it again; now and then it is killed once more on the way. A killed database is started by its server. */
async function comeBack(world: World, kind: Kind): Promise<void> {
  if (kind !== 'database') {
    if (Math.random() < SHARE_KILLED_AT_START) {
      const early = spawnServer(world.data)
      await wait(Math.random() * LONGEST_START_MS)
      await killServer(early)
      world.result.duringStart++
    }
    world.server = spawnServer(world.data)
    world.wire.base = await addressOf(world.server)
  }
  await untilItAnswers(world)
}

async function untilItAnswers({ server, wire }: World): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ask<Table, string>(wire, 'casefile', 'listOperations', {})
      return
    } catch (cause) {
      const ended = server.process.exitCode !== null || server.process.signalCode !== null
      if (ended || tries > 600) throw new Error(`the house did not come back:\n${server.output()}`, { cause })
      await wait(50)
    }
  }
}

/** Reads what the log holds before and after the unanswered calls are asked again. */
async function lookAfter(world: World): Promise<void> {
  const { result, seen, clients } = world
  const owner = openOwner(world.data)
  try {
    result.vanished += seen.events - (await countUpTo(owner, seen.last))
    await readOn(owner, seen)
    const unanswered = clients.filter((client) => client.pending)
    result.askedAgain += unanswered.length
    for (const { pending } of unanswered) {
      const { verb, mark, about } = pending!
      const times = verb === 'acceptRequest' ? seen.accepted.get(about!) : seen.marks.get(mark)
      if (times) result.doneUnanswered++
    }
    await Promise.all(clients.map((client) => askAgain(client, world.wire)))
    await readOn(owner, seen)
    for (const client of clients)
      if (client.number && !client.request) {
        const id = await fileOfRequest(owner, client.number)
        if (id) client.request = { id, accepted: false }
        delete client.number
      }
  } finally {
    await owner.close()
  }
}

async function rebuildAndCompare(world: World): Promise<void> {
  const owner = openOwner(world.data)
  try {
    world.result.differing.push(...(await differingTables(owner)))
    world.result.filedWrongly += await filedWrongly(owner)
    world.result.rebuilds++
  } finally {
    await owner.close()
  }
}

/** At the end the whole log is read anew from its first event. */
async function judgeAll(world: World): Promise<void> {
  const owner = openOwner(world.data)
  const whole = nothingSeen()
  await readOn(owner, whole)
  await owner.close()
  Object.assign(world.result, judge(world.clients, whole))
  world.result.disordered = outOfOrder(whole)
  const { code, text } = await verifyLog(world.data)
  world.result.proof = code === 0 ? '' : text
  world.result.refused = world.clients.flatMap((client) => client.refused)
}

export async function killAndCount(
  times: number,
  count = 8,
  tell: (line: string) => void = () => {},
): Promise<Lost> {
  const data = mkdtempSync(join(tmpdir(), 'sandsage-lost-'))
  chmodSync(data, 0o755)
  const from = Date.now()
  const world = await begin(data, count)
  try {
    for (let round = 1; round <= times; round++) {
      await comeBack(world, await breakIt(world))
      await lookAfter(world)
      if (round % REBUILD_EVERY === 0 || round === times) await rebuildAndCompare(world)
      world.result.times = round
      world.result.seconds = (Date.now() - from) / 1000
      if (round % 10 === 0) tell(toLine(world))
    }
    await judgeAll(world)
    return { ...world.result, seconds: (Date.now() - from) / 1000 }
  } finally {
    await stopInOrder(world.server)
    rmSync(data, { recursive: true, force: true })
  }
}

const toLine = ({ result, clients, seen }: World): string =>
  `${result.times} times, ${Math.round(result.seconds)} s: ${clients.reduce((sum, client) => sum + client.answered.length, 0)} acknowledged, ${seen.events} events, vanished ${result.vanished}, asked again ${result.askedAgain} (${result.doneUnanswered} had been done), differing tables ${result.differing.length}`

if (import.meta.main) {
  const [times = '500', clients = '8'] = process.argv.slice(2)
  const result = await killAndCount(Number(times), Number(clients), (line) => console.error(line))
  const { lost, doubled, differing, disordered, refused, ...counts } = result
  console.log(JSON.stringify({ ...counts, lost: lost.length, doubled: doubled.length }, null, 2))
  console.log(
    JSON.stringify({ lost, doubled, differing, disordered, refused: refused.slice(0, 20) }, null, 2),
  )
  if (
    lost.length +
    doubled.length +
    differing.length +
    disordered.length +
    counts.vanished +
    counts.filedWrongly +
    counts.proof.length
  )
    process.exitCode = 1
}
