import type { Language } from './language.ts'

/**
 * Month names as they stand in a date (Russian: genitive). All four are written out, so that a paper made by
 * the server and the screen beside it read the same: Chromium prints a Kazakh November as "M11".
 *
 * Arabic: the Gregorian months under the names used in Iraq and the Levant (تشرين الثاني), which are those in
 * Iraqi court and prison papers; an Egyptian or Gulf reader's names (نوفمبر) are understood when typed.
 */
export const monthsInDate: Readonly<Record<Language, readonly string[]>> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
  ar: [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول',
  ],
}

/** Month names standing alone (Russian: nominative). */
export const monthsAlone: Readonly<Record<Language, readonly string[]>> = {
  ...monthsInDate,
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
}

/** Names people type that we never print: Arabic months as used in Egypt and the Gulf. */
export const monthsAlsoTyped: readonly string[] =
  'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ')
