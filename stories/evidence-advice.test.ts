import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeFamily, drawFamily, openOperation, openTypedFamily } from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string
beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2026-11-20T10:00:00Z') })
  operation = await openOperation(world)
})
afterAll(() => world.close())

const refused = (code: string) => ({ no: { kind: 'refusal', code } })
const near = (person: string, cost: number, likely = true) => ({
  person,
  reach: { canBeReached: true, cost, place: 'Oral', likely },
})

/** A grandmother who is typed; her daughter and son are not. */
const openOne = async (surname: string, seed: number) => {
  const opened = await openTypedFamily(world, operation, surname, seed, ['grandmother'])
  return { ...opened, question: { family: opened.family, child: opened.ids.boy } }
}

test('a coordinator marks who can be reached; the geneticist is told whom to test, and keeps it for them', async () => {
  const { ids, family, question } = await openOne('Advised', 11)
  const people = [near(ids.aunt, 40_000), near(ids.uncle, 90_000)]
  expect(await world.as('coordinator')('evidence', 'noteReach', { people })).toEqual({ noted: 2 })
  expect(await world.as('coordinator')('evidence', 'noteReach', { people })).toEqual({ noted: 0 })
  const kept = await world.as('geneticist')('evidence', 'keepAdvice', question)
  const both = kept.plans.find(({ test, kit }) => test.length === 2 && kit === null)!
  const aunt = kept.plans.find(({ test, kit }) => test.join() === ids.aunt && kit === null)!
  expect(aunt.cost).toBe(40_000)
  expect(both.cost).toBe(130_000)
  // More relatives can only tell more (within the errors of the simulation).
  const error = 3 * (both.passError + aunt.passError + kept.now.passError)
  expect(both.pass).toBeGreaterThan(aunt.pass - error)
  expect(aunt.pass).toBeGreaterThan(kept.now.pass - error)
  expect(kept.sayings.find(({ code }) => code === 'test')).toMatchObject({ from: kept.now.chance })
  const seen = await world.as('coordinator')('evidence', 'openAdvice', { family })
  expect(seen.kept).toMatchObject([{ child: ids.boy, outdated: false, best: kept.best }])
  expect(seen.people.find(({ id }) => id === ids.aunt)?.reach).toMatchObject({ cost: 40_000, likely: true })
  expect(JSON.stringify(seen)).not.toContain('genotypes')
})

test('the same question gets the same answer, and trying it out records nothing', async () => {
  const { ids, family, question } = await openOne('Tried', 12)
  const asked = [{ person: ids.aunt, cost: 0, likely: false }]
  const ask = () => world.as('geneticist')('evidence', 'adviseFamily', { ...question, asked })
  const first = await ask()
  expect(await ask()).toEqual(first)
  // Half a chance that she agrees: half of what her sample would add.
  const plan = first.plans.find(({ test, kit }) => test.length === 1 && kit === null)!
  expect(plan.chance).toBeCloseTo((plan.pass + first.now.pass) / 2, 1)
  expect((await world.as('lawyer')('evidence', 'openAdvice', { family })).kept).toEqual([])
})

test('mtDNA of the father’s side adds nothing, and that is said', async () => {
  const ids = await describeFamily(world, operation, 'Paternal')
  const { family } = await world.as('geneticist')('evidence', 'drawFamily', {
    operation,
    drawing: {
      people: [
        { id: 'x-1', father: null, mother: null, sex: 'male' },
        { id: ids.grandmother, father: null, mother: null, sex: 'female' },
        { id: 'x-2', father: 'x-1', mother: ids.grandmother, sex: 'male' },
        { id: ids.mother, father: null, mother: null, sex: 'female', deceased: true },
        { id: ids.girl, father: 'x-2', mother: ids.mother, sex: 'female' },
      ],
    },
  })
  const { sayings, plans } = await world.as('geneticist')('evidence', 'adviseFamily', {
    ...{ family, child: ids.girl },
    asked: [{ person: ids.grandmother, cost: 0, likely: true }],
  })
  expect(sayings).toContainEqual({ code: 'no-shared-line', kit: 'mtdna', marker: 'MT' })
  // A girl has no Y chromosome: it is not even a plan.
  expect(plans.some(({ kit }) => kit === 'y')).toBe(false)
})

test('a new drawing makes kept advice out of date; a typed relative is not asked again', async () => {
  const { ids, family, question } = await openOne('Redrawn', 13)
  await world.as('geneticist')('evidence', 'keepAdvice', question)
  const { version } = await world.as('geneticist')('evidence', 'openFamily', { family })
  const { people } = await world.as('geneticist')('evidence', 'openFamily', { family })
  const rows = people.map(({ id, father, mother, sex }) => ({ id, father, mother, sex }))
  await world.as('geneticist')('evidence', 'drawFamily', {
    ...{ family, operation, seen: version, drawing: { people: rows } },
  })
  const seen = await world.as('coordinator')('evidence', 'openAdvice', { family })
  expect(seen.kept).toMatchObject([{ outdated: true }])
  const asked = [{ person: ids.grandmother, cost: 0, likely: true }]
  await expect(
    world.as('geneticist')('evidence', 'adviseFamily', { ...question, asked }),
  ).rejects.toMatchObject(refused('typed-already'))
})

test('only a geneticist computes on genotypes; a child without parents gets a reason', async () => {
  const ids = await describeFamily(world, operation, 'Refused')
  const family = await drawFamily(world, operation, ids)
  const question = { family, child: ids.boy }
  await expect(world.as('coordinator')('evidence', 'adviseFamily', question)).rejects.toMatchObject(
    refused('not-allowed'),
  )
  await expect(
    world.as('geneticist')('evidence', 'adviseFamily', { family, child: ids.grandmother }),
  ).rejects.toMatchObject(refused('child-without-parents'))
})

test('what was said of a relative stands sealed in the log', async () => {
  const { ids } = await openOne('Sealed', 14)
  const reach = { canBeReached: true, cost: 5, place: 'Hidden village', likely: false }
  await world.as('lawyer')('evidence', 'noteReach', { people: [{ person: ids.aunt, reach }] })
  const { rows } = await sql<{ row: string }>`select to_jsonb(e)::text as row from events e`.execute(
    world.house.owner,
  )
  expect(rows.some(({ row }) => row.includes('Hidden village'))).toBe(false)
})
