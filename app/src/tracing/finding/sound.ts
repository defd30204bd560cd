/**
 * Cyrillic as Latin letters of one rough kind, so that a beginning typed in one is found in the other. General
 * knowledge of how passports write these names; it only finds words, what they say is weighed elsewhere.
 */
const CYRILLIC: Record<string, string> = {
  ...{
    а: 'a',
    ә: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    э: 'e',
    ё: 'e',
    ж: 'j',
    җ: 'j',
  },
  ...{
    ҷ: 'j',
    з: 'z',
    и: 'i',
    й: 'i',
    і: 'i',
    ї: 'i',
    ы: 'i',
    ӣ: 'i',
    к: 'k',
    қ: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
  },
  ...{
    ң: 'n',
    о: 'o',
    ө: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ұ: 'u',
    ү: 'u',
    ӯ: 'u',
    ў: 'u',
    ф: 'f',
  },
  ...{ х: 'h', һ: 'h', ҳ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ь: '', ю: 'iu', я: 'ia' },
}
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/zh|dzh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ou|oo/g, 'u'],
  [/q/g, 'k'],
  [/w/g, 'u'],
  [/y/g, 'i'],
  [/ə/g, 'a'],
  [/ı/g, 'i'],
]

/** `soundOf('әйгерім')` and `soundOf('aigerim')` are `aigerim`; empty for words in other letters. */
export function soundOf(word: string): string {
  if (/\p{Script=Arabic}/u.test(word)) return ''
  const latin = [...word].map((letter) => CYRILLIC[letter] ?? letter).join('')
  const plain = latin.normalize('NFD').replace(/\p{M}/gu, '')
  return LATIN.reduce((text, [from, to]) => text.replace(from, to), plain).replace(/[^a-z]/g, '')
}
