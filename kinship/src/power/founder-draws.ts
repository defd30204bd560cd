import type { Random } from '../random.ts'

/**
 * Draws an allele outright, or one of a class (`classOf[allele] === only`; -1: any).
 *
 * @example Frequencies 0.2, 0.8: allele 1 in four of five draws.
 */
export type AlleleDraw = (random: Random, only?: number) => number

/** Independent draws from frequencies, by halving a cumulative table. */
export function alleleDraw(frequencies: number[], classOf: number[]): AlleleDraw {
  const whole = cumulative(frequencies)
  const ofClass = new Map<number, Float64Array>()
  return (random, only = -1) => {
    if (only < 0) return drawFrom(whole, random)
    let table = ofClass.get(only)
    if (!table) {
      table = cumulative(frequencies.map((p, allele) => (classOf[allele] === only ? p : 0)))
      ofClass.set(only, table)
    }
    return drawFrom(table, random)
  }
}

function cumulative(weights: number[]): Float64Array {
  let total = 0
  return Float64Array.from(weights, (weight) => {
    total += weight
    return total
  })
}

function drawFrom(table: Float64Array, random: Random): number {
  const target = random() * table[table.length - 1]!
  let [low, high] = [0, table.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (table[middle]! > target) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Founder alleles under co-ancestry: the next is allele a with probability
 * (m_a theta + (1 - theta) p_a) / (1 + (m - 1) theta) after m draws, m_a of them a (Balding & Nichols 1994). The
 * first is drawn from the frequencies.
 */
export type Urn = { counts: Int32Array; drawn: number[] }

export function emptyUrn(size: number): Urn {
  return { counts: new Int32Array(size), drawn: [] }
}

export function addToUrn({ counts, drawn }: Urn, allele: number): void {
  counts[allele]!++
  drawn.push(allele)
}

/** An allele already drawn with probability m theta / (1 + (m - 1) theta), else a new one. */
export function drawFromUrn(urn: Urn, theta: number, fresh: AlleleDraw, random: Random): number {
  const m = urn.drawn.length
  const isCopy = m > 0 && random() * (1 + (m - 1) * theta) < m * theta
  const allele = isCopy ? urn.drawn[Math.floor(random() * m)]! : fresh(random)
  addToUrn(urn, allele)
  return allele
}

/** How much likelier the urn gives this allele next than its frequency `p` does. */
export function urnRatio({ counts, drawn }: Urn, theta: number, allele: number, p: number): number {
  const m = drawn.length
  if (m === 0) return 1
  return (counts[allele]! * theta + (1 - theta) * p) / ((1 + (m - 1) * theta) * p)
}
