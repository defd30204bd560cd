import { commonBases } from './common.data.ts'

export const LEAST_CHARACTERS = 12
/** Enough for any sentence; hashing megabytes is somebody else's wish. */
export const MOST_CHARACTERS = 200

export type Weakness = 'password-short' | 'password-long' | 'password-common'

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}
const fold = (text: string) => text.normalize('NFKC').toLowerCase()
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '')

/** Rows of keyboards and the alphabets: what fingers do when nobody thinks. */
const runs = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'ضصثقفغعهخحجدشسيبلاتنمكطئءؤرلاىةوزظ',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
]
const lines = runs.flatMap((run) => [run, [...run].reverse().join('')])

/** One piece over and over: `abcabcabcabc`, `111111111111`. */
const repeats = (text: string) => /^(.{1,6}?)\1+.{0,5}$/su.test(text)

/** How many characters are left when runs of at least four along a keyboard or an alphabet are taken out. */
function beyondRuns(text: string): number {
  let rest = text
  for (const line of lines)
    for (let size = Math.min(line.length, rest.length); size >= 4; size--)
      for (let at = 0; at + size <= line.length; at++) rest = rest.replaceAll(line.slice(at, at + size), '')
  return [...rest].length
}

/** What is left without the words everybody uses: a year, a few signs, or another run along the keys. */
const isLittle = (rest: string) => letters(rest).length < 2 && (rest.length < 8 || beyondRuns(rest) < 4)

/**
 * Why a password will not do; undefined when it will. Long, and not what everybody uses; no rules about which
 * signs are in it (NIST SP 800-63B-4, 3.1.1.2). `own` are words a guesser knows: names, the sign-in name.
 */
export function weaknessOf(password: string, own: string[] = []): Weakness | undefined {
  const text = fold(password)
  if ([...text].length < LEAST_CHARACTERS) return 'password-short'
  if ([...text].length > MOST_CHARACTERS) return 'password-long'
  const unleet = text.replace(/[013457@$]/g, (sign) => leet[sign]!)
  const known = [...own.flatMap((word) => fold(word).split(/[^\p{L}\p{N}]+/u)), ...commonBases].filter(
    (word) => [...word].length >= 4,
  )
  const bare = (from: string) => known.reduce((rest, word) => rest.replaceAll(word, ''), from)
  const isCommon =
    repeats(text) || beyondRuns(text) < 4 || [text, unleet].some((form) => isLittle(bare(form)))
  return isCommon ? 'password-common' : undefined
}
