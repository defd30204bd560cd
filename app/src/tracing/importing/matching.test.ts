import { expect, test } from 'vitest'
import { planRows } from '../rows.ts'
import { NAMELESS } from '../text.ts'
import { ofDescription, ofSought } from '../weighing/described.ts'
import { weigh } from '../weighing/weigh.ts'
import { editDistance } from './closeness.ts'
import { mergeThree, withSameAge } from './difference.ts'
import { externalKey, keysOf } from './keys.ts'
import { type Known, type Lists, matchRows } from './matching.ts'

const now = new Date('2026-05-15T00:00:00Z')
const header = ['ID', 'Name', 'Mother', 'Age', 'Sex']
const rowsOf = (...lines: string[]) => planRows([header, ...lines.map((line) => line.split(';'))], now)!.rows
const asked = (...lines: string[]) =>
  rowsOf(...lines).map((row) => ({
    row,
    keys: keysOf('op', row.listed!.description),
    external: row.id ? externalKey('op', row.id) : null,
  }))
/** Children as an earlier list brought them: child `c2` stood in row 2. */
const known = (list: string, ...lines: string[]): Known[] =>
  rowsOf(...lines).map((row) => {
    const { names, sex, birth, mother } = row.listed!.description
    return {
      ...keysOf('op', { names, mother }),
      ...{ child: `c${row.row}`, spellings: names, sex },
      born: { earliest: birth.earliest ?? null, latest: birth.latest ?? null },
      in: [{ import: list, row: row.row, external: row.id ? externalKey('op', row.id) : null, said: null }],
    }
  })
const lists = (change: Partial<Lists> = {}): Lists => ({
  ...{ same: new Set(), alike: new Set(['v1']), chosen: undefined },
  ...change,
})
const found = (rows: ReturnType<typeof asked>, children: Known[], change: Partial<Lists> = {}) => {
  const { of, version } = matchRows(rows, children, lists(change))
  return [
    version,
    ...[...of].sort(([a], [b]) => a - b).map(([row, { how, child }]) => `${row} ${how} ${child}`),
  ]
}

const first = [
  ';Aisha Akhmetova;Madina;6;f',
  ';Bilal Karimov;Zarina;8;m',
  ';Maryam Yusupova;Gulnar;5;f',
] as const

test.each([
  ['as it was', [...first], ['2 version c2', '3 version c3', '4 version c4']],
  ['turned round', [first[2], first[0], first[1]], ['2 version c4', '3 version c2', '4 version c3']],
  [
    'names and surnames turned round',
    [';Akhmetova Aisha;Madina;6;f', first[1]],
    ['2 version c2', '3 version c3'],
  ],
  [
    'a slip in a name, the row moved',
    [first[1], ';Aisha Akhmatova;Madina;6;f'],
    ['2 version c3', '3 version c2'],
  ],
  ['a year older', [';Aisha Akhmetova;Madina;7;f', first[1]], ['2 version c2', '3 version c3']],
  [
    'another mother of the same name',
    [';Aisha Akhmetova;Layla;6;f', first[1], first[2]],
    ['2 version c2', '3 version c3', '4 version c4'],
  ],
  [
    'a brother in the sister’s row',
    [';Yusuf Akhmetov;Madina;6;m', first[1], first[2]],
    ['3 version c3', '4 version c4'],
  ],
  [
    'somebody else in the row',
    [';Layla Omarova;Nazgul;2;f', first[1], first[2]],
    ['3 version c3', '4 version c4'],
  ],
])('a later version %s', (_name, rows, expected) => {
  expect(found(asked(...rows), known('v1', ...first))).toEqual(['v1', ...expected])
})

test('the list’s own number decides before the name, and not for somebody else', () => {
  const children = known('v1', 'R1;Aisha;Madina;6;f', 'R2;Aisha;Madina;6;f', 'R3;Bilal;Zarina;8;m')
  const rows = asked('R2;Aisha;Madina;6;f', 'R1;Aysha;Madina;6;f', 'R3;Layla Omarova;Nazgul;2;f')
  expect(found(rows, children)).toEqual(['v1', '2 version c3', '3 version c2', '4 number-of-another c4'])
})

test('a list with other headers is no version: whom the operation knows is here, who is only alike is told', () => {
  const children = known('other', ';Aisha;Madina;6;f', ';Bilal;;8;m', ';Maryam;Gulnar;5;f')
  const rows = asked(
    ';Aisha;Madina;6;f',
    ';Bilal;Zarina;8;m',
    ';Yusuf;Layla;3;m',
    ';Petr;Anna;4;m',
    ';Ivan;Olga;3;m',
  )
  expect(found(rows, children, { alike: new Set() })).toEqual([null, '2 here c2', '3 alike c3'])
  expect(found(rows, children, { chosen: 'other', alike: new Set() })).toEqual([
    'other',
    '2 version c2',
    '3 version c3',
  ])
  expect(found(rows, children, { chosen: null })).toEqual([null, '2 here c2', '3 alike c3'])
})

