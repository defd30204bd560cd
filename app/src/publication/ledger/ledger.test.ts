import { expect, test } from 'vitest'
import { entries } from './entries.generated.ts'
import { byMeasure } from './ledger.ts'

test('the official count and the article’s count of the first four flights stand side by side, each with its source', () => {
  const total = entries.find((entry) => entry.id === 'KZ-ZHUSAN-1-4-TOTAL')!
  const children = byMeasure(total).find((one) => one.measure === 'children')!
  expect(children.disagree).toBe(true)
  expect(children.claims.map((claim) => claim.value)).toEqual(['406', '470'])
  expect(new Set(children.claims.map((claim) => claim.source)).size).toBe(2)
})

test('every claim names its source, and no measure has an empty value', () => {
  const claims = entries.flatMap((entry) => entry.claims)
  expect(claims.filter((claim) => !claim.source || !claim.value)).toEqual([])
})

test('totals are marked, so that nobody adds them to their parts', () => {
  expect(entries.filter((entry) => entry.isTotal).map((entry) => entry.id)).toEqual([
    'KZ-ZHUSAN-1-4-TOTAL',
    'KZ-ALL-2023',
    'UZ-ALL-2021',
  ])
})
