/**
 * 300 people at once: `node bench/load.ts [users] [seconds] [files]`. One server process on one embedded PostgreSQL, a
 * second process with the people (real HTTP, kept-alive connections, each signed in), all on the same machine's cores.
 * Beside it, in the same run and with the same people, a bare Fastify and pg route. CPU_PROF=/a/folder writes a profile
 * of the server.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Profession } from '../app/src/casefile/access.ts'
import { beginSession, makeAccount, makeSignInLink } from '../app/src/casefile/session.ts'
import { openHouse } from '../app/src/opening.ts'
import { openFolder } from '../app/src/platform/folder.ts'
import { newId } from '../app/src/platform/identity.ts'
import { startPostgres } from '../app/src/platform/postgres.ts'
import type { User } from './load/mix.ts'
import type { Asked } from './load/users.ts'
import { fillWorld } from './scale/fill.ts'

const [users = 300, seconds = 120, files = 4000] = process.argv.slice(2).map(Number)
const THINK_MS = 5000
const MASTER = Buffer.alloc(32, 9)
const print = (line: string) => process.stdout.write(`${line}\n`)
const path = mkdtempSync(join(tmpdir(), 'sandsage-load-'))
chmodSync(path, 0o755)
const usersPath = join(path, 'users.json')
const postgres = await startPostgres(openFolder(path))
const professions: Profession[] = [
  'coordinator',
  'socialWorker',
  'lawyer',
  'consul',
  'coordinator',
  'lead',
  'geneticist',
  'doctor',
  'socialWorker',
  'consul',
]

/** Each works on one operation, its own size as likely as it has files; one in thirty on the whole house. */
async function makeUsers(): Promise<void> {
  const house = await openHouse(postgres.url, MASTER)
  const { operations } = await fillWorld(house, { files, events: files * 20, largest: files / 4 }, print)
  const made: User[] = []
  for (let n = 0; n < users; n++) {
    const profession = professions[n % professions.length]!
    const wholeHouse = n % 30 === 0
    const operation = operations[n % operations.length]!.id
    const account = await makeAccount(house.owner, {
      name: `Worker ${n}`,
      profession,
      language: 'kk',
      wholeHouse,
    })
    if (!wholeHouse)
      await sql`insert into assignments (id, actor, scope, scope_id) values (${newId()}, ${account}, 'operation', ${operation})`.execute(
        house.owner,
      )
    const token = (await beginSession(house, (await makeSignInLink(house, account)).split('#')[1]!)).token
    const { rows } = await sql<{
      id: string
      kind: string
    }>`select id, kind from people where operation = ${operation} limit 200`.execute(house.owner)
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id }) => id)
    made.push({ token, profession, operation, children: of('child'), relatives: of('relative') })
  }
  writeFileSync(usersPath, JSON.stringify(made))
  await sql`vacuum (analyze)`.execute(house.owner)
  await house.close()
}

const told = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })

type Ended = { said: string[]; cpu: NodeJS.CpuUsage; rss: number }
type Lived = { asked: Asked[]; took: number; cpu: NodeJS.CpuUsage }

async function run(kind: 'house' | 'bare', thinkMs: number, time: number): Promise<Lived & Ended> {
  const prof =
    kind === 'house' && process.env.CPU_PROF ? ['--cpu-prof', `--cpu-prof-dir=${process.env.CPU_PROF}`] : []
  const here = (name: string) => new URL(`load/${name}.ts`, import.meta.url)
  const env = { ...process.env, DATABASE_URL: postgres.url }
  const server = fork(here(kind === 'house' ? 'server' : 'bare'), { env, execArgv: prof })
  const { address } = await told<{ address: string }>(server)
  const people = fork(here('users'), [address, usersPath, String(time), String(thinkMs), kind])
  const lived = await told<Lived>(people)
  server.send('end')
  const ended = await told<Ended>(server)
  await new Promise((resolve) => server.once('exit', resolve))
  return { ...lived, ...ended }
}

const at = (times: number[], share: number) =>
  times[Math.min(times.length - 1, Math.floor(share * times.length))]!
const ms = (n: number) => `${n < 10 ? n.toFixed(1) : Math.round(n)}`.padStart(6)

function line(name: string, all: Asked[]): void {
  const times = all.map((one) => one.ms).toSorted((a, b) => a - b)
  const failed = all.filter((one) => one.status !== 200)
  print(
    `  ${name.padEnd(32)} ${String(all.length).padStart(7)}  p50 ${ms(at(times, 0.5))}  p95 ${ms(at(times, 0.95))}  p99 ${ms(at(times, 0.99))} ms  not 200: ${failed.length}`,
  )
}

function show(what: string, { asked, took, cpu, said, rss }: Lived & Ended, parts: boolean): number {
  const used = (cpu.user + cpu.system) / 1e6
  print(
    `${what}: ${Math.round(asked.length / took)} per second; processor of the server ${used.toFixed(0)} s in ${took.toFixed(0)} s, ${Math.round(rss / 1e6)} MB; load ${loadavg()[0]!.toFixed(1)}`,
  )
  line('all', asked)
  if (parts)
    for (const path of [...new Set(asked.map((one) => one.path))].toSorted())
      line(
        path,
        asked.filter((one) => one.path === path),
      )
  const why = new Map<string, number>()
  for (const one of asked)
    if (one.status !== 200)
      why.set(
        `${one.status} ${one.path} ${one.why}`,
        (why.get(`${one.status} ${one.path} ${one.why}`) ?? 0) + 1,
      )
  for (const [cause, times] of [...why].slice(0, 4)) print(`  ! ${times} x ${cause.slice(0, 160)}`)
  for (const one of said.slice(0, 2)) print(`  ! said: ${one.slice(0, 300)}`)
  return asked.length / took
}

try {
  await makeUsers()
  const thinking = await run('house', THINK_MS, seconds)
  const bareThinking = await run('bare', THINK_MS, Math.min(30, seconds))
  const full = await run('house', 0, Math.min(40, seconds))
  const bareFull = await run('bare', 0, Math.min(20, seconds))
  show(`${users} people who think ${THINK_MS / 1000} s on average, the house`, thinking, true)
  show('the same people, bare Fastify and pg', bareThinking, true)
  const most = show(`${users} people who do not think, the house`, full, false)
  const bareMost = show('the same, bare Fastify and pg', bareFull, false)
  print(`at most: the bare route answers ${(bareMost / most).toFixed(0)} times as many`)
} finally {
  await postgres.stop()
  rmSync(path, { recursive: true, force: true })
}
