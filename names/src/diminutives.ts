import { alignSounds } from './align.ts'
import { coreSounds } from './fold.ts'
import { wordLR } from './likelihood.ts'
import { ODDS } from './odds.ts'
import type { Draft, NamePart } from './parse.ts'
import { ADDED, CLIPPED, type EndingRow } from './rules/diminutives.ts'
import { SLOTS, type Sounds, toSounds } from './slots.ts'

/** What a fond form may be made from: a whole name, or (`clipped`) the beginning of one; and what that costs. */
export type Origin = { sounds: Sounds; cost: number; clipped: boolean }

type Ending = { ending: string; cost: number; least: number; clipped: boolean }

/** Letters that must be left: fewer before an ending that seldom makes names of its own. */
const LEAST_LEFT = 3
const LEAST_LEFT_OF_COSTLY = 4
const COSTLY = 1
/** A single vowel at the end tells little. */
const LEAST_LEFT_OF_VOWEL = 5

const endingsOf = (rows: readonly EndingRow[], clipped: boolean): Ending[] =>
  rows.flatMap(([endings, cost]) =>
    endings.split(' ').map((ending) => {
      const least = !clipped && cost >= COSTLY ? LEAST_LEFT_OF_COSTLY : LEAST_LEFT
      return { ending, cost, clipped, least: ending.length === 1 ? LEAST_LEFT_OF_VOWEL : least }
    }),
  )

/** By last letter, so that a name meets only the endings it may have. */
const BY_LAST = Map.groupBy(
  [...endingsOf(ADDED, false), ...endingsOf(CLIPPED, true)],
  ({ ending }) => ending.at(-1)!,
)

/** What the letters of a given name may be a fond form of. */
export const originsOf = ({ role, letters }: Pick<Draft, 'role' | 'letters'>): Origin[] => {
  if (role !== 'given' && role !== 'unknown') return []
  return (BY_LAST.get(letters.at(-1) ?? '') ?? []).flatMap(({ ending, cost, clipped, least }) => {
    const left = letters.length - ending.length
    return left >= least && letters.endsWith(ending)
      ? [{ sounds: toSounds(letters.slice(0, left)), cost, clipped }]
      : []
  })
}

/** What one sound of a shared beginning says at most (log10; assumed: one name in some thirty begins with Нұр-). */
const MOST_A_SOUND = 0.5

const firstSounds = (sounds: Sounds, count: number): Sounds => ({
  ...sounds,
  slots: sounds.slots.slice(0, count),
})

/** How well a name begins like a clipped form; scripts may write a sound more or fewer. */
const beginningLR = (clipped: Sounds, name: Sounds): number => {
  const length = clipped.slots.length
  const odds = [length - 1, length, length + 1].map((count) => alignSounds(clipped, firstSounds(name, count)))
  return Math.min(MOST_A_SOUND * length, Math.max(...odds))
}

/** A fond form begins as its name does; asked first, because most pairs do not. */
const beginAlike = (a: Sounds, b: Sounds): boolean => ODDS.pair[a.slots[0]! * SLOTS.length + b.slots[0]!]! > 0

/** log10 LR of a part beside what another may be a fond form of; -Infinity when that is nothing. */
export const originLR = (origins: readonly Origin[], part: NamePart): number => {
  let best = Number.NEGATIVE_INFINITY
  const name = coreSounds(part)
  for (const { sounds, cost, clipped } of origins) {
    if (!beginAlike(sounds, name)) continue
    best = Math.max(best, (clipped ? beginningLR(sounds, name) : wordLR(sounds, name)) - cost)
  }
  return best
}
