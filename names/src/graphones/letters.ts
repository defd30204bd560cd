import type { Script } from '../text.ts'

/** The scripts the graphone models read. */
export type Written = 'latin' | 'arabic' | 'cyrillic'

/** The letters of each script, in a fixed order: a letter's number is its place, from 1; 63 at most. */
const ALPHABET: Record<Written, string> = {
  latin: 'abcdefghijklmnopqrstuvwxyzéćášüöčíóıōçäşžèñïăāøūğłúâýīńãëəåėņț',
  arabic: 'اأإآبتةثجحخدذرزسشصضطظعغفقكلمنهويىئؤء',
  cyrillic: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
}

/**
 * Letters the spelling pairs do not have, as the nearest they have. Kazakh, Kyrgyz, Uzbek, Tajik: the letter a
 * Russian paper writes for it (Әйгерім, Айгерим); Persian and Kurdish letters: the one an Iraqi printer without
 * them takes; Latin: two letters for a ligature. Other letters lose their marks (ż as z).
 */
const HABIT: readonly (readonly [from: string, to: string, source: string])[] = [
  ['ә', 'а', 'Kazakh'],
  ['ғ', 'г', 'Kazakh, Uzbek, Tajik'],
  ['қ', 'к', 'Kazakh, Uzbek, Tajik'],
  ['ң', 'н', 'Kazakh, Kyrgyz'],
  ['ө', 'о', 'Kazakh, Kyrgyz'],
  ['ұ', 'у', 'Kazakh'],
  ['ү', 'у', 'Kazakh, Kyrgyz'],
  ['һ', 'х', 'Kazakh'],
  ['і', 'и', 'Kazakh, Ukrainian'],
  ['ў', 'у', 'Uzbek, Belarusian'],
  ['ҳ', 'х', 'Uzbek, Tajik'],
  ['ҷ', 'дж', 'Tajik'],
  ['ӣ', 'и', 'Tajik'],
  ['ӯ', 'у', 'Tajik'],
  ['җ', 'дж', 'Dungan, Tatar'],
  ['є', 'е', 'Ukrainian'],
  ['ґ', 'г', 'Ukrainian'],
  ['ј', 'й', 'Serbian'],
  ['љ', 'ль', 'Serbian'],
  ['њ', 'нь', 'Serbian'],
  ['ћ', 'ч', 'Serbian'],
  ['ђ', 'дж', 'Serbian'],
  ['џ', 'дж', 'Serbian'],
  ['ѕ', 'з', 'Macedonian'],
  ['گ', 'غ', 'Persian, Kurdish'],
  ['چ', 'تش', 'Persian, Kurdish'],
  ['پ', 'ب', 'Persian, Kurdish'],
  ['ڤ', 'ف', 'Kurdish, Arabic print'],
  ['ڨ', 'ق', 'Tunisian print'],
  ['ژ', 'ج', 'Persian, Kurdish'],
  ['ی', 'ي', 'Persian'],
  ['ێ', 'ي', 'Kurdish'],
  ['ے', 'ي', 'Urdu'],
  ['ک', 'ك', 'Persian'],
  ['ۆ', 'و', 'Kurdish'],
  ['ە', 'ه', 'Kurdish'],
  ['ھ', 'ه', 'Urdu'],
  ['ہ', 'ه', 'Urdu'],
  ['ڵ', 'ل', 'Kurdish'],
  ['ڕ', 'ر', 'Kurdish'],
  ['ٹ', 'ت', 'Urdu'],
  ['ڈ', 'د', 'Urdu'],
  ['ٱ', 'ا', 'Arabic'],
  ['ß', 'ss', 'German'],
  ['æ', 'ae', 'Danish'],
  ['œ', 'oe', 'French'],
  ['þ', 'th', 'Icelandic'],
  ['ð', 'd', 'Icelandic'],
  ['đ', 'd', 'Croatian'],
  ['ŋ', 'ñ', 'Kazakh Latin project of 2019'],
  ['ǵ', 'ğ', 'Kazakh Latin alphabet of 2018'],
  ['ș', 'ş', 'Romanian'],
]

const numbered = (script: Written): Map<string, number[]> => {
  const table = new Map([...ALPHABET[script]].map((letter, i) => [letter, [i + 1]]))
  for (const [from, to] of HABIT) {
    const numbers = [...to].flatMap((letter) => table.get(letter) ?? [])
    if (numbers.length === [...to].length && !table.has(from)) table.set(from, numbers)
  }
  return table
}

const NUMBERS: Record<Written, Map<string, number[]>> = {
  latin: numbered('latin'),
  arabic: numbered('arabic'),
  cyrillic: numbered('cyrillic'),
}

/** No word is read past this many letters. */
const MAX_LETTERS = 30

/** The letters of some numbers: `toLetters` backwards. */
export const fromLetters = (letters: Uint8Array, script: Written): string =>
  [...letters].map((n) => [...ALPHABET[script]][n - 1]).join('')

/** Symbols of a model of a script's letters: BEGIN, END, and as many as six bits tell apart. */
export const LETTER_SYMBOLS = 66

export const isWritten = (script: Script): script is Written => script in ALPHABET

/**
 * A clean word -> the numbers of its letters in its script's alphabet; letters without a number are left out.
 * Example: `toLetters('абв', 'cyrillic')` is 1, 2, 3, and `toLetters('ҷ', 'cyrillic')` that of `дж`.
 */
export const toLetters = (word: string, script: Written): Uint8Array => {
  const table = NUMBERS[script]
  const letters: number[] = []
  for (const ch of word) {
    const numbers = table.get(ch) ?? table.get(ch.normalize('NFD')[0]!)
    if (numbers) letters.push(...numbers)
    if (letters.length >= MAX_LETTERS) break
  }
  return Uint8Array.from(letters.slice(0, MAX_LETTERS))
}
