import { readCases, solveCases } from '@sandsage/kinship/formats'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { claimAndWeigh, openOperation, openTypedFamily } from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
let operation: string
beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2026-11-20T10:00:00Z') })
  operation = await openOperation(world)
})
afterAll(() => world.close())

const refused = (code: string) => ({ no: { kind: 'refusal', code } })
const stepOf = async (child: string) => {
  const { children } = await world.as('coordinator')('casefile', 'home', { operation })
  return children.find((one) => one.id === child)?.steps.find((step) => step.station === 'evidence')
}

test('a grandmother, an aunt and an uncle: typed, weighed, signed by two, decided', async () => {
  const { ids, family, imported } = await openTypedFamily(world, operation, 'Asanova', 11)
  expect(imported.done).toHaveLength(5)
  const { claim, child, weighing, finding, log10LR } = await claimAndWeigh(
    world,
    family,
    ids,
    ['girl', 'boy'],
    {},
  )
  expect(finding).toBe('supported')
  expect(await stepOf(ids.boy)).toMatchObject({ state: 'waiting', waitsFor: 'first-signature' })
  const signing = { claim, child, weighing, verdict: 'supported' as const }
  await world.as('geneticist')('evidence', 'signDecision', signing)
  await expect(world.as('geneticist')('evidence', 'signDecision', signing)).rejects.toMatchObject(
    refused('signed-already'),
  )
  expect(await stepOf(ids.boy)).toMatchObject({ state: 'waiting', waitsFor: 'second-signature' })
  expect(await world.as('lawyer')('evidence', 'signDecision', signing)).toMatchObject({
    stands: 'decided',
    decision: 'supported',
  })
  await expect(world.as('coordinator')('evidence', 'signDecision', signing)).rejects.toMatchObject(
    refused('decided-already'),
  )
  await expect(
    world.as('geneticist')('evidence', 'weighClaim', {
      claim,
      child,
      parameters: { table: 'norstr-europe' },
    }),
  ).rejects.toMatchObject(refused('decided-already'))
  expect(await stepOf(ids.girl)).toMatchObject({ state: 'done' })
  expect(await stepOf(ids.boy)).toMatchObject({ state: 'done' })
  const report = await world.as('lawyer')('evidence', 'reportOfClaim', { claim, child })
  expect(report.decision).toBe('supported')
  expect(report.weighing?.perLocus.reduce((sum, one) => sum + Number(one.log10LR), 0)).toBeCloseTo(
    Number(log10LR),
    9,
  )
  expect(report.lowest.log10LR).toBeLessThanOrEqual(Number(log10LR))
  expect(JSON.stringify(report)).not.toContain('genotypes')
})

test('an exported claim is recomputed to the same value by the science alone', async () => {
  const { ids, family } = await openTypedFamily(world, operation, 'Export', 21)
  const { claim, child, log10LR } = await claimAndWeigh(world, family, ids)
  const { file } = await world.as('geneticist')('evidence', 'exportClaim', { claim, child })
  const text = Buffer.from(file.base64, 'base64').toString()
  for (const id of Object.values(ids)) expect(text).not.toContain(id)
  const { results } = solveCases(readCases(text))
  expect(results[0]).toMatchObject({ log10LR: { H1: expect.closeTo(Number(log10LR), 9) } })
  await expect(world.as('lawyer')('evidence', 'exportClaim', { claim, child })).rejects.toMatchObject(
    refused('not-allowed'),
  )
})

test('without consent nothing is weighed; a relative who withdraws is left out', async () => {
  const { ids, family } = await openTypedFamily(world, operation, 'Withdrawn', 31)
  const { claim, child, log10LR, weighing } = await claimAndWeigh(world, family, ids)
  const ask = world.as('geneticist')
  const withdraw = (person: string) =>
    ask('casefile', 'withdrawConsent', { person, purpose: 'dna', on: '2026-11-19' })
  await withdraw(ids.aunt)
  await expect(
    ask('evidence', 'signDecision', { claim, child, weighing, verdict: 'supported' }),
  ).rejects.toMatchObject(refused('no-consent-dna'))
  const again = await ask('evidence', 'weighClaim', {
    claim,
    child,
    parameters: { table: 'nist1036-caucasian', theta: 0 },
  })
  expect(again.log10LR).not.toBe(log10LR)
  const report = await ask('evidence', 'reportOfClaim', { claim, child })
  expect(report.weighing?.leftOut).toEqual([ids.aunt])
  expect(report.limits).toContainEqual({ code: 'left-out', n: 1 })
  await withdraw(ids.boy)
  await expect(
    ask('evidence', 'weighClaim', { claim, child, parameters: { table: 'nist1036-caucasian' } }),
  ).rejects.toMatchObject(refused('no-consent-dna'))
})

