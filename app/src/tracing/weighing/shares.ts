import { fold } from '@sandsage/names'
import { names as chances } from './chances.ts'
import type { Described } from './described.ts'
import type { About, Among } from './evidence.ts'
import { ready } from './spelled.ts'

/** What is assumed of a name's share weighs as much as this many people counted. */
const ASSUMED_WEIGHT = 200

/** Which words of a description are counted for what. */
const counted: Partial<Record<About, (one: Described) => readonly string[]>> = {
  given: (one) => wordsIn(one.names, ['given']),
  mother: (one) => wordsIn(one.mother, ['given']),
  father: (one) => [...wordsIn(one.father, ['given']), ...wordsIn(one.names, ['patronymic'])],
  family: (one) => wordsIn([...one.names, ...one.mother, ...one.father], ['surname']),
}

const wordsIn = (names: readonly string[], roles: readonly string[]): string[] =>
  names.flatMap((name) =>
    ready(name)
      .parts.filter((part) => roles.includes(part.role))
      .map((part) => part.text),
  )

/**
 * How often names are borne among those on the lists: words with one skeleton (names' `fold`) are counted as one
 * name, one of them being the child itself, and mixed with what is assumed. Of 2,000 children with 41 called Aisha
 * chance agrees in about (40 + 200 / 300) / 2,199.
 */
export function sharesAmong(listed: readonly Described[]): NonNullable<Among['shareOf']> {
  const tables = new Map<About, { bearers: Map<string, number>; assumed: number }>()
  for (const [about, wordsOf] of Object.entries(counted) as [
    About,
    (one: Described) => readonly string[],
  ][]) {
    const bearers = new Map<string, number>()
    for (const one of listed)
      for (const word of new Set(wordsOf(one).map(fold))) bearers.set(word, (bearers.get(word) ?? 0) + 1)
    tables.set(about, { bearers, assumed: chances[about as keyof typeof chances].coincidence })
  }
  return (about, word) => {
    const table = tables.get(about)
    if (!table) return 0
    const others = Math.max(0, (table.bearers.get(fold(word)) ?? 0) - 1)
    return (others + ASSUMED_WEIGHT * table.assumed) / (Math.max(0, listed.length - 1) + ASSUMED_WEIGHT)
  }
}
