import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Profession } from '../app/src/casefile/access.ts'
import type { Caller } from '../app/src/casefile/house.ts'
import { runOperation } from '../app/src/casefile/operation.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { findOperation } from '../app/src/doors/openapi.ts'
import { type OpenHouse, openHouse } from '../app/src/opening.ts'
import { newId } from '../app/src/platform/identity.ts'
import { fillWorld, type World } from '../bench/scale/fill.ts'
import { readingsOf } from '../bench/scale/reading.ts'
import { type Screen, screensOf } from '../bench/scale/screens.ts'
import { hearStatements, watch } from '../bench/scale/statements.ts'
import { MASTER, newDatabase } from './house.ts'

/**
 * What a screen reads grows with the operation it shows and not with the house: somebody who works on a small
 * operation is asked for every list and search, beside thirty times as many files of others, and each statement's
 * plan tells how many rows it took up. A missing index shows as a scan of everybody's rows (docs/decisions/0065).
 */
let house: OpenHouse
let world: World
const callers = new Map<string, Caller>()

beforeAll(async () => {
  house = await openHouse(await newDatabase(), MASTER)
  world = await fillWorld(house, { files: 2000, events: 60_000, largest: 800 })
  hearStatements()
}, 300_000)
afterAll(() => house.close())

const smallest = () => world.operations.at(-1)!

async function callerOf(profession: Profession): Promise<Caller> {
  const known = callers.get(profession)
  if (known) return known
  const id = await makeAccount(house.owner, { name: 'Somebody', profession, language: 'kk' })
  await sql`insert into assignments (id, actor, scope, scope_id) values (${newId()}, ${id}, 'operation', ${smallest().id})`.execute(
    house.owner,
  )
  const caller: Caller = {
    ...{ actor: { id, name: 'Somebody', profession, language: 'kk' }, language: 'kk', device: 'story' },
  }
  callers.set(profession, caller)
  return caller
}

async function ask({ station, verb, input }: Screen) {
  const entry = findOperation(station, verb)!.operation
  const caller = await callerOf(entry.may.find((one) => one !== 'anyone') as Profession)
  return watch(() => runOperation(house, caller, `${station}.${verb}`, entry, input), 'analyze, buffers')
}

/** An operation of 61 files has some 800 events: what goes through all of them may read as many rows. */
const MOST_ROWS = 1000
/** Who works here is one list for those who let people in. */
const OF_WORKERS = ['accounts', 'courses_held']
/** What one file, or the list of a small operation, needs of any table. */
const SMALLER = 400

async function tooMuch(screens: Screen[], most = MOST_ROWS): Promise<string[]> {
  const found: string[] = []
  for (const screen of screens)
    for (const { table, rows, how, text } of readingsOf((await ask(screen)).statements))
      if (rows > most && !OF_WORKERS.includes(table))
        found.push(`${screen.station}.${screen.verb}: ${rows} rows of ${table} by ${how}: ${text}`)
  return found
}

test('every screen reads the rows of its own operation', async () => {
  const { rows } = await sql<{ files: number; events: number }>`
    select (select count(*) from files) as files, (select count(*) from events) as events`.execute(
    house.owner,
  )
  expect(rows[0]!.files).toBeGreaterThan(1800)
  expect(rows[0]!.events).toBeGreaterThanOrEqual(60_000)
  const screens = await screensOf(house, smallest().id)
  expect(screens.length).toBeGreaterThan(60)
  // Once a process, the first search reads every name into memory.
  for (const screen of screens.filter(({ station }) => station === 'tracing')) await ask(screen)
  expect(await tooMuch(screens)).toEqual([])
}, 300_000)

test.each([
  ['event_files', 'event_files_pkey', 'primary key (file, seq)', 'casefile.openFile'],
  ['steps', 'steps_pkey', 'primary key (child, station)', 'casefile.home'],
])('without the index of %s it is told', async (table, index, definition, name) => {
  const screens = (await screensOf(house, smallest().id)).filter(
    ({ station, verb }) => `${station}.${verb}` === name,
  )
  expect(await tooMuch(screens, SMALLER)).toEqual([])
  await sql`alter table ${sql.id(table)} drop constraint ${sql.id(index)}`.execute(house.owner)
  const found = await tooMuch(screens, SMALLER)
  await sql`alter table ${sql.id(table)} add constraint ${sql.id(index)} ${sql.raw(definition)}`.execute(
    house.owner,
  )
  expect(found.join()).toContain(`rows of ${table} by Seq Scan`)
})
