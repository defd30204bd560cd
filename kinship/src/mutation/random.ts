import { refuse } from '../refusal.ts'
import { positiveShares } from './check.ts'
import { uniformAsInR } from './mersenne-twister.ts'
import { probability } from './models.ts'

/**
 * A matrix of random numbers, for tests of methods and never for evidence. The draws are made in the order
 * pedmut makes them, so the same seed gives the same matrix.
 *
 * Without a rate every cell is uniform and each row divided by its sum. With one, the diagonal is a random
 * point among those with that overall rate, and the rest of each row is shared at random.
 *
 * @example randomMutationMatrix([0.5, 0.5], { seed: 1 })[0]
 *   // R's first four draws fill the columns: 0.2655087 and 0.5728534, divided by their sum: [0.3167, 0.6833]
 * @throws KinshipRefusal `mutation-seed`, `mutation-rate`, `mutation-needs-frequencies`
 */
export function randomMutationMatrix(
  frequencies: number[],
  { seed, rate }: { seed: number; rate?: number | undefined },
): number[][] {
  if (!Number.isInteger(seed)) {
    refuse('mutation-seed', 'A random mutation matrix needs a whole number as its seed, or give the matrix.')
  }
  const next = uniformAsInR(seed)
  const size = frequencies.length
  if (size === 1) return [[1]]
  if (rate === undefined) return unconditional(size, next)
  const stays = randomDiagonal(positiveShares(frequencies, size), 1 - probability(rate, 'rate'), next)
  return stays.map((stay, i) => {
    const draws = Array.from({ length: size - 1 }, next)
    const sum = draws.reduce((total, draw) => total + draw, 0)
    const others = draws.map((draw) => (draw / sum) * (1 - stay))
    return [...others.slice(0, i), stay, ...others.slice(i)]
  })
}

function unconditional(size: number, next: () => number): number[][] {
  const columns = Array.from({ length: size }, () => Array.from({ length: size }, next))
  return Array.from({ length: size }, (_, row) => {
    const cells = columns.map((column) => column[row]!)
    const sum = cells.reduce((total, cell) => total + cell, 0)
    return cells.map((cell) => cell / sum)
  })
}

/** A random walk from the diagonal that is `mean` everywhere, along the plane of one overall rate. */
function randomDiagonal(shares: number[], mean: number, next: () => number): number[] {
  const draws = shares.map(next)
  const dot = (a: number[], b: number[]) => a.reduce((total, value, i) => total + value * b[i]!, 0)
  const along = dot(draws, shares) / dot(shares, shares)
  const direction = draws.map((draw, i) => draw - along * shares[i]!)
  const limits = direction.map((v) => [-mean / v, (1 - mean) / v].sort((a, b) => a - b))
  const from = Math.max(...limits.map(([low]) => low!))
  const to = Math.min(...limits.map(([, high]) => high!))
  const step = from + (to - from) * next()
  return direction.map((v) => mean + step * v)
}
