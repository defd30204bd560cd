/**
 * Before anything is compared: how many are on the lists, and how many more are believed to be missing who are on no
 * list yet. Each of them is as likely to be the one asked for.
 */
export type Prior = { listed: number; unlisted: number }

/** What the desk has not said is taken as even: whoever is asked for is as likely on a list as not. Assumed. */
export const priorOf = (listed: number, unlisted: number | undefined): Prior => ({
  listed,
  unlisted: unlisted ?? listed,
})

/** Listed brothers and sisters of a child who is on no list, for each such child. Assumed. */
export const SIBLINGS_LISTED = 1

type Rival = { log10LR: number; sibling: { log10LR: number } }

/**
 * The chance that each of the listed who were weighed is the one asked for, if one of all those listed and unlisted
 * is: LR / (sum of the LRs of all listed + unlisted + S), S for a listed sibling of a child who is not listed.
 * Those listed who were not weighed count as the least of those who were, at most 1 each.
 * Example: one listed, one not, LR 1000 without a sibling in question: 1000 / 1001; LRs 100 and 100, none unlisted:
 * one half each.
 */
export function chances(rivals: readonly Rival[], { listed, unlisted }: Prior): number[] {
  const ratios = rivals.map((one) => 10 ** one.log10LR)
  const least = Math.min(1, ...ratios)
  const rest = Math.max(0, listed - rivals.length) * (rivals.length ? least : 1)
  const sum = ratios.reduce((total, one) => total + one, 0) + rest + unlisted
  const shareUnlisted = unlisted / Math.max(1, listed + unlisted)
  return rivals.map((one, at) => {
    const asSibling = SIBLINGS_LISTED * shareUnlisted * 10 ** (one.log10LR - one.sibling.log10LR)
    return ratios[at]! / (sum + asSibling)
  })
}

/** A chance as people of a number: "about 97 of 100"; near its ends more are needed, and further nobody counts. */
export type OfMany = { code: 'about' | 'fewer' | 'more'; n: number; of: number }

/** Example: `ofMany(0.974)` is about 97 of 100, `ofMany(0.9974)` about 997 of 1,000, `ofMany(0.003)` fewer than 1 of 100. */
export function ofMany(chance: number): OfMany {
  if (chance < 0.01) return { code: 'fewer', n: 1, of: 100 }
  if (chance <= 0.985) return { code: 'about', n: Math.round(100 * chance), of: 100 }
  if (chance <= 0.999) return { code: 'about', n: Math.min(999, Math.round(1000 * chance)), of: 1000 }
  return { code: 'more', n: 999, of: 1000 }
}