test('two children whose names nobody knows are never taken for each other', () => {
  const children = known('v1', ';unknown;Madina;6;f', ';unknown;;3;m')
  expect(found(asked(';unknown;Madina;6;f'), children, { chosen: null })).toEqual([null])
})

test('tracing weighs the placeholder of a name nobody knows as no name', () => {
  const sought = ofSought({ name: 'Имя неизвестно', sex: 'female', birth: { earliest: 2019, latest: 2020 } })
  const child = { sex: 'female' as const, birth: { earliest: 2019, latest: 2020 } }
  const { evidence } = weigh(sought, ofDescription({ ...child, names: NAMELESS }))
  expect(evidence.map(({ about }) => about).sort()).toEqual(['birth', 'sex'])
})

test('whom the list names no more is missing', () => {
  const { missing } = matchRows(asked(first[0], first[2]), known('v1', ...first), lists())
  expect(missing).toEqual([{ child: 'c3', row: 3 }])
})

test.each([
  ['with numbers', (at: number) => `R${at};Muhammad Ali;Mother ${at % 5000};${at % 17};m`],
  ['with mothers', (at: number) => `;Muhammad Ali;Mother ${at};${at % 17};m`],
  ['of one name and nothing else', () => ';Muhammad Ali;;;m'],
])('5,000 rows of one name among 5,000 children %s: each in one row, soon', (_name, line) => {
  const children = known(
    'v1',
    ...Array.from({ length: 5000 }, (_, at) => line(at)).map((text, at) => text.replace('Ali', `Ali${at}`)),
  )
  const same = children.map((child) => ({
    ...child,
    ...keysOf('op', { names: { en: 'Muhammad Ali' } }),
    mothers: child.mothers,
  }))
  const rows = asked(...Array.from({ length: 5000 }, (_, at) => line(at).replace('Ali', `Ali${at}`))).map(
    (one) => ({ ...one, keys: { ...one.keys, names: same[0]!.names } }),
  )
  const began = performance.now()
  const { of } = matchRows(rows, same, lists({ chosen: 'v1' }))
  expect([of.size, new Set([...of.values()].map(({ child }) => child)).size]).toEqual([5000, 5000])
  expect(performance.now() - began).toBeLessThan(20_000)
})

const base = {
  names: { en: 'Aisha' },
  sex: 'female' as const,
  birth: { earliest: 2019, latest: 2020 },
  place: 'Baghdad',
}

test.each([
  ['the list changed it and nobody else', { place: 'Erbil' }, {}, 'Erbil', 1, 0],
  ['a person changed it and the list did not', {}, { place: 'Mosul' }, 'Mosul', 0, 1],
  ['both did', { place: 'Erbil' }, { place: 'Mosul' }, 'Mosul', 0, 1],
  ['both alike', { place: 'Erbil' }, { place: 'Erbil' }, 'Erbil', 0, 0],
  ['an empty cell says nothing', { place: undefined }, {}, 'Baghdad', 0, 0],
])('of three words on a place: %s', (_name, list, house, place, changes, kept) => {
  const merged = mergeThree(base, { ...base, ...house }, { ...base, ...list })
  expect([merged.next.place, merged.changes.length, merged.kept.length]).toEqual([place, changes, kept])
})

test('a spelling more takes none away, and a name found out replaces that none was known', () => {
  expect(mergeThree(base, base, { ...base, names: { ar: 'عائشة' } }).next.names).toEqual({
    en: 'Aisha',
    ar: 'عائشة',
  })
  const nameless = { ...base, names: { en: 'Name not known', ru: 'Имя неизвестно' } }
  expect(mergeThree(nameless, nameless, base).next.names).toEqual({ en: 'Aisha' })
  expect(mergeThree(base, base, nameless)).toMatchObject({ next: base, changes: [], kept: [] })
})

test('an age written as before is the birth it was, though a year has passed', () => {
  const later = { description: { ...base, birth: { earliest: 2020, latest: 2021 } }, ageWritten: '6' }
  expect(withSameAge(later, { listed: base, ageWritten: '6' }).birth).toEqual(base.birth)
  expect(withSameAge(later, { listed: base, ageWritten: '7' }).birth).toEqual({
    earliest: 2020,
    latest: 2021,
  })
})

test.each([
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['айша', 'айша', 0],
])('from %s to %s are %i letters', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
})
