import { expect, test } from 'vitest'
import { wrongDirections, wrongImport } from './direction.ts'
import { type Source, sourcesBelow } from './files.ts'
import { wrongPurity } from './purity.ts'
import { wrongSizes } from './size.ts'

const sources = ['kinship', 'names', 'airlift', 'app/src'].flatMap(sourcesBelow)

test('imports go from right to left, and across stations only to model.ts', () => {
  expect(wrongDirections(sources)).toEqual([])
})

test('sciences, models and rules are pure, and no room speaks another’s words', () => {
  expect(wrongPurity(sources)).toEqual([])
})

test('files are small', () => {
  expect(wrongSizes(sources)).toEqual([])
})

// Each check must be able to fail: a planted violation, one per rule.
const planted = (path: string, text: string): Source => ({ path, text })

test.each([
  ['app/src/tracing/rules.ts', "import { x } from '../evidence/model.ts'", 'to its right'],
  ['app/src/platform/database.ts', "import { x } from '../casefile/model.ts'", 'to its right'],
  ['app/src/clearance/operations.ts', "import { x } from '../evidence/rules.ts'", 'only model.ts'],
  ['app/src/casefile/context.ts', "import { x } from '../server.ts'", 'to its right'],
  ['airlift/src/planner/index.ts', "import { x } from '@sandsage/kinship'", 'imports nothing of ours'],
])('a planted import in %s is found', (path, text, why) => {
  expect(wrongDirections([planted(path, text)]).join()).toContain(why)
})

test.each([
  ['kinship/src/index.ts', "import { readFileSync } from 'node:fs'", 'imports node:fs'],
  ['app/src/clearance/rules.ts', 'export const today = () => Date.now()', 'uses Date.now()'],
  ['app/src/tracing/model.ts', "import { useState } from 'react'", 'imports react'],
  ['airlift/src/plan.ts', 'export type Plan = { children: string[] }', 'no word of airlift'],
  ['app/src/platform/sealing.ts', 'const consent = 1', 'no word of platform'],
])('a planted impurity in %s is found', (path, text, why) => {
  expect(wrongPurity([planted(path, text)]).join()).toContain(why)
})

test('a planted long file is found', () => {
  expect(wrongSizes([planted('app/src/tracing/rules.ts', 'x\n'.repeat(400))]).join()).toContain('401 lines')
})

test('what may be, may be', () => {
  expect(wrongImport('app/src/clearance/rules.ts', 'app/src/evidence/model.ts')).toBeUndefined()
  expect(wrongImport('app/src/server.ts', 'app/src/tracing/operations.ts')).toBeUndefined()
  expect(wrongImport('app/src/evidence/rules.ts', '@sandsage/kinship')).toBeUndefined()
})
