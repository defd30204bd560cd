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
  ['Раҳмон зода Алӣ', 'раҳмон зода patronymic, алӣ given'],
  ['Сафарзода Зебо', 'сафарзода patronymic, зебо given'],
  ['أم عبد الله', 'أم عبد الله kunya'],
  ['Abu Abd al-Rahman', 'abu abd al rahman kunya'],
  ['ابو عمر الشيشاني', 'ابو عمر kunya, الشيشاني surname'],
  ['فاطمة القزاخية', 'فاطمة given, القزاخية surname'],
  ['Fatima, daughter of Ahmad', 'fatima given, daughter of ahmad patronymic'],
  ['Son Heung Min', 'son given, heung unknown, min unknown'],
  ['محمد علي الملقب ابو حسن', 'محمد given, علي unknown, ابو حسن kunya'],
  ['Хадиша (она же Умм Ибрагим)', 'хадиша given, умм ибрагим kunya'],
  ['дочь: Айша Серікқызы', 'айша given, серікқызы patronymic'],
  ['Марат Әли-ұлы', 'марат given, әли ұлы patronymic'],
  ['Болот Асан уулу', 'болот given, асан уулу patronymic'],
  ["Karimov Islom Abdug'aniyevich", "karimov surname, islom given, abdug'aniyevich patronymic"],
  ['الحاج محمد العبيدي', 'محمد given, العبيدي surname'],
  ['Әлия қажы', 'әлия given'],
  ['Әлидің анасы', 'әлидің анасы kunya'],
  ['Мать Али', 'мать али kunya'],
  ['мать: Фатима Ахметова', 'фатима given, ахметова surname'],
  ['mother of Yusuf', 'mother of yusuf kunya'],
  ["Ali'nin annesi", "ali'nin annesi kunya"],
  ['Alining onasi', 'alining onasi kunya'],
  ['модари Алӣ', 'модари алӣ kunya'],
  ['والدة محمد', 'والدة محمد kunya'],
  ['Ҳоҷӣ Раҳим', 'раҳим given'],
  ['Hoji Karim', 'karim given'],
  ['Nodira opa', 'nodira given'],
  ['الأستاذ علي', 'علي given'],
  ['Ұстаз Бекзат', 'бекзат given'],
  ['Hasan Hoca', 'hasan given'],
  ['хаджи', 'хаджи given'],
  ['Anna known as Umm Yahya', 'anna given, umm yahya kunya'],
  ['Анна, известная как Умм Яхья', 'анна given, умм яхья kunya'],
  ['آنا المعروفة بأم يحيى', 'آنا given, بأم يحيى kunya'],
  ['unknown', ''],
  ['not known', ''],
  ['имя неизвестно', ''],
  ['аты белгісіз', ''],
  ['غير معروف', ''],
  ['UNKNOWN / неизвестно / белгісіз / مجهول', ''],
  ['Aigerim (surname not known)', 'aigerim given'],
  ['неизвестно', ''],
  ['белгісіз', ''],
  ['مجهول', ''],
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
