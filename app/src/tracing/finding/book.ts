import { type Entry, type Found, inScope, type Wanted } from './entries.ts'
import { findIn, layOutPeople, type Part } from './names.ts'

/** All names of the house in one thread: a large part, and a small one with what changed since it was laid out. */
export type Book = {
  large: Part
  fresh: Map<string, Entry>
  small: Part | undefined
}

export const openBook = (): Book => ({ large: layOutPeople([]), fresh: new Map(), small: undefined })

/** Lays out everybody anew; nothing is fresh after it. */
export const bindBook = (people: Entry[]): Book => ({
  large: layOutPeople(people),
  fresh: new Map(),
  small: undefined,
})

/** People who are new, or of whom something changed. */
export function addFresh(book: Book, people: Entry[]): void {
  for (const person of people) book.fresh.set(person.id, person)
  if (people.length) book.small = undefined
}

/** Hits this far (log10) behind the best are another person's and only in the way. */
const BEHIND = 3

/** The best of all, greatest LR first, equals by id. */
export function findInBook(book: Book, wanted: Wanted): Found[] {
  book.small ??= layOutPeople([...book.fresh.values()])
  const found = [
    ...findIn(book.large, wanted, (id) => book.fresh.has(id)),
    ...findIn(book.small, wanted, () => false),
  ].sort((a, b) => b.log10LR - a.log10LR || (a.id < b.id ? -1 : 1))
  const least = (found[0]?.log10LR ?? 0) - BEHIND
  return found.filter((one) => one.log10LR >= least).slice(0, wanted.top)
}

/** Who of an operation is in the lists now. */
export function listed(book: Book, operation: string, kind: string): Entry[] {
  const isListed = (person: Entry) =>
    person.kind === kind && !person.aside && inScope({ operations: [operation], files: [] }, person)
  const large = book.large.people.filter((person) => isListed(person) && !book.fresh.has(person.id))
  return [...large, ...[...book.fresh.values()].filter(isListed)]
}
