import { refuse } from './refusal.ts'

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
const roundConstants = fractions(64, Math.cbrt)
/** The same of the square roots of the first 8 primes (FIPS 180-4, 5.3.3). */
const startValues = fractions(8, Math.sqrt)

/**
 * SHA-256 of a text in UTF-8, as 64 hexadecimal digits (FIPS 180-4).
 *
 * Written out here so that the same pure code checks a record in a browser, on a server and in a worker.
 *
 * @example sha256('abc') // 'ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad', no blanks
 * @throws KinshipRefusal `text-not-unicode` for half a surrogate pair, which UTF-8 cannot write
 */
export function sha256(text: string): string {
  const blocks = padded(utf8(text))
  const state = [...startValues]
  const schedule = new Uint32Array(64)
  for (let start = 0; start < blocks.length; start += 64) addBlock(state, schedule, blocks, start)
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function addBlock(state: number[], schedule: Uint32Array, bytes: number[], start: number): void {
  for (let t = 0; t < 16; t++) {
    const at = start + 4 * t
    schedule[t] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
  }
  for (let t = 16; t < 64; t++) {
    const [a, b] = [schedule[t - 15]!, schedule[t - 2]!]
    const low = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
    const high = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
    schedule[t] = schedule[t - 16]! + low + schedule[t - 7]! + high
  }
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const one =
      (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + roundConstants[t]! + schedule[t]!) | 0
    const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = (state[i]! + word) | 0
  })
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** The message, one bit, zeros, and its length in bits in the last eight bytes (FIPS 180-4, 5.1.1). */
function padded(bytes: number[]): number[] {
  const zeros = (119 - (bytes.length % 64)) % 64
  const bits = [2 ** 32, 1].flatMap((unit) => {
    const word = Math.floor((bytes.length * 8) / unit)
    return [24, 16, 8, 0].map((shift) => (word >>> shift) & 255)
  })
  return bytes.concat(128, new Array<number>(zeros).fill(0), bits)
}

function utf8(text: string): number[] {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code >= 0xd800 && code <= 0xdfff) {
      refuse('text-not-unicode', 'A text holds half a character (a lone surrogate): write it anew.')
    }
    const tail = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3
    const lead = [0, 0xc0, 0xe0, 0xf0][tail]!
    bytes.push(lead | (code >> (6 * tail)))
    for (let i = tail - 1; i >= 0; i--) bytes.push(0x80 | ((code >> (6 * i)) & 63))
  }
  return bytes
}

/** The first 32 bits after the point of a root of each of the first primes. */
function fractions(count: number, root: (prime: number) => number): number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n)
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32) | 0)
}
