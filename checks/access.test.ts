import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accessPage, PAGE } from './access.ts'

test('the page of who may is the one the tables give', () => {
  expect(readFileSync(PAGE, 'utf8'), 'run: node checks/access.ts').toBe(accessPage())
})
