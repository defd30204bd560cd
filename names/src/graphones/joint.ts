import { advance, BEGIN, chance, childOf, END, type Ngrams } from './ngrams.ts'

/**
 * Graphones: pairs of up to three letters of one script and up to two of another that stand for each other, and
 * an n-gram model of their sequences (Bisani, Ney, "Joint-sequence models for grapheme-to-phoneme conversion",
 * Speech Communication 50, 2008). `at`: letters of both sides, packed -> graphone (its symbol in `ngrams`).
 */
export type Graphones = { ngrams: Ngrams; at: PairTable }

/** Open-addressed table of packed letters -> symbol; key 0 is empty. */
export type PairTable = { keys: Int32Array; values: Int32Array }

export const MAX_LEFT = 3
export const MAX_RIGHT = 2

/** Up to three letters of `a` from `i` and two of `b` from `k`, six bits each. */
export const packPair = (
  a: Uint8Array,
  i: number,
  left: number,
  b: Uint8Array,
  k: number,
  right: number,
): number => {
  let key = 0
  for (let n = 0; n < MAX_LEFT; n++) key = (key << 6) | (n < left ? a[i + n]! : 0)
  for (let n = 0; n < MAX_RIGHT; n++) key = (key << 6) | (n < right ? b[k + n]! : 0)
  return key
}

const slotOf = (table: PairTable, key: number): number => {
  const mask = table.keys.length - 1
  let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
  while (table.keys[slot] !== key && table.keys[slot] !== 0) slot = (slot + 1) & mask
  return slot
}

export const symbolAt = (table: PairTable, key: number): number => table.values[slotOf(table, key)]!

export const tableOf = (entries: readonly (readonly [key: number, symbol: number])[]): PairTable => {
  const capacity = 2 ** Math.ceil(Math.log2(entries.length * 2 + 2))
  const table = { keys: new Int32Array(capacity), values: new Int32Array(capacity).fill(-1) }
  for (const [key, symbol] of entries) {
    const slot = slotOf(table, key)
    table.keys[slot] = key
    table.values[slot] = symbol
  }
  return table
}

/** The shapes of a graphone: letters left, letters right. */
export const SHAPES: readonly (readonly [left: number, right: number])[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [3, 1],
  [3, 2],
]

/** Contexts kept in one cell; the likeliest stay. */
const BEAM = 8
/** A cell this far from the diagonal (letters of the right word) is not visited. */
const BAND = 4

let counts = new Uint8Array(0)
let contexts = new Int32Array(0)
let chances = new Float64Array(0)

const clear = (cells: number): void => {
  if (counts.length < cells) {
    counts = new Uint8Array(cells)
    contexts = new Int32Array(cells * BEAM)
    chances = new Float64Array(cells * BEAM)
  }
  counts.fill(0, 0, cells)
}

/** Adds to a cell; equal contexts are summed, and when the cell is full the least likely one goes. */
const put = (cell: number, context: number, p: number): void => {
  const from = cell * BEAM
  const end = from + counts[cell]!
  let least = from
  for (let at = from; at < end; at++) {
    if (contexts[at] === context) {
      chances[at]! += p
      return
    }
    if (chances[at]! < chances[least]!) least = at
  }
  if (counts[cell]! < BEAM) {
    counts[cell]! += 1
    least = end
  } else if (chances[least]! >= p) return
  contexts[least] = context
  chances[least] = p
}

const spread = (model: Graphones, cell: number, next: number, symbol: number): void => {
  const from = cell * BEAM
  for (let at = from; at < from + counts[cell]!; at++) {
    const context = advance(model.ngrams, contexts[at]!, symbol)
    put(next, context, chances[at]! * chance.of)
  }
}

/** log10 P(a, b): summed over the ways to cut both words into graphones; -Infinity when there is none. */
export const logJoint = (model: Graphones, a: Uint8Array, b: Uint8Array): number => {
  const width = b.length + 1
  const slant = b.length / a.length
  clear((a.length + 1) * width)
  put(0, Math.max(0, childOf(model.ngrams, 0, BEGIN)), 1)
  for (let i = 0; i <= a.length; i++) {
    for (let k = 0; k <= b.length; k++) {
      const cell = i * width + k
      if (counts[cell] === 0 || Math.abs(k - i * slant) > BAND) continue
      for (const [left, right] of SHAPES) {
        if (i + left > a.length || k + right > b.length) continue
        const symbol = symbolAt(model.at, packPair(a, i, left, b, k, right))
        if (symbol >= 0) spread(model, cell, cell + left * width + right, symbol)
      }
    }
  }
  const last = (a.length + 1) * width - 1
  let sum = 0
  for (let at = last * BEAM; at < last * BEAM + counts[last]!; at++) {
    advance(model.ngrams, contexts[at]!, END)
    sum += chances[at]! * chance.of
  }
  return Math.log10(sum)
}
