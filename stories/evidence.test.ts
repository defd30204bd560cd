import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  bringKit,
  consentAll,
  describeFamily,
  drawFamily,
  drawingOf,
  openOperation,
  step,
} from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string
beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2026-11-20T10:00:00Z') })
  operation = await openOperation(world)
})
afterAll(() => world.close())

const refused = (code: string) => ({ no: { kind: 'refusal', code } })

test('a family is drawn, opened with names, amended; an older view of it is refused', async () => {
  const ids = await describeFamily(world, operation, 'Saparova')
  const family = await drawFamily(world, operation, ids)
  const ask = world.as('coordinator')
  const opened = await ask('evidence', 'openFamily', { family })
  expect(opened.people.find((one) => one.id === ids.aunt)).toMatchObject({
    typed: false,
    couldBeAsked: true,
    consented: false,
    person: { names: { en: 'Saparova aunt' } },
  })
  expect(opened.people.find((one) => one.id === ids.mother)).toMatchObject({
    deceased: true,
    couldBeAsked: false,
  })
  expect(opened.people.find((one) => one.id === 'x-1')).toMatchObject({ person: null, couldBeAsked: false })
  await ask('evidence', 'drawFamily', { family, operation, drawing: drawingOf(ids), seen: opened.version })
  await expect(
    ask('evidence', 'drawFamily', { family, operation, drawing: drawingOf(ids), seen: opened.version }),
  ).rejects.toMatchObject(refused('file-changed'))
  const { families } = await ask('evidence', 'listFamilies', { operation })
  expect(families.find((one) => one.family === family)?.people).toHaveLength(6)
  const { children } = await ask('casefile', 'home', { operation })
  expect(children.find((one) => one.id === ids.girl)?.steps).toContainEqual(
    expect.objectContaining({ station: 'evidence', state: 'waiting', waitsFor: 'claim' }),
  )
})

test('an impossible family is refused with names', async () => {
  const ids = await describeFamily(world, operation, 'Omarova')
  const drawing = {
    people: drawingOf(ids).people.map((one) => (one.id === ids.girl ? { ...one, mother: ids.uncle } : one)),
  }
  await expect(world.as('lawyer')('evidence', 'drawFamily', { operation, drawing })).rejects.toMatchObject({
    no: {
      code: 'family-mother-not-female',
      sentence: 'Omarova uncle is drawn as a mother and is not female.',
    },
  })
  const younger = {
    people: [
      { id: ids.girl, father: null, mother: null, sex: 'female' as const },
      { id: 'x-1', father: null, mother: null, sex: 'male' as const },
      { id: ids.aunt, father: 'x-1', mother: ids.girl, sex: 'female' as const },
    ],
  }
  await expect(
    world.as('lawyer')('evidence', 'drawFamily', { operation, drawing: younger }),
  ).rejects.toMatchObject(refused('family-parent-younger'))
})

test('a kit goes from hand to hand without a gap, and its number is used once', async () => {
  const ids = await describeFamily(world, operation, 'Kitova')
  const ask = world.as('geneticist')
  await ask('evidence', 'issueKit', { person: ids.aunt, step: step('K-100', 'Nurse', '11') })
  await expect(
    ask('evidence', 'issueKit', { person: ids.uncle, step: step('K-100', 'Nurse', '11') }),
  ).rejects.toMatchObject(refused('kit-used'))
  await expect(
    ask('evidence', 'handOverKit', {
      person: ids.aunt,
      step: { ...step('K-100', 'Courier', '12'), from: 'Somebody' },
    }),
  ).rejects.toMatchObject(refused('chain-broken'))
  await expect(
    ask('evidence', 'handOverKit', {
      person: ids.aunt,
      step: { ...step('K-100', 'Courier', '10'), from: 'Nurse' },
    }),
  ).rejects.toMatchObject(refused('step-before-last'))
  await expect(
    ask('evidence', 'receiveKit', {
      person: ids.uncle,
      step: { ...step('K-100', 'Laboratory', '12'), from: 'Nurse' },
    }),
  ).rejects.toMatchObject(refused('kit-unknown'))
  await ask('evidence', 'receiveKit', {
    person: ids.aunt,
    step: { ...step('K-100', 'Laboratory', '12'), from: 'Nurse' },
  })
  const open = {
    person: ids.aunt,
    step: { ...step('K-100', 'Laboratory', '13'), from: 'Laboratory', sealWhole: false },
  }
  await expect(ask('evidence', 'openKit', open)).rejects.toMatchObject(refused('no-consent-dna'))
  await consentAll(world, ids, ['aunt'])
  await ask('evidence', 'openKit', open)
  const { kits } = await ask('evidence', 'listKits', { operation })
  expect(kits.find((kit) => kit.number === 'K-100')).toMatchObject({
    state: 'seal-broken',
    person: { id: ids.aunt },
  })
  await expect(world.as('lawyer')('evidence', 'listKits', { operation })).rejects.toMatchObject(
    refused('not-allowed'),
  )
})

test('two who issue the same number at once: one is told that it is used', async () => {
  const ids = await describeFamily(world, operation, 'Racing')
  const ask = world.as('geneticist')
  const both = await Promise.allSettled(
    [ids.aunt, ids.uncle].map((person) =>
      ask('evidence', 'issueKit', { person, step: step('K-200', 'Nurse', '11') }),
    ),
  )
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: refused('kit-used') })
  await consentAll(world, ids, ['uncle'])
  await bringKit(world, ids.uncle, 'K-201')
  const { kits } = await ask('evidence', 'openKits', { person: ids.uncle })
  expect(kits.at(-1)?.steps.map((one) => one.state)).toEqual(['issued', 'handed-over', 'received', 'opened'])
})