test('two who sign at the same moment: both count, and two of one side do not', async () => {
  const { ids, family } = await openTypedFamily(world, operation, 'Together', 41)
  const { claim, child, weighing, finding } = await claimAndWeigh(world, family, ids)
  const signing = { claim, child, weighing, verdict: finding }
  const [one, other] = [world.as('lawyer'), world.as('coordinator')].map((ask) =>
    ask('evidence', 'signDecision', signing),
  )
  const both = await Promise.allSettled([one, other])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: refused('second-of-care'),
  })
  expect(
    await world.as('geneticist')('evidence', 'signDecision', { ...signing, child: ids.boy }),
  ).toMatchObject({ decision: finding })
})

test('two verdicts are kept as a contradiction until one is taken back with a reason', async () => {
  const { ids, family } = await openTypedFamily(world, operation, 'Divided', 51)
  const { claim, child, weighing, finding } = await claimAndWeigh(world, family, ids)
  await world.as('geneticist')('evidence', 'signDecision', { claim, child, weighing, verdict: finding })
  const doubt = { claim, child, weighing, verdict: 'inconclusive' as const }
  await expect(world.as('lawyer')('evidence', 'signDecision', doubt)).rejects.toMatchObject(
    refused('reason-needed'),
  )
  await world.as('lawyer')('evidence', 'signDecision', {
    ...doubt,
    reason: 'The mother names another father.',
  })
  expect(await stepOf(child)).toMatchObject({ state: 'problem', waitsFor: 'disagreement' })
  const agree = { claim, child, weighing, verdict: finding }
  await expect(world.as('coordinator')('evidence', 'signDecision', agree)).rejects.toMatchObject(
    refused('signatures-disagree'),
  )
  await world.as('lawyer')('evidence', 'withdrawSignature', {
    claim,
    child,
    reason: 'The mother was asked again.',
  })
  expect(await world.as('coordinator')('evidence', 'signDecision', agree)).toMatchObject({
    decision: 'supported',
  })
  await world.as('coordinator')('evidence', 'withdrawSignature', {
    claim,
    child,
    reason: 'Signed the wrong claim.',
  })
  expect(await stepOf(child)).toMatchObject({ state: 'waiting', waitsFor: 'second-signature' })
})

test('a second family cannot be decided for the same child, and is told the name of the first', async () => {
  const { ids, family } = await openTypedFamily(world, operation, 'First', 61)
  const first = await claimAndWeigh(world, family, ids)
  for (const asker of ['geneticist', 'lawyer'] as const)
    await world.as(asker)('evidence', 'signDecision', {
      claim: first.claim,
      child: first.child,
      weighing: first.weighing,
      verdict: 'supported',
    })
  const other = await openTypedFamily(world, operation, 'Second', 62, ['grandmother'])
  const people = [
    { id: other.ids.grandmother, father: null, mother: null, sex: 'female' as const },
    { id: 'x-1', father: null, mother: null, sex: 'male' as const },
    { id: 'x-2', father: 'x-1', mother: other.ids.grandmother, sex: 'male' as const },
    { id: 'x-3', father: null, mother: null, sex: 'female' as const },
    { id: ids.girl, father: 'x-2', mother: 'x-3', sex: 'female' as const },
  ]
  const { family: rival } = await world.as('geneticist')('evidence', 'drawFamily', {
    operation,
    drawing: { people },
  })
  const second = await claimAndWeigh(world, rival, { ...ids, grandmother: other.ids.grandmother }, ['girl'])
  expect(second.finding).not.toBe('supported')
  const signing = {
    claim: second.claim,
    child: ids.girl,
    weighing: second.weighing,
    verdict: 'supported' as const,
    reason: 'Her papers say so.',
  }
  await expect(world.as('lawyer')('evidence', 'signDecision', signing)).rejects.toMatchObject({
    no:
      second.finding === 'contradicted'
        ? { code: 'against-the-dna' }
        : { code: 'competing-decision', sentence: expect.stringContaining('First grandmother') },
  })
})

test('read tables are the same after a rebuild, and no genotype stands in clear anywhere', async () => {
  const { genotyped } = await openTypedFamily(world, operation, 'Clear', 71)
  const tables = ['family_people', 'typed', 'kits', 'claims', 'steps']
  const rows = async () => {
    const found: Record<string, string[]> = {}
    for (const table of tables) {
      const { rows } = await sql<{
        row: string
      }>`select to_jsonb(t)::text as row from ${sql.id(table)} t order by 1`.execute(world.house.owner)
      found[table] = rows.map(({ row }) => row)
    }
    return found
  }
  const before = await rows()
  await rebuild(world.house)
  expect(await rows()).toEqual(before)
  const { rows: open } = await sql<{
    text: string
  }>`select string_agg(open::text, ' ') as text from events`.execute(world.house.owner)
  const clear = JSON.stringify(before) + open[0]!.text
  // Two neighbouring alleles as JSON writes them, and any locus at all: neither may be there.
  for (const [locus, genotype] of Object.entries(genotyped.girl)) {
    expect(clear).not.toContain(`"${locus}"`)
    expect(clear).not.toContain(JSON.stringify(genotype))
  }
  expect(world.faults).toEqual([])
})
