import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isCompatible, licencePage, PAGE, readLock, wrongDependencies } from './dependencies.ts'

test('every package is pinned by its content, runs nothing when installed, and may be shipped with the house', () => {
  expect(wrongDependencies(readLock())).toEqual([])
})

test('the page of licences is the one the lock file gives', () => {
  expect(readFileSync(PAGE, 'utf8'), 'run: node checks/dependencies.ts').toBe(licencePage(readLock()))
})

const good = { license: 'MIT', integrity: 'sha512-x' }
test.each([
  [{ ...good, license: 'BUSL-1.1' }, 'a: BUSL-1.1 does not go with AGPL-3.0-or-later'],
  [{ ...good, license: undefined }, 'a: no licence named does not go with AGPL-3.0-or-later'],
  [{ ...good, integrity: undefined }, 'a: no SHA-512 of its content in the lock file'],
  [{ ...good, hasInstallScript: true }, 'a: runs a script when installed'],
])('a planted fault is found: %o', (locked, sentence) => {
  expect(wrongDependencies({ 'node_modules/a': locked })).toEqual([sentence])
})

test.each([
  ['MIT OR Apache-2.0', true],
  ['(MIT OR BUSL-1.1)', true],
  ['MIT AND BUSL-1.1', false],
  ['MIT AND OFL-1.1', true],
])('%s goes with AGPL: %s', (expression, answer) => {
  expect(isCompatible(expression)).toBe(answer)
})
