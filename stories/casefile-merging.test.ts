import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roleOf } from '../app/src/casefile/access.ts'
import { openContext } from '../app/src/casefile/context.ts'
import type { CaseFile } from '../app/src/casefile/event.ts'
import { isAboutFiles } from '../app/src/casefile/merging/model.ts'
import { type Description, descriptionOf } from '../app/src/casefile/model.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { projections } from '../app/src/opening.ts'
import { asActor } from '../app/src/platform/database.ts'
import { decisionsOf } from '../app/src/tracing/model.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
/** An amendment changes who a person is, and nothing else: any operation will do. */
let someOperation: string
beforeAll(async () => {
  world = await openTestHouse()
  someOperation = await newOperation()
})
afterAll(() => {
  expect(world.faults).toEqual([])
  return world.close()
})

const reason = 'The same cell, the same aunt.'
const girl = (name: string, more: Partial<Description> = {}): Description => ({
  names: { en: name },
  sex: 'female',
  birth: { earliest: 2019, latest: 2019 },
  ...more,
})

async function newOperation(): Promise<string> {
  const description = {
    ...{ names: { en: 'Somewhere' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
    ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
  }
  return (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
}

const describe = async (operation: string, description: Description, kind: 'child' | 'relative' = 'child') =>
  (await world.as('coordinator')('casefile', 'describePerson', { kind, operation, description })).id

/** A relative who asks for a girl, taken up. */
async function newRequest(operation: string): Promise<string> {
  const { number } = await world.as('anyone')('tracing', 'requestTracing', {
    operation,
    requester: { name: 'Kulpash', relation: 'grandmother', contact: '+7 701 000 00 00', language: 'en' },
    sought: [{ name: 'Aisha', sex: 'female', year: 2019 }],
  } as never)
  const { requests } = await world.as('coordinator')('tracing', 'listRequests', { operation })
  const { id } = requests.find((one) => one.number === number)!
  await world.as('coordinator')('tracing', 'acceptRequest', { request: id })
  return id
}

const confirm = (child: string, relative: string) =>
  world.as('coordinator')('tracing', 'decideCandidate', {
    child,
    relative,
    sought: 0,
    choice: 'confirmed',
    reason,
  })
const withdraw = (child: string, relative: string) =>
  world.as('coordinator')('tracing', 'withdrawDecision', { child, relative, sought: 0, reason })
const merge = (keep: string, other: string, description?: Description) =>
  world.as('coordinator')('casefile', 'mergeFiles', { keep, other, description, reason })
const unmerge = (other: string) => world.as('coordinator')('casefile', 'unmergeFile', { other, reason })
const amend = (id: string, name: string) =>
  world.as('coordinator')('casefile', 'describePerson', {
    ...{ id, kind: 'child' as const, operation: someOperation, description: girl(name) },
  })
const openFile = (file: string) => world.as('coordinator')('casefile', 'openFile', { file })
const listed = async (operation: string) =>
  (await world.as('coordinator')('casefile', 'listPeople', { operation, kind: 'child' })).people.map(
    ({ id }) => id,
  )

/** Files as one of these accounts sees them, without a door between. */
const filesOf = (ids: string[]): Promise<CaseFile[]> =>
  asActor(world.house.db, roleOf('coordinator'), world.accounts.coordinator, (tx) =>
    openContext(
      world.house,
      {
        actor: { id: world.accounts.coordinator, name: '', profession: 'coordinator', language: 'en' },
        ...{ language: 'en', device: 'test' },
      },
      tx,
      false,
    ).files(ids),
  )

/** Every row of every read table, `seq` left out: a row that is as it was before was still written again. */
async function allRows(): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(
    // Looking writes openings, whatever becomes of the files: they are no part of what joining must put back.
    projections
      .filter(({ table }) => table !== 'openings')
      .map(async ({ table }) => {
        const { rows } = await sql<{ row: string }>`select (to_jsonb(t) - 'seq')::text as row
        from ${sql.id(table)} t order by 1`.execute(world.house.owner)
        return [table, rows.map(({ row }) => row)] as const
      }),
  )
  return Object.fromEntries(tables)
}

const answersOf = async (ids: string[]) =>
  (await filesOf(ids)).map((file) => ({
    ...{ id: file.id, description: descriptionOf(file), decisions: decisionsOf(file) },
    written: file.events.filter((event) => !isAboutFiles(event.type)).map((event) => event.type),
  }))

test('two files become one: its history, its decisions, its place in the lists; an old address still opens it', async () => {
  const operation = await newOperation()
  const [keep, other] = [await describe(operation, girl('Aisha')), await describe(operation, girl('Ayşe'))]
  const relative = await newRequest(operation)
  await confirm(other, relative)
  expect(await merge(keep, other, girl('Aisha', { otherNames: ['Ayşe'] }))).toEqual({ id: keep })

  expect(await listed(operation)).toEqual([keep])
  const file = await openFile(other)
  expect(file.id).toBe(keep)
  expect(file.description?.otherNames).toEqual(['Ayşe'])
  const from = (other: boolean) =>
    file.timeline.filter((one) => one.fromOther === other).map((one) => one.type)
  expect(from(true)).toContain('tracing.decided')
  expect(from(false)).not.toContain('tracing.decided')
  const { children } = await world.as('coordinator')('casefile', 'home', { operation })
  expect(children.map((child) => child.steps)).toMatchObject([[{ station: 'tracing', state: 'done' }]])
  const { confirmed } = await world.as('coordinator')('tracing', 'listCandidates', { operation })
  expect(confirmed.map((one) => one.child)).toEqual([keep])
  expect(await world.as('coordinator')('casefile', 'listJoined', { file: keep })).toMatchObject({
    joined: [{ other, names: { en: 'Ayşe' }, reason, who: 'The coordinator' }],
  })

  // What is written under the old id is written in the file that stands.
  await amend(other, 'Aisha Akhmetova')
  expect((await openFile(keep)).description?.names.en).toBe('Aisha Akhmetova')
  const joined = await allRows()
  await rebuild(world.house)
  expect(await allRows()).toEqual(joined)
})

test('parted again, every read table and every answer is as it was', async () => {
  const operation = await newOperation()
  const ids = [await describe(operation, girl('Aisha')), await describe(operation, girl('Ayşe'))]
  const [keep, other] = ids as [string, string]
  const relative = await newRequest(operation)
  await confirm(other, relative)
  const [rows, answers] = [await allRows(), await answersOf(ids)]
  await merge(keep, other, girl('Aisha Ayşe'))
  expect(await allRows()).not.toEqual(rows)
  await unmerge(other)
  expect(await allRows()).toEqual(rows)
  const after = await answersOf(ids)
  expect(after.map(({ written: _, ...one }) => one)).toEqual(answers.map(({ written: _, ...one }) => one))
  expect(after[1]!.written).toEqual(answers[1]!.written)
  await rebuild(world.house)
  expect(await allRows()).toEqual(rows)
})

test('an amendment made while they were one stays where it was made', async () => {
  const operation = await newOperation()
  const [keep, other] = [await describe(operation, girl('A')), await describe(operation, girl('B'))]
  await merge(keep, other, girl('A B'))
  await amend(keep, 'A C')
  await unmerge(other)
  const [kept, parted] = await answersOf([keep, other])
  expect([kept!.description?.names.en, parted!.description?.names.en]).toEqual(['A C', 'B'])
})

test('of two people who join at once one joins and the other is told; a circle is not closed', async () => {
  const operation = await newOperation()
  const ids: string[] = []
  for (const name of ['A', 'B', 'C']) ids.push(await describe(operation, girl(name)))
  const [a, b, c] = ids as [string, string, string]
  const both = await Promise.allSettled([merge(a, b), merge(b, a)])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((both.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
    no: { code: 'joined-already' },
  })
  const root = (await openFile(a)).id
  await merge(c, root)
  for (const id of ids) expect((await openFile(id)).id).toBe(c)
  await expect(merge(a, c)).rejects.toMatchObject({ no: { code: 'joined-already' } })
  expect((await openFile(a)).timeline.filter((one) => one.type === 'casefile.described')).toHaveLength(5)
})

test('what other stations hold is not moved: the refusal says what is there and which way round', async () => {
  const operation = await newOperation()
  const [bare, full] = [await describe(operation, girl('A')), await describe(operation, girl('B'))]
  await world.as('coordinator')('clearance', 'beginClearance', { operation, children: [{ child: full }] })
  await expect(merge(bare, full)).rejects.toMatchObject({
    no: { code: 'other-has-more', sentence: expect.stringContaining('Clear') },
  })
  await merge(full, bare)
  const [x, y] = [await newRequest(operation), await newRequest(operation)]
  await expect(merge(x, y)).rejects.toMatchObject({ no: { code: 'both-have-asked' } })
  await expect(merge(x, full)).rejects.toMatchObject({ no: { code: 'kinds-differ' } })
})

test('over two operations only whoever works on both; who works on one is told, and sees no more than before', async () => {
  const [here, there] = [await newOperation(), await newOperation()]
  const [keep, other] = [await describe(here, girl('A')), await describe(there, girl('B'))]
  const only = async (operation: string) => {
    const account = { name: 'Consul', profession: 'consul', language: 'en' } as const
    const actor = await makeAccount(world.house.owner, account)
    const assignment = { actor, scope: 'operation' as const }
    await world.as('coordinator')('casefile', 'assign', { file: operation, assignment })
    return world.withToken(await world.signIn(actor))
  }
  const [ofHere, ofThere] = [await only(here), await only(there)]
  await expect(ofHere('casefile', 'mergeFiles', { keep, other, reason })).rejects.toMatchObject({
    no: { code: 'file-not-found' },
  })
  await merge(keep, other)
  await expect(ofThere('casefile', 'openFile', { file: other })).rejects.toMatchObject({
    no: { code: 'joined-elsewhere' },
  })
  const seen = await ofHere('casefile', 'openFile', { file: keep })
  expect(seen.timeline.filter((one) => one.fromOther && !one.type.startsWith('casefile.setAside'))).toEqual(
    [],
  )
  await expect(ofHere('casefile', 'unmergeFile', { other, reason })).rejects.toMatchObject({
    no: { code: 'joined-elsewhere' },
  })
})

type Step = { what: 'merge' | 'unmerge' | 'confirm' | 'withdraw' | 'amend'; a: number; b: number }
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('merge', 'merge', 'unmerge', 'unmerge', 'confirm', 'withdraw', 'amend'),
  a: fc.nat({ max: 4 }),
  b: fc.nat({ max: 4 }),
})

