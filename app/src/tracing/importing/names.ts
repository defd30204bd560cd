import type { Names } from '../../casefile/model.ts'
import type { Field } from '../columns.ts'
import {
  hasSteeringMarks,
  hasTwoScripts,
  inOneScript,
  NAMELESS,
  plainText,
  saysUnknown,
  writtenIn,
} from '../text.ts'

/** What is said of a cell without keeping the row out: how it was read where that is not how it was written. */
export type Note = { field: Field; code: string; values?: Record<string, string | number> }
/** A name as one cell writes it, and the language its column is in where the letters do not tell. */
export type Cell = { raw: string; language?: 'kk' | 'ru' }
/** The spellings by language, and those that found their language taken: other names. */
export type NamesRead = { names?: Names; others: string[] }

const LONGEST_SHOWN = 80
/** Enough of a cell to know which is meant; some hold thousands of letters. */
export const shown = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text

const PICTURES = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}\ufe0f\u20e3]/gu

/** A name without marks and pictures, every word in one script; what was done to it goes to `notes`. */
export function readName(raw: string, field: Field, notes: Note[]): string {
  const note = (code: string, values: Note['values']) => notes.push({ field, code, values })
  const plain = plainText(raw)
  const bare = plainText(plain.replace(PICTURES, ' '))
  const read = hasTwoScripts(bare) ? inOneScript(bare) : bare
  if (hasSteeringMarks(raw)) note('steering-marks', { read: shown(read) })
  if (bare !== plain) note('pictures-left-out', { read: shown(read) })
  if (read !== bare)
    note('letters-of-two-scripts', { written: shown(bare), read: shown(read), letters: strayIn(bare, read) })
  else if (hasTwoScripts(read)) note('letters-stay-mixed', { written: shown(read) })
  if (/\p{L}/u.test(read)) tellOfLetters(read, note)
  return read
}

/** The letters that came from the other script, each once. */
const strayIn = (written: string, read: string): string =>
  [...new Set([...written].filter((letter, at) => letter !== [...read][at]))].join(' ')

function tellOfLetters(read: string, note: (code: string, values: Note['values']) => void): void {
  if (/\d/.test(read)) note('digits-in-name', { written: shown(read) })
  if (read.match(/\p{L}/gu)!.length === 1) note('one-letter', { written: read })
}

/** `Айша (Aisha)` is one name written twice: its words by the script they are in, in the order they come. */
export function byScript(text: string): string[] {
  const words = text.split(/[\s()[\]/|]+/).filter((word) => word !== '')
  const scriptOf = (word: string) =>
    /\p{Script=Arabic}/u.test(word)
      ? 'arabic'
      : /\p{Script=Cyrillic}/u.test(word)
        ? 'cyrillic'
        : /\p{Script=Latin}/u.test(word)
          ? 'latin'
          : 'none'
  const groups = new Map<string, string[]>()
  for (const word of words) {
    const script = scriptOf(word)
    if (script !== 'none') groups.set(script, [...(groups.get(script) ?? []), word])
  }
  return groups.size > 1 ? [...groups.values()].map((group) => group.join(' ')) : [text]
}

const hasLetters = (text: string): boolean => /\p{L}/u.test(text)

/** All spellings of one name: each under the language of its letters, or of its column where letters do not tell. */
export function namesOf(cells: Cell[], field: Field, notes: Note[]): NamesRead {
  const names: Partial<Record<keyof Names, string>> = {}
  const others: string[] = []
  for (const { raw, language } of cells) {
    const read = readName(raw, field, notes)
    if (!hasLetters(read) || saysUnknown(read)) continue
    for (const one of byScript(read)) {
      const under = writtenIn(one, language)
      if (names[under] === undefined) names[under] = one
      else if (names[under] !== one) others.push(one)
    }
  }
  return { names: Object.keys(names).length ? (names as Names) : undefined, others }
}

/**
 * The child's own name. Cells that say something but no name ("unknown", 123) are a child whose name nobody knows;
 * cells that say nothing are a row to mend.
 */
export function childNames(cells: Cell[], notes: Note[]): NamesRead {
  const read = namesOf(cells, 'name', notes)
  const said = cells.find(({ raw }) => plainText(raw) !== '')
  if (read.names || !said) return read
  notes.push({ field: 'name', code: 'nameless', values: { written: shown(plainText(said.raw)) } })
  return { names: NAMELESS, others: [] }
}
