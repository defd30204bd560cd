/**
 * The search box among many people: `node bench/find.ts [people]` (100,000 unless told). Opens a PostgreSQL of its own.
 * Each person is written in one script; they are asked for in another, by given name and surname, by the beginning of
 * the surname, or with the mother. Beside it, in the same run, the letters as they stand by `ilike '%...%'`.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { roleOf } from '../app/src/casefile/access.ts'
import type { Caller } from '../app/src/casefile/house.ts'
import { keptOf } from '../app/src/casefile/kept.ts'
import { runOperation } from '../app/src/casefile/operation.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { openHouse } from '../app/src/opening.ts'
import { operations } from '../app/src/operations.ts'
import { asActor } from '../app/src/platform/database.ts'
import { openFolder } from '../app/src/platform/folder.ts'
import { newId } from '../app/src/platform/identity.ts'
import { startPostgres } from '../app/src/platform/postgres.ts'
import { openFinder } from '../app/src/tracing/finding/finder.ts'
import { chance } from './scale/chance.ts'
import { nameStock, type Spelt } from './tracing-names.ts'

const PEOPLE = Number(process.argv[2] ?? 100_000)
const OPERATIONS = 20
const QUESTIONS = 100
const print = (what: string, figure: string) => process.stdout.write(`${what.padEnd(64)} ${figure}\n`)
const ms = (n: number) => `${n < 10 ? n.toFixed(1) : Math.round(n)} ms`

const random = chance(7)
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
/** Common names are borne by many: the square leans towards the beginning of the list. */
const lean = <T>(from: readonly T[]): T => from[Math.floor(random() ** 2 * from.length)]!

const stock = nameStock()
const scripts = ['en', 'ru', 'ar'] as const
type Script = (typeof scripts)[number]
const written = (name: Spelt, script: Script): string =>
  script === 'en' ? name.latin : pick(script === 'ru' ? name.russian : name.arabic)
type Person = {
  id: string
  operation: string
  script: Script
  given: Spelt
  surname: Spelt
  mother: Spelt
  year: number
}

const operationIds = Array.from({ length: OPERATIONS }, () => newId(Date.now()))
const people: Person[] = Array.from({ length: PEOPLE }, (_, at) => ({
  ...{ id: newId(Date.now()), operation: operationIds[at % OPERATIONS]!, script: pick(scripts) },
  ...{ given: lean(random() < 0.5 ? stock.female : stock.male), surname: lean(stock.surnames) },
  ...{ mother: lean(stock.female), year: 2005 + Math.floor(random() * 18) },
}))

const path = mkdtempSync(join(tmpdir(), 'sandsage-find-'))
chmodSync(path, 0o755)
const postgres = await startPostgres(openFolder(path))
const house = await openHouse(postgres.url, Buffer.alloc(32, 5))

async function fill(): Promise<void> {
  for (let from = 0; from < people.length; from += 5000) {
    const rows = people.slice(from, from + 5000).map((one, at) => ({
      ...{ id: one.id, kind: 'child', operation: one.operation, sex: 'unknown', deceased: false },
      names: { [one.script]: `${written(one.given, one.script)} ${written(one.surname, one.script)}` },
      mother: { [one.script]: `${written(one.mother, one.script)} ${written(one.surname, one.script)}` },
      ...{ birth_earliest: one.year, birth_latest: one.year, seq: from + at + 1 },
    }))
    const sent = JSON.stringify(rows)
    await sql`insert into files (id, kind, operation)
      select id, kind, operation from jsonb_to_recordset(${sent}::jsonb) as t(id uuid, kind text, operation uuid)`.execute(
      house.owner,
    )
    await sql`insert into people (id, kind, operation, names, sex, birth_earliest, birth_latest, deceased, mother, seq)
      select id, kind, operation, names, sex, birth_earliest, birth_latest, deceased, mother, seq
      from jsonb_to_recordset(${sent}::jsonb) as t(id uuid, kind text, operation uuid, names jsonb, sex text,
        birth_earliest int, birth_latest int, deceased boolean, mother jsonb, seq bigint)`.execute(
      house.owner,
    )
  }
  await sql`analyze people, files`.execute(house.owner)
}

