import { lociFrom } from '@sandsage/kinship'
import { getFrequencyTable } from '@sandsage/kinship/tables'
import { expect, test } from 'vitest'
import type { DrawnPerson } from '../model/family.ts'
import { misfitsOf } from './misfits.ts'
import { pairHypotheses, positionsOf, withPlace } from './positions.ts'
import { bandOf, weighPairs } from './search.ts'
import { weighLoci } from './weigh.ts'

const one = (
  id: string,
  sex: DrawnPerson['sex'],
  father: string | null = null,
  mother: string | null = null,
) => ({ id, sex, father, mother }) satisfies DrawnPerson
const people = [
  one('x-1', 'male'),
  one('grandmother', 'female'),
  one('aunt', 'female', 'x-1', 'grandmother'),
  one('mother', 'female', 'x-1', 'grandmother'),
  one('x-2', 'male'),
  one('girl', 'female', 'x-2', 'mother'),
  one('x-3', 'unknown', 'x-2', 'mother'),
]
const isChild = (id: string) => id === 'girl'
const drawing = { family: 'f', seq: 7, people }

test('brothers and sisters are one position; where no relative is typed there is none', () => {
  const found = positionsOf(drawing, isChild, (id) => id === 'aunt')
  expect(found.map(({ position, places }) => [position, places.map(({ id }) => id)])).toEqual([
    ['f/girl', ['girl', 'x-3']],
  ])
  expect(positionsOf(drawing, isChild, (id) => id === 'girl')).toEqual([])
})

test('a pair is drawn with the child in the place, and beside the family without idle strangers', () => {
  const { H1, H2 } = pairHypotheses(people, 'girl', new Set(['girl', 'x-3']), { id: 'c', sex: 'male' })
  expect(H1.find(({ id }) => id === 'c')).toMatchObject({ father: 'x-2', mother: 'mother', sex: 'male' })
  expect(H2.map(({ id }) => id).sort()).toEqual(['aunt', 'c', 'grandmother', 'mother', 'x-1'])
})

test('a pair of a search weighs what a claim about the same two weighs, with mutation and theta', () => {
  const table = getFrequencyTable('nist1036-caucasian')
  const genotypes = {
    aunt: { TH01: ['6', '9.3'], FGA: ['21', '24'], vWA: ['16', '17'] },
    grandmother: { TH01: ['6', '7'], FGA: ['21', '22'], vWA: ['16', '18'] },
    girl: { TH01: ['6', '8'], FGA: ['24', '25'], vWA: ['14', '15'] },
  }
  const parameters = {
    ...{ table: table.id, theta: 0.02, minimumFrequency: 0.005 },
    mutation: { model: 'proportional' as const, rate: 0.002 },
  }
  const loci = lociFrom(table, {
    ...{ names: ['TH01', 'FGA', 'vWA'], mutation: parameters.mutation, minimumFrequency: 0.005 },
    observed: genotypes,
  }).map(({ addedAlleles: _, publishedSum: __, ...locus }) => locus)
  const { girl, ...relatives } = genotypes
  const family = withPlace(people, 'girl', new Set(['girl', 'x-3']))
  const pairs = weighPairs(
    {
      ...{ parameters, seen: {}, relatives },
      positions: [{ position: 'f/girl', people: family, missing: 'girl' }],
      profiles: [{ id: 'c', sex: 'female', genotypes: girl }],
    },
    loci,
  )
  const H2 = [...family.filter(({ id }) => id !== 'girl'), one('girl', 'female')]
  const claim = weighLoci({ hypotheses: { H1: family, H2 }, children: ['girl'], genotypes, parameters }, loci)
  const cell = pairs.get('c')!.cells[0]!
  expect(cell.log10LR).toBeCloseTo(claim.log10LR, 9)
  for (const { locus, log10LR } of claim.perLocus)
    expect(cell.perLocus.find((found) => found.locus === locus)?.log10LR).toBeCloseTo(log10LR, 9)
})

const cell = (log10LR: number, ...perLocus: number[]) => ({
  log10LR,
  perLocus: perLocus.map((log, place) => ({ locus: `L${place}`, log10LR: log })),
})

test.each([
  [cell(4, 4), 'supports'],
  [cell(3.9, 3.9), 'towards'],
  [cell(0.01, 0.01), 'neither'],
  [cell(-3, -3), 'away'],
  [cell(-5, -6, 1), 'away'],
  [cell(-5, -3, -2), 'contradicts'],
])('the thresholds of a finding: %o is %s', (weighed, band) => {
  expect(bandOf(weighed)).toBe(band)
})

test('sex and age fit when they fit any of the places, and when they are not known', () => {
  const born = (sex: 'male' | 'female', year: number | null) => ({
    sex,
    birth_earliest: year,
    birth_latest: year,
  })
  const known = new Map([['girl', born('female', 2016)]])
  const places = [{ id: 'girl', sex: 'female' as const }]
  expect(misfitsOf(born('male', 2016), places, known)).toEqual(['sex'])
  expect(misfitsOf(born('female', 2019), places, known)).toEqual(['age'])
  expect(misfitsOf(born('female', null), places, known)).toEqual([])
  expect(misfitsOf(born('male', 2019), [...places, { id: 'x-3', sex: 'unknown' }], known)).toEqual([])
})
