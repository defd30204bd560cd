import type { Language } from './language.ts'
import type { Messages } from './messages.ts'
import { translate } from './messages.ts'
import { formatNumber } from './numbers.ts'

export const powerWords = {
  plain: { kk: 'шамамен {figure}', ru: 'около {figure}', en: 'about {figure}', ar: 'نحو {figure}' },
  million: {
    kk: 'шамамен {count, number} миллион',
    ru: 'около {count, plural, one {# миллиона} few {# миллионов} many {# миллионов} other {# миллиона}}',
    en: 'about {count, number} million',
    ar: 'نحو {count, plural, few {# ملايين} other {# مليون}}',
  },
  billion: {
    kk: 'шамамен {count, number} миллиард',
    ru: 'около {count, plural, one {# миллиарда} few {# миллиардов} many {# миллиардов} other {# миллиарда}}',
    en: 'about {count, number} billion',
    ar: 'نحو {count, plural, few {# مليارات} other {# مليار}}',
  },
  zeros: {
    kk: '1 саны мен одан кейінгі {count} нөл',
    ru: 'единица и {count, plural, one {# ноль} few {# ноля} many {# нолей} other {# ноля}} после неё',
    en: '1 followed by {count} zeros',
    ar: '1 يليه {count, plural, few {# أصفار} other {# صفرًا}}',
  },
} satisfies Messages

export type PowerInWords = {
  /** The exponent as written: `1.97` in 10^1.97; the `<Power>` component raises it. */
  exponent: string
  /** The size in words, without the sign: "about 94", "about 2 million", "1 followed by 23 zeros". */
  words: string
}

/**
 * A power of ten for reading, words first. `log10` may be negative (evidence against): the words then speak of
 * 10^|log10|, and the sentence around them says which way the evidence points.
 * `formatPower('en', 2)` is `{ exponent: '2', words: 'about 100' }`.
 */
export function formatPower(language: Language, log10: number): PowerInWords {
  return {
    exponent: formatNumber(language, log10, { digits: 2 }),
    words: sizeInWords(language, Math.abs(log10)),
  }
}

function sizeInWords(language: Language, size: number): string {
  if (size >= 12) return translate(powerWords, language, 'zeros', { count: Math.floor(size) })
  const value = twoFigures(10 ** size)
  if (value >= 1e9) return translate(powerWords, language, 'billion', { count: value / 1e9 })
  if (value >= 1e6) return translate(powerWords, language, 'million', { count: value / 1e6 })
  return translate(powerWords, language, 'plain', { figure: formatNumber(language, value) })
}

function twoFigures(value: number): number {
  return Number(value.toPrecision(2))
}

/** A power of ten as a likelihood ratio's exponent is often shown, in one string: `10^1.97`. For plain text. */
export function powerText(language: Language, log10: number): string {
  return `10^${formatNumber(language, log10, { digits: 2 })}`
}
