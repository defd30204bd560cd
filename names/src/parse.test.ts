import { describe, expect, test } from 'vitest'
import { detectScript, fold, parseName } from './index.ts'

/** A written name and its parts, in the order written. */
const ROWS: [string, string][] = [
  ['Әйгерім Серікқызы Ахметова', 'әйгерім given, серікқызы patronymic, ахметова surname'],
  ['Ахметов Нурлан Серикович', 'ахметов surname, нурлан given, серикович patronymic'],
  ['Серік қызы Әлия', 'серік қызы patronymic, әлия given'],
  ['Serik uulu Bolot', 'serik uulu patronymic, bolot given'],
  ['محمد بن سلمان', 'محمد given, بن سلمان patronymic'],
  ['Aisha bint Muhammad', 'aisha given, bint muhammad patronymic'],
  ['Фирӯз Раҳмонзода', 'фирӯз given, раҳмонзода patronymic'],
  ['Дарья Достоевская', 'дарья given, достоевская surname'],
  ['أبو بكر البغدادي', 'أبو بكر kunya, البغدادي surname'],
  ['Umm al-Hasan', 'umm al hasan kunya'],
  ['السيد علي الحسني', 'علي given, الحسني surname'],
  ['عبد الله', 'عبد الله given'],
  ['Nur al-Din', 'nur al din given'],
  ['Dr. John Smith', 'john given, smith unknown'],
  ['Ермек', 'ермек given'],
  ['<b>=1+2</b>', 'b given, b unknown'],
]

test.each(ROWS)('%s', (text, parts) => {
  expect(
    parseName(text)
      .map((part) => `${part.text} ${part.role}`)
      .join(', '),
  ).toBe(parts)
})

test('sex is read from endings and markers only', () => {
  const sexes = (text: string) => parseName(text).map((part) => part.sex)
  expect(sexes('Әлия Серікқызы Ахметова')).toEqual([null, 'female', 'female'])
  expect(sexes('Нурлан Серикович Ахметов')).toEqual([null, 'male', 'male'])
  expect(sexes('أم محمد')).toEqual(['female'])
  expect(sexes('Abu Hasan')).toEqual(['male'])
})

describe('detectScript', () => {
  test.each([
    ['Қайрат', 'cyrillic'],
    ['محمد', 'arabic'],
    ['Äigerim', 'latin'],
    ['კახა', 'other'],
    ['42 !', 'none'],
    ['Нұрлан (Nur)', 'cyrillic'],
  ])('%s is %s', (text, script) => expect(detectScript(text)).toBe(script))
})

describe('fold: one skeleton for all spellings', () => {
  test.each([
    [['Нұрлан', 'Нурлан', 'Nurlan', 'نورلان', 'Nourlane'], 'NRLN'],
    [['Әйгерім', 'Aigerim', 'ايجريم', 'أيغريم'], 'KRM'],
    [['Мұхаммед', 'Mohammed', 'مُحَمَّد', 'Мухаммад'], 'MHMT'],
    [['Гүлнар', 'Gulnar', 'غولنار', 'كلنار'], 'KLNR'],
    [['Ахметова', 'Akhmetov', 'احمدوفا'], 'HMT'],
  ])('%s', (spellings, skeleton) => {
    expect(spellings.map(fold)).toEqual(spellings.map(() => skeleton))
  })
})
