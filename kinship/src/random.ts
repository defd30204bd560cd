/** The next uniform number in [0, 1); the same stream for the same seed on every machine. */
export type Random = () => number

/**
 * A seeded stream of uniform numbers: xoshiro128** 1.1 (Blackman and Vigna 2021, ACM Trans. Math. Softw. 47:36),
 * its state filled by SplitMix64 (Steele, Lea and Flood 2014, OOPSLA) as its authors ask. For simulation; not
 * for secrets.
 *
 * @param seed any whole number
 * @example randomFrom(7)() === randomFrom(7)()
 */
export function randomFrom(seed: number): Random {
  const next = splitMix64(BigInt(seed))
  const words = [next(), next()].flatMap((word) => [Number(word & 0xffffffffn), Number(word >> 32n)])
  const draw = xoshiro128(words)
  // 53 random bits, the precision of a double: 27 from one draw and 26 from the next.
  return () => ((draw() >>> 5) * 0x4000000 + (draw() >>> 6)) / 0x20000000000000
}

/** Whole numbers from 0 to 2^32 - 1, from a state of four words that are not all zero. */
export function xoshiro128(state: number[]): () => number {
  const s = Uint32Array.from(state)
  return () => {
    const result = Math.imul(rotated(Math.imul(s[1]!, 5), 7), 9) >>> 0
    const shifted = s[1]! << 9
    s[2]! ^= s[0]!
    s[3]! ^= s[1]!
    s[1]! ^= s[2]!
    s[0]! ^= s[3]!
    s[2]! ^= shifted
    s[3] = rotated(s[3]!, 11)
    return result
  }
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

/** Whole numbers from 0 to 2^64 - 1. */
export function splitMix64(seed: bigint): () => bigint {
  let state = BigInt.asUintN(64, seed)
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n)
    let mixed = BigInt.asUintN(64, (state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n)
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn)
    return mixed ^ (mixed >> 31n)
  }
}
