import { describe, expect, test } from 'vitest'
import { readSheet } from '../app/src/platform/sheet.ts'
import { planRows } from '../app/src/tracing/rows.ts'
import { readFamilias } from '../kinship/src/formats/familias.ts'
import { loci } from './scripts/rusafa/loci.ts'
import { bytesOf, expected, operation, people, profiles, textOf } from './testing/reading.ts'

const asOf = new Date(operation.asOf)
const plan = async (name: string) => planRows((await readSheet(bytesOf(name))).rows, asOf)!.rows

const yearOf = (day: string): number => Number(day.slice(0, 4))

describe('the house reads the lists', () => {
  test.each(['found-children.csv', 'found-children-arabic.csv', 'found-children.xlsx'])(
    '%s',
    async (name) => {
      const rows = await plan(name)
      expect(rows.flatMap((row) => row.problems)).toEqual([])
      expect(rows).toHaveLength(14)
      for (const { no, child: id } of expected.foundList) {
        const child = people.children.find((one) => one.id === id)!
        const { birth, sex } = rows[no - 1]!.listed!.description
        expect(sex, id).toBe(child.sex)
        const year = child.birth.date ? yearOf(child.birth.date) : child.birth.earliest!
        expect(birth.earliest, id).toBeLessThanOrEqual(year)
        expect(birth.latest, id).toBeGreaterThanOrEqual(year)
      }
    },
  )

  test('the list in windows-1251', async () => {
    const rows = await plan('found-children-1251.csv')
    expect(rows.flatMap((row) => row.problems)).toEqual([])
    expect(rows.map((row) => row.name)).toEqual([
      'Алихан Сулейменов',
      'Хадиша Сулейменова',
      'Юсуф Ахметов',
      'Ибрагим',
    ])
  })

  test('and stops at every line that is no child, at no other', async () => {
    const rows = await plan('found-children-bad.csv')
    const stopped = rows.filter((row) => row.problems.length > 0).map((row) => row.row)
    expect(stopped).toEqual(expected.badLines.filter((line) => line.stops).map((line) => line.line))
  })

  test('a workbook cut short is refused, wherever it is cut', async () => {
    const whole = bytesOf('found-children.xlsx')
    for (const share of [0.1, 0.5, 0.9, 0.999])
      await expect(
        readSheet(whole.subarray(0, Math.floor(whole.length * share))),
        String(share),
      ).rejects.toThrow()
  })
})

describe('the science reads family-cousins.fam', () => {
  const text = textOf('family-cousins.fam')

  test('whole', () => {
    const file = readFamilias(text)
    expect(file.problems).toEqual([])
    expect(file.loci.map((locus) => locus.name)).toEqual([...loci])
    expect(file.pedigrees.map((pedigree) => pedigree.name)).toEqual(['H1', 'H2'])
    for (const child of ['e1', 'e2'])
      for (const locus of loci)
        expect(file.genotypes[child]![locus], `${child} ${locus}`).toEqual(profiles[child]![locus])
    const told = people.families.find((family) => family.id === 'e')!.people
    const parents = file.pedigrees[0]!.people.map(({ id, father, mother }) => ({ id, father, mother }))
    expect(parents).toEqual(told.map(({ id, father, mother }) => ({ id, father, mother })))
  })

  test('and says so when it is cut short in the genotypes or the frequencies', () => {
    const lines = text.split('\n')
    for (const share of [0.01, 0.1, 0.3, 0.6, 0.9])
      expect(
        readFamilias(lines.slice(0, Math.floor(lines.length * share)).join('\n')).problems,
        String(share),
      ).not.toEqual([])
  })
})
