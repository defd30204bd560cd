import { describe, expect, test } from 'vitest'
import { compare } from './index.ts'

/** Spellings of one name: every two of a row must come out as one name. Sources: src/rules/*.ts. */
const SAME: string[][] = [
  ['Әйгерім', 'Айгерим', 'Aigerim', "Ayg'erim", 'Äigerim', 'Áıgerim', 'أيغريم', 'ايجريم'],
  ['Нұрлан', 'Нурлан', 'Nurlan', 'Nūrlan', 'Nourlan', 'نورلان'],
  ['Мұхаммед', 'Мухаммад', 'Muhammad', 'Mohammed', 'محمد'],
  ['Ғалия', 'Галия', 'Galiya', 'Ğaliia', 'Ghaliya', 'غالية'],
  ['Қайрат', 'Кайрат', 'Kairat', 'Qairat', 'Kayrat', 'قيرات'],
  ['Жанна', 'Zhanna', 'Janna', 'جانا'],
  ['Хадиша', 'Khadisha', 'خديجة', 'Хадиджа', 'Khadija', 'Hatice'],
  ['Гүлнар', 'Gulnar', 'Gülnar', 'Гульнар', 'غولنار', 'كلنار', 'گولنار'],
  ['Шыңғыс', 'Shyngys', 'Şyñğys', 'Чингиз', 'شنغيس'],
  ['Жақсылық', 'Zhaksylyk', 'Jaqsylyq', 'Жаксылык', 'جاكسيليك'],
  ['Нур-Али', 'Нурали', 'Nur Ali', 'نور علي'],
  ['عبد الرحمن', 'Abd al-Rahman', 'Abdurrahman', 'Абдурахман', 'Әбдірахман'],
  ['أم محمد', 'Umm Muhammad', 'Умм Мухаммад', 'Oum Mohamed'],
  ["O'tkir", 'Ўткир', 'اوتكير'],
  ['Серік Нұрланұлы', 'Serik Nurlanuly', 'Серик Нурланович', 'سيريك نورلان اولي', 'Serik bin Nurlan'],
  ['Әйгерім Серікқызы Ахметова', 'Айгерим Ахметова', 'ايجريم احمدوفا', 'Akhmetova Aigerim Serikovna'],
  ['أبو بكر البغدادي', 'Abu Bakr al-Baghdadi', 'Абу Бакр аль-Багдади'],
  ['فاطمة', 'فاطمه', 'Fatima', 'Фатима', 'Фатима́'],
  ['أحمد', 'احمد', 'Ahmad', 'Ахмад', 'Ахмет', 'Ahmet'],
  ['Мұрат', 'مراد', 'Мурад', 'Murat'],
  ['Жүсіп', 'Юсуф', 'يوسف', 'Yusuf', 'Joseph'],
  ['Хадиша', 'خديجة', 'Hatice'],
  ['Ғайша', 'Айша', 'عائشة', 'Aisha'],
  ['Саша', 'Александр', 'Sasha'],
  ['Наталья Иванова', 'Наташа Иванова'],
  ['Айша (Марьям) Ахметова', 'Марьям Ахметова'],
  ['Мария / Маша Иванова', 'Maria Ivanova', 'إيفانوفا ماريا'],
  ['أم عبد الله', 'Umm Abdullah', 'Умм Абдулла'],
  ['Сафар зода Зебо', 'Сафарзода Зебо', 'Zebo Safarzoda', 'Zebo Safar'],
  ['Дочь: Хадиша Серікқызы', 'Khadisha Serikkyzy', 'خديجة سيريك قيزي'],
  ['Шейх Мұхаммед Оспанов', 'Muhammad Ospanov'],
  ['Ўғилой Каримова', "O'g'iloy Karimova", 'Угилой Каримова'],
  ['Ҷамшед Раҳимов', 'Джамшед Рахимов', 'Jamshed Rahimov', 'جمشيد رحيموف'],
  ['Төлөгөн Асанов', 'Тологон Асанов', 'Tologon Asanov'],
  ['Ümit Jaqsybekov', 'Үміт Жақсыбеков', 'Умит Джаксыбеков', 'Umit Zhaksybekov'],
  ['Qurmanǵazy Saǵyrbaıuly', 'Құрманғазы Сағырбайұлы', 'Курмангазы Сагырбаевич'],
]

/** Names of different people; the pair must stay below either name beside itself by a clear step. */
const DIFFERENT: [string, string][] = [
  ['Айгерим', 'Айгуль'],
  ['Айгерим', 'ايغول'],
  ['Нурлан', 'Нурбек'],
  ['Nurlan', 'نوربك'],
  ['Жанна', 'Қайрат'],
  ['Фатима', 'محمد'],
  ['Abu Muhammad', 'Umm Muhammad'],
  ['Әлия Серікқызы', 'Әли Маратұлы'],
]

