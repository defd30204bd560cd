/** The example's own tables: commas, a heading, no commas in cells but inside quotes. */
export function parseCsv(text: string): Record<string, string>[] {
  const [heading, ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map(toCells)
  return lines.map((cells) => Object.fromEntries(heading!.map((name, i) => [name, cells[i] ?? ''])))
}

const toCells = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, -1)
    .map((match) => match[1]!.replace(/^"|"$/g, '').replaceAll('""', '"'))
