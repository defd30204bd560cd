import type { Language } from './language.ts'

const NARROW_SPACE = '\u202f'
const MINUS = '\u2212'
const LEFT_TO_RIGHT_MARK = '\u200e'

export type NumberShape = {
  /** At most this many digits after the decimal sign; 3 unless told. */
  digits?: number
  /** Keep trailing zeros up to `digits`. */
  fixed?: boolean
}

/**
 * A number as each language writes it: `formatNumber('kk', 1234567.5)` is `1 234 567,5` with narrow no-break
 * spaces. The figures come from English data, which every runtime carries, and only the signs are exchanged:
 * Chromium's Kazakh numbers are English ones, and paper and screen must not differ. Arabic keeps Latin digits
 * (see dates.ts), and a mark before the minus so that it stays on the left in a right-to-left line.
 */
export function formatNumber(language: Language, value: number, shape: NumberShape = {}): string {
  const maximumFractionDigits = shape.digits ?? 3
  const minimumFractionDigits = shape.fixed ? maximumFractionDigits : 0
  const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits, minimumFractionDigits })
  return plain
    .formatToParts(value)
    .map((part) => sign(language, part))
    .join('')
}

function sign(language: Language, part: Intl.NumberFormatPart): string {
  const spaced = language === 'kk' || language === 'ru'
  if (part.type === 'group') return spaced ? NARROW_SPACE : ','
  if (part.type === 'decimal') return spaced ? ',' : '.'
  if (part.type === 'minusSign') return language === 'ar' ? LEFT_TO_RIGHT_MARK + MINUS : MINUS
  return part.value
}

/** A share between 0 and 1 as a percentage: `formatPercent('ru', 0.78)` is `78 %`, narrow and unbroken. */
export function formatPercent(language: Language, share: number, shape: NumberShape = { digits: 0 }): string {
  const figure = formatNumber(language, share * 100, shape)
  return language === 'en' || language === 'ar' ? `${figure}%` : `${figure}${NARROW_SPACE}%`
}
