import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** The package stands below node_modules, as where somebody installed it. */
const home = mkdtempSync(join(tmpdir(), 'kinship-package-'))
const installed = join(home, 'node_modules/@sandsage/kinship')

const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' })

beforeAll(() => {
  mkdirSync(installed, { recursive: true })
  const { status, stdout, stderr } = node(join(import.meta.dirname, 'pack.ts'), installed)
  expect(status, stdout + stderr).toBe(0)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('every door of the published package opens, without the sources', () => {
  writeFileSync(
    join(home, 'use.mjs'),
    `import { readFileSync } from 'node:fs'
     const { exports } = JSON.parse(readFileSync('node_modules/@sandsage/kinship/package.json', 'utf8'))
     for (const door of Object.keys(exports)) {
       const names = Object.keys(await import('@sandsage/kinship' + door.slice(1)))
       console.log(door, names.length > 0)
     }`,
  )
  const { stdout, stderr } = node('use.mjs')
  expect(stderr).toBe('')
  expect(stdout.trim().split('\n').length).toBeGreaterThanOrEqual(3)
  expect(stdout).not.toContain('false')
})

test('its command solves a case: F 6/6, K 6/6, p = 0.25 gives 1 / 0.25', () => {
  const person = (id: string, father: string | null) => ({ id, father, mother: null, sex: 'male' })
  const example = {
    id: 'duo',
    kind: 'likelihoodRatio',
    loci: [
      { name: 'TH01', chrom: 'autosomal', alleles: ['6', '9.3'], frequencies: [0.25, 0.75], mutation: null },
    ],
    genotypes: { F: { TH01: ['6', '6'] }, K: { TH01: ['6', '6'] } },
    hypotheses: [
      { name: 'father', pedigrees: [[person('F', null), person('K', 'F')]] },
      { name: 'unrelated', pedigrees: [[person('F', null)], [person('K', null)]] },
    ],
  }
  const file = join(home, 'case.json')
  writeFileSync(file, JSON.stringify({ format: 'sandsage.kinship-cases/1', cases: [example] }))
  const { stdout, status } = node(join(installed, 'dist/cli.js'), 'solve', file)
  expect(status).toBe(0)
  expect(JSON.parse(stdout).results[0].LR.father).toBeCloseTo(4, 12)
})
