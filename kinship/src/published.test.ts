import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutationMatrix } from './mutation.ts'
import type { MutationModel } from './types.ts'

const file = join(import.meta.dirname, '../../../shared/data/kinship/07-mutation-matrices.json')

type MatrixCase = {
  id: string
  input: { alleles: string[]; frequencies: number[]; params?: MutationModel }
  expected: { matrix?: number[][] }
}

test.skipIf(!existsSync(file))('mutation matrices agree with pedmut 0.9.1', () => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: MatrixCase[] }
  const plain = cases.filter(
    ({ input, expected }) => expected.matrix && input.params && !input.params.transform,
  )
  expect(plain.length).toBeGreaterThan(3)
  for (const { input, expected } of plain) {
    const found = mutationMatrix(input.params!, input.alleles, input.frequencies)
    found.forEach((row, i) => {
      row.forEach((cell, j) => {
        expect(Math.abs(cell - expected.matrix![i]![j]!)).toBeLessThanOrEqual(
          1e-12 * expected.matrix![i]![j]!,
        )
      })
    })
  }
})
