import { MAX_LEFT, packPair, SHAPES } from '../../src/graphones/joint.ts'

/** One name part in two scripts, as letter numbers. */
export type LetterPair = readonly [a: Uint8Array, b: Uint8Array]

/** A graphone's packed letters and its probability. */
export type Unit = readonly [key: number, p: number]

/** A cell this far from the diagonal is not visited. */
const BAND = 3
/** What a graphone's expected count must exceed, taken off in every round: rare and long ones go. */
const DISCOUNT = 0.3

/**
 * Edges of all lattices. Pair p owns `edges[starts[p]..starts[p + 1]]`: for every cell in row order and every
 * shape, the number of the graphone, or -1.
 */
type Lattices = { edges: Int32Array; starts: Int32Array; keys: number[] }

const inBand = (i: number, k: number, la: number, lb: number): boolean => Math.abs(k - (i * lb) / la) <= BAND

const layOut = (pairs: readonly LetterPair[]): Lattices => {
  const numbers = new Map<number, number>()
  const keys: number[] = []
  const starts = new Int32Array(pairs.length + 1)
  for (const [p, [a, b]] of pairs.entries()) {
    starts[p + 1] = starts[p]! + (a.length + 1) * (b.length + 1) * SHAPES.length
  }
  const edges = new Int32Array(starts[pairs.length]!).fill(-1)
  for (const [p, [a, b]] of pairs.entries()) {
    let at = starts[p]!
    for (let i = 0; i <= a.length; i++) {
      for (let k = 0; k <= b.length; k++) {
        for (const [left, right] of SHAPES) {
          const [i2, k2] = [i + left, k + right]
          if (i2 <= a.length && k2 <= b.length && inBand(i, k, a.length, b.length)) {
            const key = packPair(a, i, left, b, k, right)
            let n = numbers.get(key)
            if (n === undefined) {
              n = keys.length
              numbers.set(key, n)
              keys.push(key)
            }
            edges[at] = n
          }
          at++
        }
      }
    }
  }
  return { edges, starts, keys }
}

const sizeOf = (key: number): number => {
  let letters = 0
  for (let n = 0; n < MAX_LEFT + 2; n++) if ((key >> (6 * n)) & 63) letters++
  return letters
}

/** Forward and backward sums of one lattice; returns the probability of the pair. */
const passes = (
  edges: Int32Array,
  start: number,
  la: number,
  lb: number,
  p: Float64Array,
  forward: Float64Array,
  backward: Float64Array,
): number => {
  const width = lb + 1
  const cells = (la + 1) * width
  forward.fill(0, 0, cells)
  backward.fill(0, 0, cells)
  forward[0] = 1
  for (let cell = 0; cell < cells; cell++) {
    if (forward[cell] === 0) continue
    for (let s = 0; s < SHAPES.length; s++) {
      const edge = edges[start + cell * SHAPES.length + s]!
      if (edge < 0) continue
      forward[cell + SHAPES[s]![0] * width + SHAPES[s]![1]]! += forward[cell]! * p[edge]!
    }
  }
  backward[cells - 1] = 1
  for (let cell = cells - 1; cell >= 0; cell--) {
    for (let s = 0; s < SHAPES.length; s++) {
      const edge = edges[start + cell * SHAPES.length + s]!
      if (edge < 0) continue
      backward[cell]! += backward[cell + SHAPES[s]![0] * width + SHAPES[s]![1]]! * p[edge]!
    }
  }
  return forward[cells - 1]!
}

/**
 * Graphones and their probabilities, likeliest first, by expectation maximisation over all cuts of all pairs, unigram; a graphone
 * whose expected count falls below the discount is dropped. `rounds` of about a second each.
 */
export const learnUnits = (pairs: readonly LetterPair[], rounds: number): Unit[] => {
  const { edges, starts, keys } = layOut(pairs)
  let p = Float64Array.from(keys, (key) => 10 ** -(sizeOf(key) * 1.3))
  const [forward, backward] = [new Float64Array(2000), new Float64Array(2000)]
  for (let round = 0; round < rounds; round++) {
    const expected = new Float64Array(keys.length)
    for (const [n, [a, b]] of pairs.entries()) {
      const total = passes(edges, starts[n]!, a.length, b.length, p, forward, backward)
      if (total <= 0) continue
      const width = b.length + 1
      for (let cell = 0, at = starts[n]!; cell < (a.length + 1) * width; cell++) {
        for (let s = 0; s < SHAPES.length; s++, at++) {
          const edge = edges[at]!
          if (edge < 0 || forward[cell] === 0) continue
          const next = cell + SHAPES[s]![0] * width + SHAPES[s]![1]
          expected[edge]! += (forward[cell]! * p[edge]! * backward[next]!) / total
        }
      }
    }
    const kept = expected.map((count) => Math.max(0, count - DISCOUNT))
    const sum = kept.reduce((x, y) => x + y, 0)
    p = kept.map((count) => count / sum)
  }
  const units = keys.flatMap((key, n): Unit[] => (p[n]! > 0 ? [[key, p[n]!]] : []))
  return units.sort((x, y) => y[1] - x[1])
}
