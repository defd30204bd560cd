import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCustody } from './custody.ts'
import { makeExpected } from './expected.ts'
import { toFamilias, toFrequencies } from './familias.ts'
import { children, typed } from './family.ts'
import { badList, foundList, foundListInArabic, russianList } from './found-list.ts'
import { toFaultyGenemapper, toGenemapper } from './genemapper.ts'
import { makeGenotypes } from './genotypes.ts'
import { makeKits } from './kits.ts'
import { makeOperation } from './operation.ts'
import { makePeople } from './people.ts'
import { randomFrom } from './random.ts'
import { makeRequests } from './requests.ts'
import { toXlsx } from './sheet.ts'
import { toCsv, toJson, toRows } from './table.ts'

/** The day of the flight that the mission tells of. */
export const SEED = 20191127

/** Spreadsheets take a text for UTF-8 when it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

const GROUP = { genotypes: 'Cauc', frequencies: 'US Caucasian' }

const readRows = (path: string) => toRows(readFileSync(path, 'utf8').replaceAll('\r', ''), ',')

/** Every file of `examples/rusafa` by its name. `frequencies`: the folder with the two NIST files. */
export function makeRusafa(frequencies: string, seed = SEED): Record<string, string | Buffer> {
  const donors = readRows(join(frequencies, 'nist1036_genotypes.csv')).filter(
    (row) => row.population === GROUP.genotypes,
  )
  const table = toFrequencies(readRows(join(frequencies, 'nist1036.csv')), GROUP.frequencies)
  const random = randomFrom(seed)
  const made = makeGenotypes(random, donors)
  const { profiles } = made
  return {
    'people.json': toJson(makePeople()),
    'requests.json': toJson(makeRequests()),
    'operation.json': toJson(makeOperation()),
    'expected.json': toJson(makeExpected(seed, made, table)),
    'kits.csv': makeKits(),
    'custody.csv': makeCustody(),
    'found-children.csv': BYTE_ORDER_MARK + toCsv(foundList()),
    'found-children-arabic.csv': BYTE_ORDER_MARK + toCsv(foundListInArabic()),
    'found-children.xlsx': toXlsx(foundList()),
    'found-children-bad.csv': BYTE_ORDER_MARK + badList(),
    'found-children-1251.csv': russianList(),
    'genemapper-relatives.txt': toGenemapper(
      random,
      typed.filter((one) => one.status !== 'child'),
      profiles,
    ),
    'genemapper-children.txt': toGenemapper(random, children, profiles),
    'genemapper-with-faults.txt': toFaultyGenemapper(random, profiles),
    'family-cousins.fam': toFamilias(
      profiles,
      typed.map((one) => one.id),
      table,
    ),
  }
}