const pairs = SAME.flatMap((row) => row.flatMap((a, i) => row.slice(i + 1).map((b) => [a, b] as const)))

describe('one name in several spellings', () => {
  test.each(pairs)('%s = %s', (a, b) => {
    const { log10LR, parts } = compare(a, b)
    expect(log10LR).toBeGreaterThan(0.8)
    expect(parts.filter((part) => part.verdict === 'different')).toEqual([])
  })
})

describe('different names', () => {
  test.each(DIFFERENT)('%s, %s', (a, b) => {
    const self = Math.min(compare(a, a).log10LR, compare(b, b).log10LR)
    expect(compare(a, b).log10LR).toBeLessThan(0)
    expect(self).toBeGreaterThan(1)
  })

  test.each([
    ['Жүсіп', 'Жүніс'],
    ['Александр', 'Алексей'],
    ['Серік', 'Серікбай'],
  ])('%s and %s share letters, yet stay a factor of ten below either name itself', (a, b) => {
    const self = Math.min(compare(a, a).log10LR, compare(b, b).log10LR)
    expect(compare(a, b).log10LR).toBeLessThan(self - 1)
    expect(compare(a, b).parts[0]?.verdict).not.toBe('same')
  })

  test('Muhammad and Mahmud are similar, but less than two spellings of Muhammad', () => {
    const other = compare('Мұхаммед', 'Mahmud').log10LR
    expect(other).toBeLessThan(compare('Мұхаммед', 'Muhammad').log10LR)
    expect(other).toBeLessThan(compare('Мұхаммед', 'محمد').log10LR)
    expect(compare('محمد', 'محمود').log10LR).toBeLessThan(compare('محمد', 'Muhammad').log10LR)
  })

  test('a sister with the same father and surname stays below the person herself', () => {
    const self = compare('Әйгерім Серікқызы Ахметова', 'Айгерим Ахметова')
    const sister = compare('Әйгерім Серікқызы Ахметова', 'Аружан Ахметова')
    expect(sister.log10LR).toBeLessThan(self.log10LR)
    expect(sister.parts.find((part) => part.role === 'given')?.verdict).toBe('different')
  })

  test('brother and sister: -ұлы and -қызы speak against one person', () => {
    const same = compare('Нұрланқызы', 'Nurlanqyzy').log10LR
    expect(compare('Нұрланұлы', 'Nurlanqyzy').log10LR).toBeLessThan(same - 1)
  })
})

describe('what the numbers rest on', () => {
  // A match cannot say more than 1 / share: 30,894 Muhammads of 1,172,000 (rules/frequent.ts).
  test('Muhammad counts at most the inverse of its share', () => {
    const most = Math.log10(1_172_000 / 30_894)
    expect(compare('محمد', 'محمد').log10LR).toBeLessThanOrEqual(most)
    expect(compare('محمد', 'محمد').log10LR).toBeGreaterThan(most - 0.1)
    expect(compare('Айгерим', 'Aigerim').log10LR).toBeGreaterThan(most + 1)
  })

  test('the LR is the sum of its parts, and a missing part counts nothing', () => {
    const { log10LR, parts } = compare('Әйгерім Серікқызы Ахметова', 'Айгерим Ахметова')
    expect(log10LR).toBeCloseTo(
      parts.reduce((sum, part) => sum + part.log10LR, 0),
      12,
    )
    expect(parts.find((part) => part.b === null)).toEqual({
      a: 'серікқызы',
      b: null,
      role: 'patronymic',
      verdict: 'missing',
      log10LR: 0,
    })
  })

  test('order does not matter where endings tell the roles', () => {
    const straight = compare('Айгерим Серикқызы Ахметова', 'Aigerim Akhmetova').log10LR
    expect(compare('Ахметова Айгерим Серикқызы', 'Aigerim Akhmetova').log10LR).toBeCloseTo(straight, 12)
  })

  test('a surname in the masculine is the same surname', () => {
    const { parts } = compare('Ахметова', 'Akhmetov')
    expect(parts[0]?.verdict).toBe('spelled-differently')
  })

  test('an initial supports a name a little, and less than the name', () => {
    const initial = compare('А. Ахметова', 'Айгерим Ахметова').log10LR
    expect(initial).toBeGreaterThan(compare('Б. Ахметова', 'Айгерим Ахметова').log10LR)
    expect(initial).toBeLessThan(compare('Айгерим Ахметова', 'Айгерим Ахметова').log10LR)
  })

  test('text without letters compares as nothing', () => {
    for (const text of ['', '   ', '42', '=1+2', '\u200b', '---']) {
      expect(compare(text, 'Айгерим').log10LR).toBe(0)
      expect(compare(text, text)).toEqual({ log10LR: 0, parts: [] })
    }
  })
})
