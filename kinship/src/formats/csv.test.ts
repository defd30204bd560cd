import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KinshipRefusal } from '../refusal.ts'
import { delimiterOf, readCsv, writeCsv } from './csv.ts'

const cells = (text: string) => readCsv(text).map((row) => row.cells)
const code = (run: () => unknown) => {
  try {
    return run()
  } catch (error) {
    return error instanceof KinshipRefusal ? error.code : error
  }
}

describe('reading', () => {
  test('tabs, semicolons and commas are told apart by the first line that holds any', () => {
    expect(delimiterOf('a;b;9,3\n1,2,3,4,5')).toBe(';')
    expect(delimiterOf('title\na\tb')).toBe('\t')
    expect(delimiterOf('"a;b;c",d')).toBe(',')
    expect(delimiterOf('alone')).toBe(',')
  })

  test('quotes hold delimiters, line ends and doubled quotes; lines are counted through them', () => {
    expect(readCsv('a,"b, ""c""\nd"\r\n\r\ne,f')).toEqual([
      { line: 1, cells: ['a', 'b, "c"\nd'] },
      { line: 4, cells: ['e', 'f'] },
    ])
  })

  test('every line end, a byte-order mark, empty cells and blank rows', () => {
    expect(cells('\uFEFFa,b\rc,d\ne,\r\n,,\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', ''],
    ])
  })

  test('a quote inside a cell is a letter like any other', () => {
    expect(cells('5" tube,x')).toEqual([['5" tube', 'x']])
  })
})

describe('hostile tables are refused with the line', () => {
  const refusal = (text: string) => {
    try {
      readCsv(text)
      return null
    } catch (error) {
      return error instanceof KinshipRefusal ? [error.code, error.message.match(/[Ll]ine (\d+)/)?.[1]] : error
    }
  }

  test('an open quote, a line without end, a million columns, too many rows, too many characters', () => {
    expect(refusal('a,b\nc,"d')).toEqual(['quote-open', '2'])
    expect(refusal(`a,b\n${'x'.repeat(1_000_000)}`)).toEqual(['cell-too-long', '2'])
    expect(refusal(`a,b\n"${'""'.repeat(1_000_000)}"`)).toEqual(['cell-too-long', '2'])
    expect(refusal(`a,b\n${','.repeat(1_000_000)}`)).toEqual(['too-many-columns', '2'])
    expect(refusal('a\n'.repeat(500_001))).toEqual(['too-large', '500001'])
    expect(refusal('x'.repeat(50_000_001))).toEqual(['too-large', undefined])
    expect(refusal(' \n ')).toEqual(['empty', undefined])
  })
})

describe('writing', () => {
  test('a cell that a spreadsheet would run is kept from it, and read back as it was', () => {
    for (const name of ['=HYPERLINK("x")', '+7 701', '-1', '@SUM(A1)', '\t=1', "'=1", "''", '＝1']) {
      const written = writeCsv([[name, 'b']])
      expect(written.replace(/^"/, '')).toMatch(/^'/)
      expect(cells(written)).toEqual([[name, 'b']])
    }
  })

  test('whatever is written is read back', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({
        unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', "'", '=', '-', ' ', 'a', '\uFEFF'),
      }),
    )
    const isFilled = (row: string[]) => row.some((value) => value.trim() !== '')
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }).filter(isFilled), { minLength: 1 })
    fc.assert(
      fc.property(rows, fc.constantFrom('\t' as const, ';' as const, ',' as const), (table, delimiter) => {
        expect(readCsv(writeCsv(table, delimiter), delimiter).map((row) => row.cells)).toEqual(table)
      }),
    )
  })

  test('any text at all: a table or a refusal, never a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const found = code(() => readCsv(text))
        expect(Array.isArray(found) || typeof found === 'string').toBe(true)
      }),
    )
  })
})
