import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './files.ts'

type Row = { threat: string; holds: string; tests: string[] }

/** The rows of the tables: letter, threat, what holds, tests. */
const rowsOf = (page: string): Row[] =>
  page
    .split('\n')
    .filter((line) => /^\| [STRIDE] \|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, , threat = '', holds = '', tests = '']) => ({
      threat,
      holds,
      tests: tests.split(', ').filter(Boolean),
    }))

/** What is wrong with a row; it has a test that is there, or says why it has none. */
function problemsOf({ threat, holds, tests }: Row): string[] {
  if (holds.startsWith('not covered:'))
    return tests.length || holds.length < 30 ? [`${threat}: covered or not?`] : []
  if (tests.length === 0) return [`${threat}: no test`]
  return tests
    .filter((path) => !/\.test\.ts$/.test(path) || !existsSync(join(root, path)))
    .map((path) => `${threat}: ${path} is no test`)
}

const page = readFileSync(join(root, 'docs/threat-model.md'), 'utf8')

test('every threat names a test that is there, or says why there is none', () => {
  const rows = rowsOf(page)
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.flatMap(problemsOf)).toEqual([])
  // A line of a table that is not read as a row would never be checked.
  const lines = page.split('\n').filter((line) => line.startsWith('|') && !/^\|( \| Threat|---)/.test(line))
  expect(rows).toHaveLength(lines.length)
})

test.each([
  ['| S | A | B | stories/no-such.test.ts |', 'is no test'],
  ['| S | A | B | README.md |', 'is no test'],
  ['| S | A | B | |', 'no test'],
  ['| S | A | not covered: | |', 'covered or not?'],
])('a planted %s is found', (line, why) => {
  expect(rowsOf(line).flatMap(problemsOf).join()).toContain(why)
})
