/** A plain opponent: a Double-Metaphone key of the transliteration and Levenshtein distance of keys. */
import { transliterate } from './baseline.ts'

/**
 * The rules of Philips, "The Double Metaphone Search Algorithm" (C/C++ Users Journal, June 2000), for what
 * transliterations contain: the primary key, without its rules for single English words.
 */
const RULES: readonly (readonly [letters: RegExp, key: string])[] = [
  [/^(gn|kn|pn|wr|ps)/, 'N'],
  [/^x/, 'S'],
  [/^(shch|sch)/, 'X'],
  [/^(tch|ch|sh|zh)/, 'X'],
  [/^(kh|gh)/, 'K'],
  [/^ph/, 'F'],
  [/^th/, '0'],
  [/^(dj|dzh|dg(?=[eiy]))/, 'J'],
  [/^(tz|ts)/, 'TS'],
  [/^ck/, 'K'],
  [/^c(?=[eiy])/, 'S'],
  [/^[ckqg]/, 'K'],
  [/^x/, 'KS'],
  [/^[bp]/, 'P'],
  [/^[fvw](?![aeiouy])/, 'F'],
  [/^[fv]/, 'F'],
  [/^[td]/, 'T'],
  [/^[sz]/, 'S'],
  [/^j/, 'J'],
  [/^[hw](?=[aeiouy])/, 'H'],
  [/^l/, 'L'],
  [/^m/, 'M'],
  [/^n/, 'N'],
  [/^r/, 'R'],
]

export const doubleMetaphone = (word: string): string => {
  let rest = transliterate(word).replace(/(.)\1+/g, '$1')
  let key = /^[aeiouy]/.test(rest) ? 'A' : ''
  for (let first = true; rest.length > 0; first = false) {
    const rule = RULES.slice(first ? 0 : 2).find(([letters]) => letters.test(rest))
    const taken = rule ? (rule[0].exec(rest)?.[0].length ?? 1) : 1
    key += rule?.[1] ?? ''
    rest = rest.slice(taken)
  }
  return key
}

/** Levenshtein's distance: insertions, deletions and substitutions, one each. */
export const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1] ? 0 : 1
      next.push(Math.min(row[k - 1]! + same, row[k]! + 1, next[k - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
