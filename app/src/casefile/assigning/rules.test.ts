import { expect, test } from 'vitest'
import type { CaseFile } from '../event.ts'
import { requireFamily, requireScopeOf, stateOf } from './rules.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const now = day('2026-11-23')

test.each([
  [null, null, 'now'],
  [day('2026-11-23'), null, 'now'],
  [day('2026-11-24'), null, 'later'],
  [null, day('2026-11-23'), 'over'],
  [null, day('2026-11-24'), 'now'],
  [day('2026-11-25'), day('2026-11-22'), 'over'],
])('from %s until %s somebody works: %s', (begins, until, state) => {
  expect(stateOf({ begins, until }, now)).toBe(state)
})

test('an assignment is written in what its scope is of', () => {
  for (const [kind, scope] of [
    ['operation', 'operation'],
    ['operation', 'region'],
    ['family', 'family'],
    ['child', 'file'],
  ] as const)
    expect(() => requireScopeOf(kind, scope)).not.toThrow()
  expect(() => requireScopeOf('child', 'operation')).toThrow('wrong-scope')
  expect(() => requireScopeOf('operation', 'file')).toThrow('wrong-scope')
})

const file = (kind: string, operation: string): CaseFile => ({
  id: kind,
  kind,
  operation,
  version: 1,
  events: [],
})

test('a family is of people of its own operation', () => {
  expect(() =>
    requireFamily('a', [file('child', 'a'), file('relative', 'a')], file('family', 'a')),
  ).not.toThrow()
  expect(() => requireFamily('a', [file('operation', 'a')], undefined)).toThrow('not-a-person')
  expect(() => requireFamily('a', [file('child', 'b')], undefined)).toThrow('other-operation')
  expect(() => requireFamily('a', [file('child', 'a')], file('family', 'b'))).toThrow('other-operation')
  expect(() => requireFamily('a', [file('child', 'a')], file('child', 'a'))).toThrow('wrong-scope')
})
