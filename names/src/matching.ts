import type { Role } from './parse.ts'
import type { ReadyPart } from './part.ts'

/** `grid[i][k]`: the log10 LR of part i of one name beside part k of the other. */
export type Grid = readonly (readonly number[])[]

/** Pairs of parts: index in one name -> index in the other. */
export type Matching = Map<number, number>

type Choice = { sum: number; column: number }

/** The matching with the greatest sum, counting only pairs that speak for the same name (at most 8 x 8). */
export const bestMatching = (grid: Grid, columns: number): Matching => {
  const memo = new Map<number, Choice>()
  const solve = (row: number, used: number): Choice => {
    if (row === grid.length) return { sum: 0, column: -1 }
    const key = row * 256 + used
    const known = memo.get(key)
    if (known) return known
    let best: Choice = { sum: solve(row + 1, used).sum, column: -1 }
    for (let column = 0; column < columns; column++) {
      const value = grid[row]![column]!
      if (value <= 0 || used & (1 << column)) continue
      const sum = value + solve(row + 1, used | (1 << column)).sum
      if (sum > best.sum) best = { sum, column }
    }
    memo.set(key, best)
    return best
  }
  const matching: Matching = new Map()
  for (let row = 0, used = 0; row < grid.length; row++) {
    const { column } = solve(row, used)
    if (column < 0) continue
    matching.set(row, column)
    used |= 1 << column
  }
  return matching
}

/**
 * Roles whose parts contradict when both are left over. A kunya does not contradict another name, and a paper may have
 * the father's name where another has the surname; but a given name that met nothing while something else did is
 * another person's.
 */
const contradict = (a: Role, b: Role): boolean =>
  a === b || (a !== 'kunya' && b !== 'kunya' && [a, b].some((role) => role === 'given' || role === 'unknown'))

/**
 * Adds the pairs that contradict: parts left over with the same role, the closest first, then those of roles that
 * may stand for each other; and if nothing at all met, the closest two parts.
 */
export const withContradictions = (
  a: readonly ReadyPart[],
  b: readonly ReadyPart[],
  grid: Grid,
  matching: Matching,
): Matching => {
  const result = new Map(matching)
  const taken = new Set(matching.values())
  const pairs = a.flatMap((x, i) =>
    b.map((y, k) => ({
      i,
      k,
      value: grid[i]![k]!,
      same: x.role === y.role,
      may: contradict(x.role, y.role),
    })),
  )
  pairs.sort((p, q) => Number(q.same) - Number(p.same) || q.value - p.value)
  for (const { i, k, may } of pairs) {
    if (result.has(i) || taken.has(k) || !may) continue
    result.set(i, k)
    taken.add(k)
  }
  if (result.size === 0 && pairs[0]) result.set(pairs[0].i, pairs[0].k)
  return result
}
