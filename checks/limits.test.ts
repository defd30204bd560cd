import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './files.ts'

const page = readFileSync(join(root, 'docs/limits.md'), 'utf8')
const constant = (path: string, name: string): number => {
  const said = new RegExp(`${name}(?:: \\w+)? = ([\\d_* ]+)`).exec(
    readFileSync(join(root, path), 'utf8'),
  )?.[1]
  expect(said, `${name} in ${path}`).toBeDefined()
  return said!
    .replaceAll('_', '')
    .split('*')
    .reduce((product, one) => product * Number(one), 1)
}

const sheet = 'app/src/platform/sheet'
const formats = 'kinship/src/formats'
/** What the page says in words -> the constant it speaks of, in the page's unit. */
test.each([
  ['within (\\d+) seconds \\| 431', 'app/src/server.ts', 'HEADERS_MS', 1000],
  ['within (\\d+) seconds \\| 413, 408 \\|\n\\| Lists', 'app/src/server.ts', 'REQUEST_MS', 1000],
  ['request \\| ([\\d,]+) \\| 400', 'app/src/doors/bodies.ts', 'MOST_NESTED', 1],
  ['of a list \\| ([\\d,]+), ', `${sheet}.ts`, 'MOST_ROWS', 1],
  ['of a list \\| 50,000, (\\d+), ', `${sheet}.ts`, 'MOST_COLUMNS', 1],
  ['of a list \\| 50,000, 200, ([\\d,]+) ', `${sheet}.ts`, 'MOST_CELLS', 1],
  ['Letters of a cell \\| ([\\d,]+) ', `${sheet}.ts`, 'LONGEST_CELL', 1],
  ['unpacked \\| (\\d+) MB', `${sheet}/zip.ts`, 'MOST_UNPACKED', 1024 * 1024],
  ['unpacked \\| 48 MB, (\\d+) entries', `${sheet}/zip.ts`, 'MOST_ENTRIES', 1],
  ['entries, (\\d+) sheets', `${sheet}/workbook.ts`, 'MOST_SHEETS', 1],
  ['laboratory’s file \\| ([\\d,]+) ', 'app/src/evidence/operations/reading.ts', 'MOST_LINES', 1],
  [
    'Samples of a laboratory’s file \\| ([\\d,]+) ',
    'app/src/evidence/operations/reading.ts',
    'MOST_SAMPLES',
    1,
  ],
  ['prefixes of XML \\| ([\\d,]+), 64', `${formats}/xml.ts`, 'mostElements', 1],
  ['Sessions of one account \\| (\\d+);', 'app/src/casefile/accounts/sessions.ts', 'MOST_SESSIONS', 1],
  ['double up to (\\d+) seconds', 'app/src/platform/sign-in/slow-down.ts', 'LONGEST_WAIT', 1],
  ['\\| (\\d+) in 15 minutes', 'app/src/platform/sign-in/slow-down.ts', 'ADDRESS_FAILURES', 1],
] as const)('the page of limits and the sources say the same: %s', (words, path, name, unit) => {
  const written = new RegExp(words.replaceAll('’', "[’']")).exec(page)?.[1]
  expect(Number(written?.replaceAll(',', '')), words).toBe(constant(path, name) / unit)
})
