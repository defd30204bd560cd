import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from './language.ts'
import { formatNumber, formatPercent } from './numbers.ts'
import { ordinal } from './ordinals.ts'
import { formatPower, powerText } from './powers.ts'
import { compareText, kazakhAlphabet } from './sorting.ts'

describe('numbers', () => {
  it('take the signs of the language', () => {
    expect(languages.map((one) => formatNumber(one, -1234567.5))).toEqual([
      '\u22121\u202f234\u202f567,5',
      '\u22121\u202f234\u202f567,5',
      '\u22121,234,567.5',
      '\u200e\u22121,234,567.5',
    ])
    expect(formatNumber('kk', 1.97, { digits: 1 })).toBe('2')
    expect(formatNumber('kk', 1.97, { digits: 1, fixed: true })).toBe('2,0')
    expect(formatPercent('kk', 0.785, { digits: 1 })).toBe('78,5\u202f%')
  })

  it('say powers of ten in words', () => {
    // 10^1.97 = 93.3, 10^6.301 = 2.0 million, 10^9 is a billion.
    expect(formatPower('en', 1.97)).toEqual({ exponent: '1.97', words: 'about 93' })
    expect(formatPower('ru', Math.log10(2e6)).words).toBe('около 2 миллионов')
    expect(formatPower('ru', Math.log10(1.5e6)).words).toBe('около 1,5 миллиона')
    expect(formatPower('kk', 9).words).toBe('шамамен 1 миллиард')
    expect(formatPower('kk', 23.4).words).toBe('1 саны мен одан кейінгі 23 нөл')
    expect(formatPower('en', -2)).toEqual({ exponent: '\u22122', words: 'about 100' })
    expect(powerText('kk', 1.97)).toBe('10^1,97')
  })
})

describe('ordinals', () => {
  it('keep Kazakh vowel harmony with the last word spoken', () => {
    const back = [6, 9, 10, 16, 20, 30, 40, 60, 90, 106, 1000]
    const front = [1, 2, 3, 4, 5, 7, 8, 11, 50, 70, 80, 100, 200, 1950]
    for (const n of back) expect(ordinal('kk', n)).toBe(`${n}-шы`)
    for (const n of front) expect(ordinal('kk', n)).toBe(`${n}-ші`)
  })

  it('are right in English, Russian and Arabic', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map((n) => ordinal('en', n)).join(' ')).toBe(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 112th',
    )
    expect(ordinal('ru', 27)).toBe('27-й')
    expect([ordinal('ar', 3), ordinal('ar', 27)]).toEqual(['الثالث', 'الـ27'])
  })
})

describe('sorting', () => {
  it('has the 42 letters of the Kazakh alphabet, each once', () => {
    expect(new Set(kazakhAlphabet).size).toBe(42)
  })

  it('puts Kazakh names in Kazakh order', () => {
    const names = [
      'Үміт',
      'Ұлан',
      'Іңкәр',
      'Ықылас',
      'Әйгерім',
      'Асан',
      'Қарлығаш',
      'Кенже',
      'Ғани',
      'Һарун',
      'Болат',
    ]
    expect(names.toSorted(compareText('kk'))).toEqual([
      'Асан',
      'Әйгерім',
      'Болат',
      'Ғани',
      'Кенже',
      'Қарлығаш',
      'Ұлан',
      'Үміт',
      'Һарун',
      'Ықылас',
      'Іңкәр',
    ])
  })

  it('counts numbers in names in every language', () => {
    for (const language of languages) {
      expect(['Child 11', 'Child 2'].toSorted(compareText(language))).toEqual(['Child 2', 'Child 11'])
    }
    expect(['Ана', 'ана', 'Ан', 'سعاد', 'Ann', '3'].toSorted(compareText('kk')).slice(0, 4)).toEqual([
      '3',
      'Ан',
      'ана',
      'Ана',
    ])
  })

  it('is a total order', () => {
    const text = fc.string({ unit: fc.constantFrom(...'аәқкіi1 0ا-Қ'), maxLength: 5 })
    const compare = compareText('kk')
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0)
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
