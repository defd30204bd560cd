import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { familiasFromCase } from './formats/familias-from-case.ts'
import { writeFamilias } from './formats/familias-write.ts'
import { weigh } from './provenance.ts'
import { writeRecord } from './replay-record.ts'
import type { KinshipCase } from './types.ts'

const folder = mkdtempSync(join(tmpdir(), 'kinship-cli-'))
const program = join(import.meta.dirname, 'cli.ts')
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
const solve = (content: string | Uint8Array) => {
  const file = join(folder, 'cases.json')
  writeFileSync(file, content)
  return run('solve', file)
}

test('a good, an unknown and a malformed case: one value, two refusals, exit 0', () => {
  const good = {
    id: 'one',
    kind: 'likelihoodRatio',
    loci: [{ name: 'L', chrom: 'autosomal', alleles: ['A', 'B'], frequencies: [0.25, 0.75], mutation: null }],
    genotypes: { F: { L: ['A', 'A'] }, K: { L: ['A', 'A'] } },
    hypotheses: [
      {
        name: 'H1',
        pedigrees: [
          [
            { id: 'F', father: null, mother: null, sex: 'male' },
            { id: 'K', father: 'F', mother: null, sex: 'male' },
          ],
        ],
      },
      {
        name: 'H2',
        pedigrees: [
          [{ id: 'F', father: null, mother: null, sex: 'male' }],
          [{ id: 'K', father: null, mother: null, sex: 'male' }],
        ],
      },
    ],
  }
  const cases = [good, { id: 'two', kind: 'horoscope' }, { id: 'three', kind: 'likelihood' }]
  const { status, stdout } = solve(JSON.stringify({ format: 'sandsage.kinship-cases/1', cases }))
  expect(status).toBe(0)
  const { format, results } = JSON.parse(stdout)
  expect(format).toBe('sandsage.kinship-results/1')
  expect(results[0]).toMatchObject({ id: 'one', kind: 'likelihoodRatio', reference: 'H2' })
  expect(results[0].LR.H1).toBeCloseTo(1 / 0.25, 12)
  expect(
    results
      .slice(1)
      .map((result: { id: string; refusal: { code: string } }) => [result.id, result.refusal.code]),
  ).toEqual([
    ['two', 'kind-not-supported'],
    ['three', 'case-malformed'],
  ])
})

test('what cannot be read ends with 2 and one sentence', () => {
  for (const attempt of [
    solve('nonsense'),
    solve('{}'),
    run('solve', join(folder, 'nowhere')),
    run('solve', folder),
    run(),
  ]) {
    expect(attempt.status).toBe(2)
    expect(attempt.stdout).toBe('')
    expect(attempt.stderr.trim().split('\n')).toHaveLength(1)
  }
})

test('a Familias file is solved in UTF-8, UTF-16 and windows-1251', () => {
  const alone = { father: null, mother: null }
  const text = writeFamilias(
    familiasFromCase({
      loci: [
        { name: 'L', chrom: 'autosomal', alleles: ['A', 'B'], frequencies: [0.25, 0.75], mutation: null },
      ],
      genotypes: { Отец: { L: ['A', 'A'] }, K: { L: ['A', 'A'] } },
      hypotheses: [
        {
          name: 'father',
          pedigrees: [
            [
              { id: 'Отец', ...alone, sex: 'male' },
              { id: 'K', father: 'Отец', mother: null, sex: 'male' },
            ],
          ],
        },
        {
          name: 'unrelated',
          pedigrees: [[{ id: 'Отец', ...alone, sex: 'male' }], [{ id: 'K', ...alone, sex: 'male' }]],
        },
      ],
    }),
  )
  const cyrillic = Uint8Array.from(text, (letter) =>
    letter < '\u0080' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x0410 + 0xc0,
  )
  for (const content of [text, Buffer.from(`\uFEFF${text}`, 'utf16le'), cyrillic]) {
    const { status, stdout } = solve(content)
    expect(status).toBe(0)
    expect(JSON.parse(stdout).results[0].LR.father).toBeCloseTo(1 / 0.25, 12)
  }
})

test('--help names the command and the exit codes', () => {
  expect(execFileSync(process.execPath, [program, '--help'], { encoding: 'utf8' })).toMatch(
    /kinship solve FILE[\s\S]*Exit: 0/,
  )
})

test('a record is replayed from its file; one altered number is named', () => {
  const input: KinshipCase = {
    loci: [{ name: 'L', chrom: 'autosomal', alleles: ['A', 'B'], frequencies: [0.25, 0.75], mutation: null }],
    genotypes: { F: { L: ['A', 'A'] }, K: { L: ['A', 'B'] } },
    hypotheses: [
      {
        name: 'father',
        pedigrees: [
          [
            { id: 'F', father: null, mother: null, sex: 'male' },
            { id: 'K', father: 'F', mother: null, sex: 'male' },
          ],
        ],
      },
      {
        name: 'unrelated',
        pedigrees: [
          [{ id: 'F', father: null, mother: null, sex: 'male' }],
          [{ id: 'K', father: null, mother: null, sex: 'male' }],
        ],
      },
    ],
  }
  const record = weigh(input)
  if ('refusal' in record) throw new Error(record.refusal.message)
  const text = writeRecord(record)
  const file = join(folder, 'record.json')
  writeFileSync(file, text)
  expect(run('replay', file)).toMatchObject({ status: 0, stdout: expect.stringContaining('Identical') })
  const altered = JSON.parse(text)
  altered.answer.ratios.LR.father = 3
  writeFileSync(file, JSON.stringify(altered))
  expect(run('replay', file)).toMatchObject({ status: 1, stdout: expect.stringContaining('LR.father') })
  writeFileSync(file, '{}')
  expect(run('replay', file).status).toBe(2)
})
