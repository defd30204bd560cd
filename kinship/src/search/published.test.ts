import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Genotypes, Locus, Person, Sex } from '../types.ts'
import { prepareFamilies } from './family-table.ts'
import { prepareProfiles } from './profile-table.ts'
import { search } from './search.ts'

type PairwiseCase = {
  id: string
  kind: string
  input: {
    pm: Record<string, { sex: Sex }>
    am: { pedigree: Person[] }[]
    missing: string[]
    loci: Locus[]
    pmGenotypes: Genotypes
    amGenotypes: Genotypes
  }
  expected: { LRmatrix: { rows: string[]; cols: string[]; values: (number | null)[][] } }
}

const file = fileURLToPath(new URL('../../../../shared/data/kinship/20-own-joint.json', import.meta.url))
const cases: PairwiseCase[] = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8')).cases.filter(({ kind }: PairwiseCase) => kind === 'dviPairwise')
  : []

test.skipIf(cases.length === 0)('every ratio of dvir’s pairwise tables to 1e-9', () => {
  for (const { input, expected } of cases) {
    const { pm, am, missing, loci, pmGenotypes, amGenotypes } = input
    const prepare = prepareFamilies(loci)
    const families = missing.map((id) => {
      const { pedigree } = am.find((family) => family.pedigree.some((person) => person.id === id))!
      const typed = Object.entries(amGenotypes).filter(([name]) =>
        pedigree.some((person) => person.id === name),
      )
      return prepare({ id, pedigrees: [pedigree], missing: id, genotypes: Object.fromEntries(typed) })
    })
    const profiles = prepareProfiles({
      loci,
      profiles: Object.entries(pm).map(([id, { sex }]) => ({ id, sex, genotypes: pmGenotypes[id] ?? {} })),
    })
    const { candidates } = search({ families, profiles, top: profiles.ids.length, chance: 'none' })
    const { rows, cols, values } = expected.LRmatrix
    rows.forEach((profile, row) => {
      cols.forEach((family, column) => {
        const found = candidates.find((one) => one.profile === profile && one.family === family)
        // 0: excluded; null: of the other sex.
        const value = values[row]![column] || null
        if (value === null) expect(found).toBe(undefined)
        else expect(Math.abs(10 ** found!.log10LR / value - 1)).toBeLessThan(1e-9)
      })
    })
  }
})
