import type { Language } from './language.ts'

const ARABIC_FIRST_TEN = [
  'الأول',
  'الثاني',
  'الثالث',
  'الرابع',
  'الخامس',
  'السادس',
  'السابع',
  'الثامن',
  'التاسع',
  'العاشر',
]

/**
 * A whole number (1 and up) as an ordinal, for days and places in a row: `ordinal('kk', 6)` is `6-шы`.
 * Russian and Arabic are masculine (день, اليوم), as the days they count are.
 */
export function ordinal(language: Language, n: number): string {
  if (language === 'kk') return `${n}-${kazakhEnding(n)}`
  if (language === 'ru') return `${n}-й`
  if (language === 'ar') return ARABIC_FIRST_TEN[n - 1] ?? `الـ${n}`
  return `${n}${englishEnding(n)}`
}

/** Vowel harmony of the last word spoken: алтыншы, тоғызыншы, оныншы, but бірінші, елуінші, жүзінші. */
function kazakhEnding(n: number): 'шы' | 'ші' {
  const back = [6, 9, 10, 20, 30, 40, 60, 90]
  if (n % 10 !== 0) return back.includes(n % 10) ? 'шы' : 'ші'
  if (n % 100 !== 0) return back.includes(n % 100) ? 'шы' : 'ші'
  return n % 1000 === 0 && n !== 0 ? 'шы' : 'ші'
}

function englishEnding(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
}
