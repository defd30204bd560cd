/** A stream of numbers in [0, 1) that a seed fixes: mulberry32 (T. Ettinger, public domain). */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from 0 up to and without `end`. */
export const below = (random: Random, end: number): number => Math.floor(random() * end)

/** A new order, every one as likely as the other (Fisher and Yates). */
export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const order = [...things]
  for (let at = order.length - 1; at > 0; at--) {
    const other = below(random, at + 1)
    const held = order[at]!
    order[at] = order[other]!
    order[other] = held
  }
  return order
}
