import type { Language } from '../../casefile/model.ts'
import { nameIn } from '../../casefile/rules.ts'
import type { FamilyGraph } from './asking.ts'

type Person = FamilyGraph['people'][number]

/** The name to show: the file's in the reader's language, else as somebody wrote it first. */
export const labelOf = (person: Person, language: Language): string =>
  person.names ? nameIn(person.names, language).text : (person.written[0] ?? '—')

/** Who asks is opened as a request, everybody else as a file. */
export const fileAddress = (kind: Person['kind'], file: string): string =>
  kind === 'child' ? `/children/${file}` : `/tracing/requests/${file}`

/** A text in at most so many lines of about so many letters, broken at spaces; the last ends in … when cut. */
export function inLines(text: string, letters: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines
    .slice(0, most)
    .map((line) => (line.length > letters + 2 ? `${line.slice(0, letters)}…` : line))
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]!.replace(/…$/, '')}…`
  return kept
}
