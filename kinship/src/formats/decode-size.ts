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
