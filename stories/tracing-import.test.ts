import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toSentFile } from '../app/src/casefile/operation.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { decodeAs } from '../app/src/platform/sheet/encoding.ts'
import { encodeAs } from '../app/src/platform/testing/files.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { importTables, listsOf } from './tracing-tables.ts'

let world: TestHouse
const now = () => new Date('2026-05-15T08:00:00Z')
const refusedAs = (code: string) => ({ no: { kind: 'refusal', code } })

beforeAll(async () => {
  world = await openTestHouse({ now })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const consul = () => world.as('consul')
const coordinator = () => world.as('coordinator')
type File = ReturnType<typeof toSentFile>
const csv = (...lines: string[]) => toSentFile('list.csv', lines.join('\n'))
const change = (file: File, from: string, to: string) =>
  toSentFile(file.name, Buffer.from(file.base64, 'base64').toString().replace(from, to))

async function newOperation(): Promise<string> {
  const description = {
    ...{ names: { en: 'Rusafa' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
    ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
  }
  return (await coordinator()('casefile', 'describeOperation', { description })).id
}

const plan = (operation: string, file: File, more: object = {}) =>
  consul()('tracing', 'planImport', { operation, file, ...more })

async function accept(operation: string, file: File, more: object = {}) {
  const { sha256, badRows, digest } = await plan(operation, file, more)
  return consul()('tracing', 'acceptImport', { operation, file, sha256, digest, leaveOut: badRows, ...more })
}
const describe = async (child: string, change: object) => {
  const { description } = await coordinator()('casefile', 'openFile', { file: child })
  const { operation } = await coordinator()('casefile', 'openFile', { file: child })
  await coordinator()('casefile', 'describePerson', {
    ...{ id: child, kind: 'child', operation: operation!, description: { ...description!, ...change } },
  })
}
const descriptionOf = async (child: string) =>
  (await coordinator()('casefile', 'openFile', { file: child })).description!

const list = csv(
  'No;Name;Mother;Age;Sex;Place',
  '1;Aisha Akhmetova;Madina;6;f;Baghdad',
  '2;Bilal Karimov;Zarina;8;m;Baghdad',
  '3;Maryam Yusupova;Gulnar;5;f;Mosul',
)

test('the same list twice: all are here already, and nothing is written', async () => {
  const operation = await newOperation()
  await accept(operation, list)
  const events = async () =>
    (
      await sql<{ n: number }>`select count(*) as n from events where class <> 'opening'`.execute(
        world.house.owner,
      )
    ).rows[0]!.n
  const before = await events()
  const again = await plan(operation, list)
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 3, here: 0, bad: 0 })
  expect(await accept(operation, list)).toMatchObject({ import: null, done: [], changed: [] })
  expect(await events()).toBe(before)
})

test('a corrected list changes what it corrects: was and now beforehand, nobody twice, nobody lost', async () => {
  const operation = await newOperation()
  const { done } = await accept(operation, list)
  const corrected = csv(
    'No;Name;Mother;Age;Sex;Place',
    '1;Aisha Akhmetova;Madina;6;f;Erbil',
    '2;Bilal Karimof;Zarina;8;m;Baghdad',
    '3;Samira Omarova;Layla;4;f;Mosul',
  )
  const looked = await plan(operation, corrected)
  expect(looked.version).toMatchObject({
    name: 'list.csv',
    by: 'The consul',
    missing: [{ row: 4, name: 'Maryam Yusupova' }],
  })
  expect(looked.rows.map(({ row, state, changes }) => [row, state, changes])).toEqual([
    [2, 'changed', [{ field: 'place', was: 'Baghdad', now: 'Erbil' }]],
    [3, 'changed', [{ field: 'name', was: 'Bilal Karimov', now: 'Bilal Karimof' }]],
    [4, 'new', []],
  ])
  const answer = await accept(operation, corrected)
  expect(answer.changed.map(({ child }) => child)).toEqual([done[0]!.child, done[1]!.child])
  expect(answer.done).toHaveLength(1)
  expect(await descriptionOf(done[0]!.child)).toMatchObject({
    place: 'Erbil',
    names: { en: 'Aisha Akhmetova' },
  })
  const { people } = await consul()('casefile', 'listPeople', { operation, kind: 'child' })
  expect(people).toHaveLength(4)
  expect((await plan(operation, corrected)).counts).toMatchObject({ new: 0, changed: 0, same: 3 })
})

test('what a person amended since is kept, and said to differ', async () => {
  const operation = await newOperation()
  const { done } = await accept(operation, list)
  await describe(done[0]!.child, { place: 'Sulaymaniyah' })
  const corrected = change(change(list, 'Madina;6;f;Baghdad', 'Madina Akhmetova;6;f;Erbil'), 'Mosul', 'Basra')
  const row = (await plan(operation, corrected)).rows[0]!
  expect(row.kept).toEqual([{ field: 'place', house: 'Sulaymaniyah', list: 'Erbil' }])
  const answer = await accept(operation, corrected)
  expect(answer.changed[0]).toMatchObject({
    changes: [{ field: 'mother', was: 'Madina', now: 'Madina Akhmetova' }],
    kept: [{ field: 'place', house: 'Sulaymaniyah', list: 'Erbil' }],
  })
  expect(await descriptionOf(done[0]!.child)).toMatchObject({
    place: 'Sulaymaniyah',
    mother: { en: 'Madina Akhmetova' },
  })
})

test('the list’s own number finds the child under another name, and never under somebody else’s', async () => {
  const operation = await newOperation()
  const first = csv(
    'ID;Name;Mother;Age',
    'R-1;Aisha Akhmetova;Madina;6',
    'R-2;unknown;;5',
    'R-3;Bilal;Zarina;8',
  )
  const { done } = await accept(operation, first)
  const second = csv(
    'ID;Name;Mother;Age',
    'R-3;Bilal;Zarina;8',
    'R-2;Maryam Yusupova;Gulnar;5',
    'R-1;Yusuf Karimov;Nazgul;2',
  )
  const { rows } = await plan(operation, second)
  expect(
    rows.map(({ row, state, child, problems }) => [row, state, child, problems.map(({ code }) => code)]),
  ).toEqual([
    [2, 'same', done[2]!.child, []],
    [3, 'changed', done[1]!.child, []],
    [4, 'bad', done[0]!.child, ['number-of-another']],
  ])
  await accept(operation, second)
  expect((await descriptionOf(done[1]!.child)).names).toEqual({ en: 'Maryam Yusupova' })
})

test('a child the operation knows from elsewhere is not doubled, unless a person says it is another', async () => {
  const operation = await newOperation()
  await accept(operation, list)
  const other = csv(
    'ФИО;Name;Mother;Age',
    'Айша;Aisha Akhmetova;Madina;6',
    'Иван;Ivan;Olga;3',
    'Пётр;Petr;Anna;4',
  )
  const looked = await plan(operation, other)
  expect(looked.version).toBeNull()
  expect(looked.rows.map(({ state }) => state)).toEqual(['here', 'new', 'new'])
  const left = await accept(operation, other)
  expect([left.done.length, left.waiting.map(({ row }) => row)]).toEqual([2, [2]])
  const named = await accept(operation, other, { asNew: [2] })
  expect(named.done.map(({ row }) => row)).toEqual([2])
})

test('rows to mend are handed back with what to mend; mended and sent again nothing is lost', async () => {
  const operation = await newOperation()
  const file = csv('Name;Age;Note;Phone', 'Aisha;6;;', 'Bilal;robot;=1+1;+7 701', 'Maryam;five hundred;-;@x')
  const { badRows, counts } = await plan(operation, file)
  expect([badRows, counts.new]).toEqual([[3, 4], 1])
  await accept(operation, file)
  const mend = await consul()('tracing', 'mendList', { operation, file })
  const text = Buffer.from(mend.base64, 'base64').toString()
  expect(mend.name).toBe('list-to-mend.csv')
  expect(text).toContain('"What to mend"')
  expect(text).toContain(`"Bilal";"robot";"'=1+1";"'+7 701";"Age: `)
  const mended = toSentFile(mend.name, text.replace('robot', '8').replace('five hundred', '5'))
  const again = await plan(operation, mended)
  expect(again.rows.map(({ name, state, problems }) => [name, state, problems])).toEqual([
    ['Bilal', 'new', []],
    ['Maryam', 'new', []],
  ])
  expect((await accept(operation, mended)).done).toHaveLength(2)
  await expect(consul()('tracing', 'mendList', { operation, file: mended })).rejects.toMatchObject(
    refusedAs('nothing-to-mend'),
  )
})

test('columns as a person chose them are proposed for the next list with the same headers, saying so', async () => {
  const operation = await newOperation()
  const file = csv('X1;Number of Aisha;Z', 'Айша;5/27/2020;Мадина', 'Билал;6/1/2018;Зарина')
  const look = (more: object = {}) => consul()('tracing', 'lookAtList', { operation, file, ...more })
  await expect(plan(operation, file)).rejects.toMatchObject(refusedAs('list-names-no-columns'))
  const first = await look({ reading: { headerRow: 1 } })
  expect(first).toMatchObject({ headerRow: 1, remembered: null, rows: 2 })
  expect(first.columns.map(({ header, values, field }) => [header, values, field])).toEqual([
    ['X1', ['Айша', 'Билал'], null],
    ['Number of Aisha', ['5/27/2020', '6/1/2018'], null],
    ['Z', ['Мадина', 'Зарина'], null],
  ])
  const columns = [
    { at: 0, field: 'name', language: 'kk' },
    { at: 1, field: 'birth' },
    { at: 2, field: 'mother' },
  ]
  const { done } = await accept(operation, file, {
    reading: { headerRow: 1, columns, dayOrder: 'month-first' },
  })
  expect(await descriptionOf(done[0]!.child)).toMatchObject({
    names: { kk: 'Айша' },
    birth: { date: '2020-05-27' },
  })
  const next = csv('X1;Number of Aisha;Z', 'Марьям;7/30/2019;Гульнар')
  const again = await consul()('tracing', 'lookAtList', { operation, file: next, reading: { headerRow: 1 } })
  expect(again.remembered).toEqual({ at: '2026-05-15T08:00:00.000Z', by: 'The consul' })
  expect(again.columns.map(({ field }) => field)).toEqual(['name', 'birth', 'mother'])
  expect(again.dayOrder).toBe('month-first')
  const { rows } =
    await sql`select 1 from events where open::text ilike '%aisha%' or open::text ilike '%X1%'`.execute(
      world.house.owner,
    )
  expect(rows).toEqual([])
})

test('doubtful letters: each reading is shown, and what the person chooses is read', async () => {
  const operation = await newOperation()
  const file = toSentFile('a.csv', encodeAs('koi8-r', 'Name;Age\nЯн;6'))
  const looked = await consul()('tracing', 'lookAtList', { operation, file })
  expect(looked.encoding).toMatchObject({ because: 'letters', doubtful: true })
  expect(looked.readings.find(({ name }) => name === 'koi8-r')?.rows).toEqual([
    ['Name', 'Age'],
    ['Ян', '6'],
  ])
  const { rows } = await plan(operation, file, { reading: { encoding: 'koi8-r' } })
  expect(rows[0]!.name).toBe('Ян')
  expect(decodeAs('windows-1251', encodeAs('koi8-r', 'Ян'))).not.toBe('Ян')
})

test('an import is taken back as a whole: lists are as before; whom somebody worked on stays, with the reason', async () => {
  const operation = await newOperation()
  await accept(operation, csv('Name;Mother;Age', 'Petr;Anna;4'))
  const before = await listsOf(world, operation)
  const { import: id, done } = await accept(operation, list)
  const after = await listsOf(world, operation)
  const { imports } = await coordinator()('tracing', 'listImports', { operation })
  expect(imports.map(({ name, state, added, by }) => [name, state, added, by])).toEqual([
    ['list.csv', 'taken', 3, 'The consul'],
    ['list.csv', 'taken', 1, 'The consul'],
  ])
  await coordinator()('casefile', 'openFile', { file: done[0]!.child })
  expect(await coordinator()('tracing', 'undoImport', { import: id! })).toMatchObject({
    running: false,
    waiting: [],
  })
  expect(await listsOf(world, operation)).toEqual(before)
  await expect(coordinator()('tracing', 'undoImport', { import: id! })).rejects.toMatchObject(
    refusedAs('import-undone-already'),
  )
  await coordinator()('tracing', 'redoImport', { import: id! })
  expect(await listsOf(world, operation)).toEqual(after)
  await describe(done[1]!.child, { marks: 'a scar' })
  const undone = await coordinator()('tracing', 'undoImport', { import: id! })
  expect([undone.done.length, undone.waiting]).toEqual([
    2,
    [
      {
        child: done[1]!.child,
        names: { en: 'Bilal Karimov' },
        because: 'Somebody has amended who the child is since.',
      },
    ],
  ])
  const shown = await coordinator()('tracing', 'getImport', { import: id! })
  expect(shown).toMatchObject({ state: 'undone', waiting: 1, staying: [{ child: done[1]!.child }] })
})

test('who stayed because of a later list can be taken back after it', async () => {
  const operation = await newOperation()
  const empty = await listsOf(world, operation)
  const first = await accept(operation, list)
  const second = await accept(operation, change(list, 'Mosul', 'Basra'))
  const undo = async (id: string | null) =>
    (await consul()('tracing', 'undoImport', { import: id! })).waiting.map(({ because }) => because)
  expect(await undo(first.import)).toEqual(['A later list changed this child. Take that list back first.'])
  expect(await undo(second.import)).toEqual([])
  expect(await undo(first.import)).toEqual([])
  expect(await listsOf(world, operation)).toEqual(empty)
})

test('a consul who cannot see what somebody else did leaves that child alone', async () => {
  const operation = await newOperation()
  const { import: id, done } = await accept(operation, list)
  const [first] = done
  await world.as('protectionOfficer')('protection', 'holdFile', { file: first!.child, because: 'court' })
  const { waiting } = await consul()('tracing', 'undoImport', { import: id! })
  expect(waiting.map(({ child, because }) => [child, because])).toEqual([
    [done[0]!.child, 'This file holds something you cannot see: somebody worked on it.'],
  ])
})

const cell = fc.constantFrom('Aisha', 'Bilal', 'Maryam', 'Yusuf', 'unknown', 'Айша', 'عائشة')
const rowOf = fc.record({
  name: cell,
  mother: fc.constantFrom('', 'Madina', 'Zarina', 'неизвестно'),
  age: fc.constantFrom('', '5', '6', 'about 7', '300'),
  place: fc.constantFrom('', 'Baghdad', 'Mosul'),
})
type Rows = { name: string; mother: string; age: string; place: string }[]
const listFrom = (rows: Rows) =>
  csv(
    'Name;Mother;Age;Place',
    ...rows.map(({ name, mother, age, place }) => `${name};${mother};${age};${place}`),
  )
const rowsOf = fc.array(rowOf, { minLength: 1, maxLength: 6 })

test('whatever two versions say: bringing either again writes nothing, and taking both back leaves the lists as before', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, rowsOf, async (one, two) => {
      const operation = await newOperation()
      const empty = await listsOf(world, operation)
      const first = await accept(operation, listFrom(one))
      const between = await listsOf(world, operation)
      expect((await accept(operation, listFrom(one))).import).toBeNull()
      const second = await accept(operation, listFrom(two))
      const after = await listsOf(world, operation)
      expect((await accept(operation, listFrom(two))).import).toBeNull()
      if (second.import) {
        expect((await consul()('tracing', 'undoImport', { import: second.import })).waiting).toEqual([])
        expect(await listsOf(world, operation)).toEqual(between)
        await consul()('tracing', 'redoImport', { import: second.import })
        expect(await listsOf(world, operation)).toEqual(after)
        await consul()('tracing', 'undoImport', { import: second.import })
      }
      if (first.import)
        expect((await consul()('tracing', 'undoImport', { import: first.import })).waiting).toEqual([])
      expect(await listsOf(world, operation)).toEqual(empty)
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('read tables drawn anew from the log are the same, after all that happened above', async () => {
  const before = await importTables(world)
  expect(before.every((rows) => rows.length > 0)).toBe(true)
  await rebuild(world.house)
  expect(await importTables(world)).toEqual(before)
}, 60_000)
