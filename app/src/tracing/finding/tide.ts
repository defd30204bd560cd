import type { Clock, Placed } from './reading.ts'

/**
 * How far the log was read. Places are drawn before they are committed, so a smaller one may appear after a larger.
 * A place is `safe` once every transaction that was under way when it was the newest has ended: whoever appends has
 * its number before it draws a place (casefile/log.ts).
 */
export type Tide = {
  safe: number
  /** Newest places seen, with the number of the next transaction then. */
  marks: { newest: number; next: number }[]
  /** What was taken beyond the safe place, so that it is not taken again. */
  taken: ReadonlyMap<string, number>
}

export const begin = (): Tide => ({ safe: -1, marks: [], taken: new Map() })

export const isNewer = (tide: Tide, { seq, entry }: Placed): boolean =>
  seq > tide.safe && tide.taken.get(entry.id) !== seq

/**
 * The tide after a reading that began at `clock` and took `fresh`. Example: with nothing under way
 * (`next <= oldest`) the newest place is safe at once.
 */
export function advance(tide: Tide, clock: Clock, fresh: Placed[]): Tide {
  const marks = [...tide.marks, { newest: clock.newest, next: clock.next }]
  const passed = marks.filter((mark) => mark.next <= clock.oldest)
  const safe = Math.max(tide.safe, ...passed.map((mark) => mark.newest))
  const taken = [...tide.taken, ...fresh.map(({ seq, entry }) => [entry.id, seq] as const)]
  return {
    safe,
    marks: thinned(marks.filter((mark) => mark.newest > safe)),
    taken: new Map(taken.filter(([, seq]) => seq > safe)),
  }
}

/** While one transaction holds everything up, marks gather: some of them and the newest say enough. */
const MOST_MARKS = 64
const thinned = (marks: Tide['marks']): Tide['marks'] =>
  marks.length <= MOST_MARKS ? marks : marks.filter((_, at) => at % 2 === 0 || at === marks.length - 1)
