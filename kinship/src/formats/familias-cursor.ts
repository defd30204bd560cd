import { refuse } from '../refusal.ts'

/** Reads a Familias file line by line; every miss is a refusal that says the line. */
export type Cursor = {
  text(what: string): string
  number(what: string): number
  /** A whole number from 0 up to `most`. */
  count(what: string, most?: number): number
  /** The same, of a part of the line just read. */
  wholeOf(part: string, what: string, most?: number): number
  /** A line starting with #TRUE# or #FALSE#; the rest of the line comes back too. */
  flag(what: string): { isTrue: boolean; rest: string }
  peek(): string | undefined
  row(): number
}

export function openCursor(lines: string[]): Cursor {
  let at = 0
  const text = (what: string) => {
    if (at >= lines.length) refuse('truncated', `The file ends at line ${at} where ${what} should follow.`)
    return lines[at++]!.trim().replace(/^"|"$/g, '')
  }
  const number = (what: string) => {
    const value = text(what)
    const parsed = Number(value.replace(',', '.'))
    if (value === '' || !Number.isFinite(parsed)) unexpected(what, value)
    return parsed
  }
  const unexpected = (what: string, value: string): never =>
    refuse('unexpected-line', `Line ${at} should hold ${what} but reads "${value.slice(0, 60)}".`)
  const wholeOf = (part: string, what: string, most = 100_000) => {
    const value = /^\s*\d+\s*$/.test(part) ? Number(part) : Number.NaN
    return value <= most ? value : unexpected(what, part)
  }
  return {
    text,
    number,
    count: (what, most) => wholeOf(text(what), what, most),
    wholeOf,
    flag: (what) => {
      const value = text(what)
      const match = /^#(TRUE|FALSE)#(.*)$/.exec(value)
      return match ? { isTrue: match[1] === 'TRUE', rest: match[2]! } : unexpected(what, value)
    },
    peek: () => lines[at]?.trim(),
    row: () => at + 1,
  }
}
