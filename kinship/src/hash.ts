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
  const state = Int32Array.from(startValues)
  const schedule = new Int32Array(64)
  for (let start = 0; start < blocks.length; start += 64) {
    fillSchedule(schedule, blocks, start)
    compress(state, schedule)
  }
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function fillSchedule(schedule: Int32Array, bytes: Uint8Array, start: number): void {
  for (let t = 0; t < 16; t++) {
    const at = start + 4 * t
    schedule[t] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
  }
  for (let t = 16; t < 64; t++) {
    const early = schedule[t - 15]!
    const late = schedule[t - 2]!
    const low = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const high = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    schedule[t] = schedule[t - 16]! + low + schedule[t - 7]! + high
  }
}

/** The 64 rounds on one block (FIPS 180-4, 6.2.2); a to h are the standard's working variables. */
function compress(state: Int32Array, schedule: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g)
    const mixed = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const one = (h + mixed + choice + roundConstants[t]! + schedule[t]!) | 0
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + word
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by))

/** The message, one bit, zeros, and its length in bits in the last eight bytes (FIPS 180-4, 5.1.1). */
function padded(bytes: number[]): Uint8Array {
  const blocks = new Uint8Array(64 * Math.ceil((bytes.length + 9) / 64))
  blocks.set(bytes)
  blocks[bytes.length] = 128
  for (let i = 1; i <= 8; i++) blocks[blocks.length - i] = Math.floor(bytes.length / 2 ** (8 * i - 11)) & 255
  return blocks
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
function fractions(count: number, root: (prime: number) => number): Int32Array {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n)
  return Int32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 2 ** 32))
}
