/**
 * A whole number from 0 as somebody typed it, in Latin, Arabic or Persian digits; undefined when it is none.
 * @example toCount('١٥', 100) // 15
 */
export function toCount(text: string, most: number): number | undefined {
  const plain = text.trim().replace(/[٠-٩۰-۹]/g, (digit) => String(digit.codePointAt(0)! & 15))
  const count = /^\d{1,6}$/.test(plain) ? Number(plain) : undefined
  return count !== undefined && count <= most ? count : undefined
}

/** As long as a task may be: what the schema of a task takes. */
export const toMinutes = (text: string): number | undefined => toCount(text, 20_000)

/** The lines of a text, the empty ones left out: one thing a line. */
export const toLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
