import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { linesOf } from './cli/lines.ts'

const CLI = join(import.meta.dirname, 'cli.ts')
const run = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' })

const folder = mkdtempSync(join(tmpdir(), 'names-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string | Uint8Array): string => {
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

const some = file('some', 'Айгерим\n')
const search = (candidates: string, queries: string) =>
  run('search', '--candidates', candidates, '--queries', queries)

test.each([
  ['an empty file', '', 'has no names to search among.'],
  ['a byte order mark alone', '\ufeff', 'has no names to search among.'],
  ['blank lines', '\r\n \n\t\n\0', 'has no names to search among.'],
])('candidates: %s', (name, text, sentence) => {
  const path = file(`candidates of ${name}`, text)
  const { stdout, stderr, status } = search(path, some)
  expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: `${path} ${sentence}\n`, status: 2 })
})

test('queries: an empty file', () => {
  const path = file('none', '')
  const { stderr, status } = search(some, path)
  expect({ stderr, status }).toEqual({ stderr: `${path} has no names to search for.\n`, status: 2 })
})

test.each([
  ['windows-1251', Uint8Array.of(0xc0, 0xe9, 0xe3, 0xe5, 0xf0, 0xe8, 0xec, 10)],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x10, 0x04, 10, 0)],
  ['a letter cut in two at the end', Uint8Array.of(0xd0)],
])('%s is refused by name', (name, bytes) => {
  const path = file(name, bytes)
  const { stderr, status } = search(path, some)
  expect(status).toBe(2)
  expect(stderr).toBe(`Cannot read ${path}: it is not UTF-8 text; save it as UTF-8.\n`)
})

test('a folder is refused by name', () => {
  const { stderr, status } = search(folder, some)
  expect({ stderr, status }).toEqual({ stderr: `Cannot read ${folder}: it is a folder.\n`, status: 2 })
})

test('a file without line ends is refused', () => {
  const path = file('endless', 'а'.repeat(1_500_000))
  expect(search(path, some).stderr).toMatch(/^Line 1 of .* is longer than 100000 characters; one name a line/)
})

test('a query without letters is named, and the others are answered', () => {
  const { stdout, stderr, status } = search(some, file('odd', '42\nнеизвестно\n\u202eАйгерим\u0000\u0007\n'))
  expect(status).toBe(0)
  expect(stderr).toBe('No name to search for in: 42\nNo name to search for in: неизвестно\n')
  expect(stdout.split('\n')[1]).toMatch(/^\u202eАйгерим {2}\t1\tАйгерим\t\d/)
})

test('lines end in LF, CRLF or CR, wherever a piece of the file ends', () => {
  const names = Array.from({ length: 90_000 }, (_, n) => `Айгерим ${n}`)
  for (const end of ['\n', '\r\n', '\r']) {
    const path = file('ends', `\ufeff${names.join(end)}${end}`)
    expect([...linesOf(path)]).toEqual(names)
  }
})

test('a reader that closes early ends it quietly', () => {
  const path = file('many', 'Айгерим\n'.repeat(3000))
  const line = `"${process.execPath}" "${CLI}" search --candidates "${some}" --queries "${path}" | head -1`
  const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' })
  expect({ stdout, stderr }).toEqual({ stdout: 'query\trank\tcandidate\tlog10LR\n', stderr: '' })
})
