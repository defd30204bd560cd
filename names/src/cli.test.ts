import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const CLI = join(import.meta.dirname, 'cli.ts')
const run = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' })

const folder = mkdtempSync(join(tmpdir(), 'names-'))
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('search prints query, rank, candidate and log10LR', () => {
  const candidates = file('candidates', '\ufeffНурлан Серик\r\nАйгерим Ахметова\r\n\r\n')
  const queries = file('queries', 'ايجريم احمدوفا\n')
  const { stdout, status } = run('search', '--candidates', candidates, '--queries', queries, '--top', '1')
  const [header, first, ...rest] = stdout.trimEnd().split('\n')
  expect(status).toBe(0)
  expect(header).toBe('query\trank\tcandidate\tlog10LR')
  expect(first).toMatch(/^ايجريم احمدوفا\t1\tАйгерим Ахметова\t\d+\.\d{3}$/)
  expect(rest).toEqual([])
})

test('--help explains', () => {
  const { stdout, status } = run('--help')
  expect(status).toBe(0)
  expect(stdout).toContain('names search --candidates FILE --queries FILE')
})

test.each([
  [[], 'The only command is "search"; see names --help.'],
  [['search'], 'Both --candidates FILE and --queries FILE are needed.'],
  [
    ['search', '--candidates', CLI, '--queries', CLI, '--top', '0'],
    '--top must be a whole number, 1 or more.',
  ],
  [['search', '--colour'], "Unknown option '--colour'; see names --help."],
])('bad input %j is refused in one sentence', (args, sentence) => {
  const { stderr, status } = run(...args)
  expect(status).toBe(2)
  expect(stderr).toBe(`${sentence}\n`)
})

test('a file that is not there is named', () => {
  const { stderr, status } = run('search', '--candidates', '/no/such/file', '--queries', CLI)
  expect(status).toBe(2)
  expect(stderr).toMatch(/^Cannot read \/no\/such\/file: ENOENT.*\.\n$/)
})
