const words = 624
const shift = 397

/**
 * Uniform numbers in (0, 1) as R draws them after `set.seed(seed)`: the Mersenne Twister of Matsumoto and
 * Nishimura (1998), its state filled by a congruential generator (R, `?Random`). Published random matrices can
 * be rebuilt with it.
 *
 * @example const next = uniformAsInR(1); next() // 0.2655087, as in R's set.seed(1); runif(1)
 */
export function uniformAsInR(seed: number): () => number {
  const state = seeded(seed)
  let at = words
  return () => {
    if (at === words) {
      regenerate(state)
      at = 0
    }
    return inside((temper(state[at++]!) >>> 0) * 2 ** -32)
  }
}

function seeded(seed: number): Uint32Array {
  let value = seed | 0
  const step = () => {
    value = (Math.imul(69069, value) + 1) | 0
    return value
  }
  // R discards fifty values, and one more that holds the position.
  for (let skipped = 0; skipped < 51; skipped++) step()
  return Uint32Array.from({ length: words }, step)
}

function regenerate(state: Uint32Array): void {
  for (let i = 0; i < words; i++) {
    const joined = (state[i]! & 0x80000000) | (state[(i + 1) % words]! & 0x7fffffff)
    state[i] = state[(i + shift) % words]! ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0)
  }
}

function temper(word: number): number {
  let y = word ^ (word >>> 11)
  y ^= (y << 7) & 0x9d2c5680
  y ^= (y << 15) & 0xefc60000
  return y ^ (y >>> 18)
}

/** R never returns 0 or 1. */
function inside(value: number): number {
  const half = 2.328306437080797e-10 / 2
  return Math.min(Math.max(value, half), 1 - half)
}
