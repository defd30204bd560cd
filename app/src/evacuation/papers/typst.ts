import { direction, type Language, textDirection } from '../../design/languages/language.ts'
import { literal } from '../../platform/paper.ts'

/** The isolates of our sentences mean nothing to Typst, which orders the two directions by itself. */
export const said = (text: string): string => literal(text.replace(/[\u2066-\u2069]/g, ''))

const marks = { ltr: '\u200e', rtl: '\u200f' }

/**
 * What a person wrote, kept in its own direction inside a paper of the other one: without the marks a sign at
 * its edge, `№ 12` or a quote, would jump to the far end of the line.
 */
export function marked(language: Language, text: string): string {
  const own = textDirection(text)
  return own && own !== direction(language) ? `${marks[own]}${text}${marks[own]}` : text
}

/** Always from left to right: codes, checksums. */
export const code = (text: string): string => `#box[#text(dir: ltr)[${said(text)}]]`

export const title = (text: string): string => `#text(size: 1.6em, weight: "bold")[${said(text)}]\n`
export const heading = (text: string): string =>
  `#v(0.6em)\n#text(size: 1.15em, weight: "bold")[${said(text)}]\n`
export const paragraph = (text: string): string => `${said(text)}\n`

/** A table with its heading repeated on every page. `widths` are Typst tracks, `1fr` or `auto`. */
export function table(widths: string[], head: string[], rows: string[][]): string {
  const cells = rows.map((row) => row.map((cell) => `[${cell}]`).join(', ')).join(',\n')
  return `#table(columns: (${widths.join(', ')}), stroke: 0.4pt + luma(60%), inset: 5pt,
table.header(${head.map((cell) => `[#strong[${said(cell)}]]`).join(', ')}),
${cells})
`
}

/** Facts in pairs: what it is, and what stands there. The second comes as Typst already. */
export function pairs(facts: [string, string][]): string {
  const cells = facts.map(([term, value]) => `[#strong[${said(term)}]], [${value}]`).join(',\n')
  return `#grid(columns: (auto, 1fr), column-gutter: 1.2em, row-gutter: 0.7em,\n${cells})\n`
}

export const list = (language: Language, items: string[]): string =>
  items.map((item) => `+ ${said(marked(language, item))}`).join('\n')

/** Two places to sign, side by side: for whom, who, and a line. */
export function signatures(sides: { side: string; who: string; line: string }[]): string {
  const cells = sides.map(
    ({ side, who, line }) => `[#strong[${said(side)}] #linebreak() ${said(who)}
#v(2.2em) #line(length: 100%, stroke: 0.6pt) #text(size: 0.85em)[${said(line)}]]`,
  )
  return `#v(1.5em)\n#block(breakable: false)[#grid(columns: (1fr, 1fr), column-gutter: 2.5em, ${cells.join(',\n')})]\n`
}
