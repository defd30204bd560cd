import { readRecord, replay } from '@sandsage/kinship'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('a report stands on every table at one theta, and says how much the assumptions matter', async () => {
  const { ids, family } = await openTypedFamily(world, operation, 'Paper', 11)
  const { claim, child, log10LR } = await claimAndWeigh(world, family, ids, ['girl', 'boy'], {})
  const report = await world.as('lawyer')('evidence', 'reportOfClaim', { claim, child })
  const weighing = report.weighing!
  expect(weighing.parameters.theta).toBe(0.03)
  expect(weighing.underTheta).toBe(0.03)
  expect(weighing.underTables.map(({ table }) => table)).toContain('strider-saudi-arabia')
  expect(weighing.underTables.map(({ table }) => table)).not.toContain(weighing.parameters.table)
  const whole = weighing.underTables.filter(({ loci }) => loci === weighing.perLocus.length)
  const all = [Number(log10LR), ...whole.map((under) => Number(under.log10LR))]
  expect(report.lowest.log10LR).toBe(Math.min(...all))
  const asWeighed = weighing.sensitivity?.find(
    ({ theta, mutation }) => theta === 0.03 && mutation === 'usual',
  )
  expect(Number(asWeighed?.log10LR)).toBeCloseTo(Number(log10LR), 9)
})

test('the record of a claim replays to the same answer, and has the fingerprint printed on the report', async () => {
  const { ids, family } = await openTypedFamily(world, operation, 'Replayed', 21)
  const { claim, child, log10LR } = await claimAndWeigh(world, family, ids)
  const { file, inputHash } = await world.as('geneticist')('evidence', 'recordOfClaim', { claim, child })
  const report = await world.as('lawyer')('evidence', 'reportOfClaim', { claim, child })
  expect(inputHash).toBe(report.weighing?.inputHash)
  const text = Buffer.from(file.base64, 'base64').toString()
  for (const id of Object.values(ids)) expect(text).not.toContain(id)
  const record = readRecord(text)
  expect(replay(record)).toMatchObject({ isIdentical: true, difference: null })
  expect(record.answer).toMatchObject({ ratios: { log10LR: { H1: expect.closeTo(Number(log10LR), 9) } } })
  await expect(world.as('lawyer')('evidence', 'recordOfClaim', { claim, child })).rejects.toMatchObject(
    refused('not-allowed'),
  )
})
