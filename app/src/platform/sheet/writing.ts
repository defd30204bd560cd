/** What a spreadsheet would run as a formula when it opens a CSV (OWASP, "CSV Injection"); full width counts too. */
const RUNS = /^'*[=+\-@＝＋－＠\t\r]/

/** One apostrophe in front, which spreadsheets take for "this is text" and `restoreCell` takes away again. */
export const defuseCell = (cell: string): string => (RUNS.test(cell) ? `'${cell}` : cell)

/** What was in the cell before `defuseCell`; any other cell is left as it is. */
export const restoreCell = (cell: string): string =>
  /^'+[=+\-@＝＋－＠\t\r]/.test(cell) ? cell.slice(1) : cell

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/**
 * A table as CSV that spreadsheets in our languages open at once: UTF-8 with its mark, semicolons, every cell in
 * quotes, nothing in it is run.
 * @example writeCsv([['a', '=1']]) // '\ufeff"a";"\'=1"\r\n'
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map((cell) => quoted(defuseCell(cell))).join(';')}\r\n`).join('')}`