async function callerFor(wholeHouse: boolean): Promise<Caller> {
  const id = await makeAccount(house.owner, {
    name: 'Bench',
    profession: 'consul',
    language: 'en',
    wholeHouse,
  })
  if (!wholeHouse)
    await sql`insert into assignments (id, actor, scope, scope_id) values
      (${newId(Date.now())}, ${id}, 'operation', ${operationIds[0]})`.execute(house.owner)
  const actor = { id, name: 'Bench', profession: 'consul' as const, language: 'en' as const }
  return { actor, language: 'en', device: 'bench' }
}

type Question = { text: string; person: Person }
const other = (script: Script): Script => pick(scripts.filter((one) => one !== script))
const asked = (of: readonly Person[], say: (person: Person, script: Script) => string): Question[] =>
  Array.from({ length: QUESTIONS }, () => {
    const person = pick(of)
    return { text: say(person, other(person.script)), person }
  })
const kinds = (of: readonly Person[]): Record<string, Question[]> => ({
  'given name and surname, other script': asked(
    of,
    (one, script) => `${written(one.given, script)} ${written(one.surname, script)}`,
  ),
  'given name, mother and year, other script': asked(
    of,
    (one, script) => `${written(one.given, script)} ${written(one.mother, script)} ${one.year}`,
  ),
  'surname as it is being typed, same script': asked(
    of,
    (one) => `${written(one.given, one.script)} ${written(one.surname, one.script).slice(0, 4)}`,
  ),
})

const sorted = (times: number[]) => times.toSorted((a, b) => a - b)
const at = (times: number[], share: number) => sorted(times)[Math.floor(share * (times.length - 1))]!

type Answer = string[]
async function measure(what: string, questions: Question[], find: (text: string) => Promise<Answer>) {
  const times: number[] = []
  let first = 0
  let among = 0
  const cpu = process.cpuUsage()
  for (const { text, person } of questions) {
    const began = performance.now()
    const ids = await find(text)
    times.push(performance.now() - began)
    if (ids[0] === person.id) first++
    if (ids.includes(person.id)) among++
  }
  const share = (n: number) => (n / questions.length).toFixed(2)
  // The processor's own time, all threads of this process: what else the machine does is not in it.
  const used = process.cpuUsage(cpu).user / 1000 / questions.length
  print(
    what,
    `median ${ms(at(times, 0.5))}, p95 ${ms(at(times, 0.95))}, processor ${ms(used)}; first ${share(first)}, among 20 ${share(among)}`,
  )
}

const finding = (caller: Caller) => async (text: string) => {
  const answer = await runOperation(house, caller, 'tracing.find', operations.tracing.find, { text })
  const { groups } = answer as { groups: { people: { id: string }[] }[] }
  return groups.flatMap((group) => group.people.map((one) => one.id))
}
const bySubstring = (caller: Caller) => (text: string) =>
  asActor(house.db, roleOf('consul'), caller.actor!.id, async (tx) => {
    const like = text.split(' ').map((word) => `%${word}%`)
    const { rows } = await sql<{ id: string }>`select id from people where set_aside is null
      and (names::text || coalesce(mother::text, '') || birth_earliest) ilike all(${like}::text[]) limit 20`.execute(
      tx,
    )
    return rows.map((row) => row.id)
  })

await fill()
print(`${PEOPLE} people in ${OPERATIONS} operations, names: ${stock.source}`, '')
const before = process.memoryUsage().rss
const began = performance.now()
const finder = keptOf(house, 'names to find people by', openFinder)
const bound = await finder.ready()
print('read and laid out, in a thread beside', ms(performance.now() - began))
print(
  `memory of the process, ${bound.names} names`,
  `+${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`,
)

for (const wholeHouse of [true, false]) {
  const caller = await callerFor(wholeHouse)
  const seen = wholeHouse ? people : people.filter((one) => one.operation === operationIds[0])
  print(`\nwho works on ${wholeHouse ? 'the whole house' : 'one operation of twenty'}`, '')
  await finding(caller)('Warm Up')
  for (const [kind, questions] of Object.entries(kinds(seen))) {
    await measure(kind, questions, finding(caller))
    await measure('  beside: ilike on the same rows', questions.slice(0, 3), bySubstring(caller))
  }
}

await sql`update people set seq = seq + ${PEOPLE} where seq <= 400`.execute(house.owner)
const again = performance.now()
await finding(await callerFor(true))('Warm Up')
print('\nthe first answer after 400 people were amended', ms(performance.now() - again))

await house.close()
await postgres.stop()
rmSync(path, { recursive: true, force: true })
process.exit(0)
