import { plainText } from './text.ts'

/**
 * A request's number as people say it on the telephone: `S-4821-0937`, seven digits of chance and a check digit
 * by Damm (H. M. Damm, "Total anti-symmetrische Quasigruppen", Marburg 2004), which notices every single wrong
 * digit and every exchange of two neighbours: the two slips that make nearly all mistyped numbers.
 */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

/** `checkDigit('572')` is `4`, Damm's own example. */
export const checkDigit = (digits: string): number =>
  [...digits].reduce((row, digit) => Number(DAMM[row]![Number(digit)]), 0)

/** `toRequestNumber(482109)` is `S-0482-109` followed by its check digit: `S-0482-109x`. */
export function toRequestNumber(chance: number): string {
  const digits = String(chance).padStart(7, '0')
  const all = `${digits}${checkDigit(digits)}`
  return `S-${all.slice(0, 4)}-${all.slice(4)}`
}

/** The number as it was issued, however it was typed (`s 48210937`, `٤٨٢١-٠٩٣٧`); undefined when a digit is wrong. */
export function parseRequestNumber(text: string): string | undefined {
  const digits = plainText(text).replace(/\D/g, '')
  if (digits.length !== 8 || checkDigit(digits) !== 0) return undefined
  return `S-${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** A secret in groups of five, to be written down by hand: `7K3QF-0ZR8M-...`. */
export const toWrittenSecret = (secret: string): string => secret.match(/.{1,5}/g)!.join('-')

/** Read back from paper: Crockford's base 32 takes O for 0, I and L for 1, and either case. */
export const parseSecret = (text: string): string =>
  plainText(text).toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
