import { refuse } from '../refusal.ts'

/** Larger files are no laboratory's: reading them would only block. */
const mostCharacters = 50_000_000

/** Refuses a text that is empty or too large to be read in bounded time and memory. */
export function requireReadable(text: string): void {
  if (text.length > mostCharacters) {
    refuse('too-large', 'The file has more than 50 million characters: split it.')
  }
  if (text.trim() === '') refuse('empty', 'The file is empty.')
}

/** Twice as many as rows are read of a table: beyond it, lines alone would fill the memory. */
const mostLines = 1_000_000

/** Refuses a text of more lines than any reader takes, before it is cut into them. */
export function requireFewLines(text: string): void {
  let lines = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++
  }
  if (lines > mostLines) refuse('too-large', `The file has ${lines} lines, ${mostLines} at most: split it.`)
}
