/**
 * A back-off n-gram model as an automaton. Node 0 is the empty context; every other node is a context with one
 * more symbol. `prob[n]` is the probability of its last symbol after the rest; `backoff[n]` what is left for
 * symbols not seen after it; `suffix[n]` the node of the context without its first symbol.
 */
export type Ngrams = {
  symbols: number
  prob: Float64Array
  backoff: Float64Array
  suffix: Int32Array
  /** Open-addressed table of (node, symbol) -> node; -1 is empty. */
  keys: Int32Array
  nodes: Int32Array
}

/** Context and end of a word, the first two symbols of every model. */
export const BEGIN = 0
export const END = 1
export const FIRST_SYMBOL = 2

/** Printable characters that need no escape in a template literal: the digits of the tables. */
const DIGITS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (ch) => !"\\`$'".includes(ch),
)
const VALUE = new Uint8Array(128)
for (const [i, ch] of DIGITS.entries()) VALUE[ch.charCodeAt(0)] = i

const HALF = DIGITS.length / 2
/** A probability is kept as its -log2 in steps of this: at most 7 % off. */
const STEP = 0.2

/** Digits below half of the base end a number; the others go on. */
export const printNumber = (n: number): string =>
  n < HALF ? DIGITS[n]! : DIGITS[HALF + (n % HALF)]! + printNumber(Math.floor(n / HALF))

export const printChance = (p: number): string =>
  DIGITS[Math.min(DIGITS.length - 1, Math.max(0, Math.round(-Math.log2(p) / STEP)))]!

type Reader = { text: string; at: number }

const readDigit = (r: Reader): number => VALUE[r.text.charCodeAt(r.at++)]!

const readNumber = (r: Reader): number => {
  let n = 0
  for (let unit = 1; ; unit *= HALF) {
    const digit = readDigit(r)
    if (digit < HALF) return n + unit * digit
    n += unit * (digit - HALF)
  }
}

const readChance = (r: Reader): number => 2 ** (-STEP * readDigit(r))

const slotOf = (model: Ngrams, key: number): number => {
  const mask = model.keys.length - 1
  let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask
  while (model.keys[slot] !== key && model.keys[slot] !== -1) slot = (slot + 1) & mask
  return slot
}

/** The node of a context with one more symbol, or -1. */
export const childOf = (model: Ngrams, node: number, symbol: number): number => {
  const slot = slotOf(model, node * model.symbols + symbol)
  return model.keys[slot] === -1 ? -1 : model.nodes[slot]!
}

const longestSuffix = (model: Ngrams, parent: number, symbol: number): number => {
  for (let node = parent; node > 0; ) {
    node = model.suffix[node]!
    const child = childOf(model, node, symbol)
    if (child >= 0) return child
  }
  return 0
}

const emptyNgrams = (symbols: number, size: number): Ngrams => {
  const capacity = 2 ** Math.ceil(Math.log2(size * 1.6))
  return {
    symbols,
    prob: new Float64Array(size).fill(1),
    backoff: new Float64Array(size).fill(1),
    suffix: new Int32Array(size),
    keys: new Int32Array(capacity).fill(-1),
    nodes: new Int32Array(capacity),
  }
}

/**
 * The text of a model, as `scripts/graphones/count.ts` prints it: symbols, nodes, order; then level by level the
 * children of every node of the level before: how many, the chance of what is not seen, and for each child the
 * step from the symbol before it and its probability.
 */
export const readNgrams = (text: string): Ngrams => {
  const r = { text, at: 0 }
  const [symbols, size, order] = [readNumber(r), readNumber(r), readNumber(r)]
  const model = emptyNgrams(symbols, size)
  let next = 1
  let level = [0]
  for (let depth = 0; depth < order; depth++) {
    const deeper: number[] = []
    for (const node of level) {
      const count = readNumber(r)
      if (count === 0) continue
      model.backoff[node] = readChance(r)
      for (let k = 0, symbol = -1; k < count; k++, next++) {
        symbol += 1 + readNumber(r)
        model.prob[next] = readChance(r)
        model.suffix[next] = longestSuffix(model, node, symbol)
        const key = node * symbols + symbol
        const slot = slotOf(model, key)
        model.keys[slot] = key
        model.nodes[slot] = next
        deeper.push(next)
      }
    }
    level = deeper
  }
  return model
}

/** Where `advance` leaves the probability of the symbol it was given. */
export const chance = { of: 1 }

/** A symbol unseen everywhere. */
const UNSEEN = 1e-7

/** The context after one more symbol; its probability is left in `chance.of`. */
export const advance = (model: Ngrams, context: number, symbol: number): number => {
  let p = 1
  for (let node = context; ; node = model.suffix[node]!) {
    const child = childOf(model, node, symbol)
    if (child >= 0) {
      chance.of = p * model.prob[child]!
      return child
    }
    p *= model.backoff[node]!
    if (node === 0) break
  }
  chance.of = p * UNSEEN
  return 0
}

/** log10 probability of a word's letters under a model of letters. */
export const logChance = (model: Ngrams, letters: Uint8Array): number => {
  let node = Math.max(0, childOf(model, 0, BEGIN))
  let log = 0
  for (const letter of letters) {
    node = advance(model, node, FIRST_SYMBOL + letter)
    log += Math.log10(chance.of)
  }
  advance(model, node, END)
  return log + Math.log10(chance.of)
}
