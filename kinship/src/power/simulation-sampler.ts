import type { Random } from '../random.ts'

/**
 * Draws an index with the probability its weight says; weights need not sum to 1, and one of 0 is never drawn.
 *
 * @example sampler([0, 1])(random) // 1
 */
export function sampler(weights: number[]): (random: Random) => number {
  const cumulative: number[] = []
  let total = 0
  for (const weight of weights) {
    total += weight
    cumulative.push(total)
  }
  return (random) => {
    const target = random() * total
    let [low, high] = [0, cumulative.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (cumulative[middle]! > target) high = middle
      else low = middle + 1
    }
    return low
  }
}