test('after any joining and parting every event is read once, in one file, and a rebuild agrees', async () => {
  const operation = await newOperation()
  const relatives = [await newRequest(operation), await newRequest(operation)]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const ids: string[] = []
      for (const name of ['A', 'B', 'C', 'D', 'E']) ids.push(await describe(operation, girl(name)))
      const [said, into] = [new Map(ids.map((id, at) => [id, 'ABCDE'[at]!])), new Map<string, string>()]
      const rootOf = (id: string): string => (into.has(id) ? rootOf(into.get(id)!) : id)
      for (const { what, a, b } of steps) {
        const [one, two, relative] = [ids[a]!, ids[b]!, relatives[b % 2]!]
        const work = {
          merge: () => merge(one, two).then(() => into.set(rootOf(two), rootOf(one))),
          unmerge: () => unmerge(one).then(() => into.delete(one)),
          confirm: () => confirm(one, relative),
          withdraw: () => withdraw(one, relative),
          amend: () => amend(one, `${a}${b}`).then(() => said.set(rootOf(one), `${a}${b}`)),
        }[what]
        await work().catch((cause) => expect(cause.no?.kind).toBe('refusal'))
      }
      await everyEventOnce(ids)
      const rows = await allRows()
      await rebuild(world.house)
      expect(await allRows()).toEqual(rows)

      // Parted one after the other until nothing is joined, each file says what was last said of it by itself.
      for (const id of ids) await unmerge(id).catch((cause) => expect(cause.no?.code).toBe('not-joined'))
      await everyEventOnce(ids)
      const parted = await filesOf(ids)
      expect(
        parted.flatMap((file) => file.events.filter((event) => event.origin && !isAboutFiles(event.type))),
      ).toEqual([])
      expect(parted.map((file) => descriptionOf(file)?.names.en)).toEqual([...said.values()])
    }),
    { numRuns: 6 },
  )
}, 300_000)

async function everyEventOnce(ids: string[]): Promise<void> {
  const visible = await filesOf([...new Set((await filesOf(ids)).map((file) => file.id))])
  const { rows } = await sql<{ seq: number }>`select distinct seq from event_files
    where file = any(${ids}::uuid[]) order by seq`.execute(world.house.owner)
  const read = visible.flatMap((file) => file.events)
  const ofOne = read.filter((event) => !isAboutFiles(event.type)).map((event) => event.seq)
  expect(new Set(ofOne).size).toBe(ofOne.length)
  expect([...new Set(read.map((event) => event.seq))].sort((x, y) => x - y)).toEqual(
    rows.map((row) => row.seq),
  )
  for (const file of visible)
    expect(new Set(file.events.map((event) => event.seq)).size).toBe(file.events.length)
}
