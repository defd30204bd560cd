/** A plain opponent: letter-by-letter transliteration to Latin and Jaro-Winkler similarity. */

const CYRILLIC: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}
const ARABIC: Record<string, string> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ة: 'a',
  و: 'u',
  ي: 'i',
  ى: 'a',
  ئ: 'i',
  ؤ: 'u',
  ء: '',
}

export const transliterate = (text: string): string =>
  [...text.toLowerCase()].map((ch) => CYRILLIC[ch] ?? ARABIC[ch] ?? ch.normalize('NFD')[0]).join('')

/** Jaro similarity with Winkler's prefix bonus (Winkler 1990; prefix up to 4, weight 0.1). */
export const jaroWinkler = (a: string, b: string): number => {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Array<boolean>(b.length).fill(false)
  const mine: string[] = []
  for (let i = 0; i < a.length; i++) {
    for (let k = Math.max(0, i - reach); k < Math.min(b.length, i + reach + 1); k++) {
      if (taken[k] || a[i] !== b[k]) continue
      taken[k] = true
      mine.push(a[i]!)
      break
    }
  }
  if (mine.length === 0) return 0
  const theirs = [...b].filter((_, k) => taken[k])
  const swaps = mine.filter((ch, i) => ch !== theirs[i]).length / 2
  const m = mine.length
  const jaro = (m / a.length + m / b.length + (m - swaps) / m) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + 0.1 * prefix * (1 - jaro)
}
