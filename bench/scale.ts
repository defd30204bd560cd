/**
 * A house of 100,000 files and 5 million events: `node bench/scale.ts [files] [events] [largest operation]`. With
 * SANDSAGE_SCALE=/a/folder the database is kept there and used again. Every screen is asked as somebody of its own
 * profession who works on one large operation, on a small one, or on the whole house; printed is the time of each
 * statement at the database, by EXPLAIN ANALYZE in the asker's own role, the slowest screens first.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Profession } from '../app/src/casefile/access.ts'
import type { Caller } from '../app/src/casefile/house.ts'
import { runOperation } from '../app/src/casefile/operation.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { findOperation } from '../app/src/doors/openapi.ts'
import { openHouse } from '../app/src/opening.ts'
import { openFolder } from '../app/src/platform/folder.ts'
import { newId } from '../app/src/platform/identity.ts'
import { startPostgres } from '../app/src/platform/postgres.ts'
import { fillWorld } from './scale/fill.ts'
import { screensOf } from './scale/screens.ts'
import { hearStatements, type Statement, stepsOf, watch } from './scale/statements.ts'

const [files = 100_000, events = 5_000_000, largest = 20_000] = process.argv.slice(2).map(Number)
const MASTER = Buffer.alloc(32, 9)
const TIMES = 3
const print = (line: string) => process.stdout.write(`${line}\n`)
const kept = process.env.SANDSAGE_SCALE
if (kept) mkdirSync(kept, { recursive: true, mode: 0o755 })
const path = kept ?? mkdtempSync(join(tmpdir(), 'sandsage-scale-'))
chmodSync(path, 0o755)

type Kept = { operations: { id: string; files: number }[] }
const worldPath = join(path, 'world.json')

const postgres = await startPostgres(openFolder(path))
const began = performance.now()
const house = await openHouse(postgres.url, MASTER)
print(`opened in ${seconds(began)}`)

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

async function world(): Promise<Kept> {
  if (existsSync(worldPath)) return JSON.parse(readFileSync(worldPath, 'utf8'))
  const since = performance.now()
  const { operations } = await fillWorld(house, { files, events, largest }, (line) =>
    print(`${seconds(since)}: ${line}`),
  )
  await sql`vacuum (analyze)`.execute(house.owner)
  print(`filled in ${seconds(since)}`)
  writeFileSync(worldPath, JSON.stringify({ operations }))
  return { operations }
}

type Reach = 'house' | 'large operation' | 'small operation'
type Asked = {
  screen: string
  reach: Reach
  statements: Statement[]
  total: number
  /** From asking to answer, EXPLAIN left out: with what the program did with what it read. */
  whole: number
  /** The same of the first asking, which reads into memory what later ones find there. */
  first: number
  answer: number
  no?: string
}

async function callerFor(profession: Profession, operation: string | undefined): Promise<Caller> {
  const id = await makeAccount(house.owner, {
    name: 'Scale',
    profession,
    language: 'kk',
    wholeHouse: !operation,
  })
  if (operation)
    await sql`insert into assignments (id, actor, scope, scope_id) values (${newId()}, ${id}, 'operation', ${operation})`.execute(
      house.owner,
    )
  return { actor: { id, name: 'Scale', profession, language: 'kk' }, language: 'kk', device: 'bench' }
}

const totalOf = (statements: Statement[]) =>
  statements.reduce((sum, { planMs, ms }) => sum + (planMs ?? ms), 0)

async function askOnce(screen: string, reach: Reach, work: () => Promise<unknown>): Promise<Asked> {
  const since = performance.now()
  const { statements, explaining, ...outcome } = await watch(work, 'analyze, buffers')
  const whole = performance.now() - since - explaining
  const no =
    'cause' in outcome ? ((outcome.cause as { code?: string }).code ?? outcome.cause.message) : undefined
  const answer = 'value' in outcome ? JSON.stringify(outcome.value ?? null).length : 0
  return { screen, reach, statements, total: totalOf(statements), whole, first: whole, answer, no }
}

async function ask(reach: Reach, operation: string, callers: Map<string, Caller>): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const { station, verb, input } of await screensOf(house, operation)) {
    const entry = findOperation(station, verb)!.operation
    const profession = entry.may.find((one) => one !== 'anyone')!
    const key = `${profession} ${reach}`
    const caller =
      callers.get(key) ??
      (await callerFor(profession as Profession, reach === 'house' ? undefined : operation))
    callers.set(key, caller)
    const name = `${station}.${verb}`
    let best: Asked | undefined
    for (let n = 0; n < TIMES; n++) {
      const one = await askOnce(name, reach, () => runOperation(house, caller, name, entry, input))
      const first = best?.first ?? one.whole
      if (!best || one.whole < best.whole) best = { ...one, first }
      if (n > 0 && one.whole > 3000) break
    }
    if (process.env.TELL) process.stderr.write(`${reach} ${name} ${best!.whole.toFixed(0)} ms\n`)
    asked.push(best!)
  }
  return asked
}

const worst = (one: Asked) => one.statements.toSorted((a, b) => (b.planMs ?? b.ms) - (a.planMs ?? a.ms))[0]
const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 130)

function show(asked: Asked[]): void {
  for (const one of asked.toSorted((a, b) => b.total - a.total)) {
    const slow = worst(one)
    const name = `${one.screen} (${one.reach}${one.no ? `, refused: ${one.no}` : ''})`
    const time = slow ? (slow.planMs ?? slow.ms) : 0
    print(
      `${name.padEnd(62)} ${one.total.toFixed(1).padStart(8)} ms in ${one.statements.length}, slowest ${time.toFixed(1)} ms; in all ${one.whole.toFixed(0)} ms, first ${one.first.toFixed(0)} ms; ${Math.round(one.answer / 1000)} kB`,
    )
    if (time > 30) print(`    ${short(slow!.text)}`)
    if (time > 100 && slow?.plan && process.env.PLANS)
      for (const step of stepsOf(slow.plan))
        print(
          `      ${step['Node Type']} ${step['Relation Name'] ?? step['Subplan Name'] ?? ''} ${step['Index Name'] ?? ''} rows ${step['Actual Rows']} x ${step['Actual Loops']}`,
        )
  }
  const slow = asked.filter((one) => one.total > 100)
  print(
    `${asked.length} askings, ${slow.length} above 100 ms at the database; load of the machine ${loadavg()[0]!.toFixed(1)}`,
  )
}

try {
  const { operations } = await world()
  const { rows } = await sql<{ files: number; events: number }>`
    select (select count(*) from files) as files, (select count(*) from events) as events`.execute(
    house.owner,
  )
  print(`${rows[0]!.files} files in ${operations.length} operations, ${rows[0]!.events} events`)
  hearStatements()
  const callers = new Map<string, Caller>()
  const small = operations.at(-1)!.id
  show([
    ...(await ask('house', operations[0]!.id, callers)),
    ...(await ask('large operation', operations[0]!.id, callers)),
    ...(await ask('small operation', small, callers)),
  ])
} finally {
  await house.close()
  await postgres.stop()
  if (!kept) rmSync(path, { recursive: true, force: true })
}
