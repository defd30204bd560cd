import type { Random } from '../random.ts'

/**
 * Draws an allele outright, or one of a class (`classOf[allele] === only`; -1: any).
 *
 * @example Frequencies 0.2, 0.8: allele 1 in four of five draws.
 */
export type AlleleDraw = (random: Random, only?: number) => number

/** Independent draws from frequencies. */
export function alleleDraw(frequencies: number[], classOf: number[]): AlleleDraw {
  const whole = guided(frequencies)
  const ofClass = new Map<number, Guided>()
  return (random, only = -1) => {
    if (only < 0) return drawFrom(whole, random)
    let table = ofClass.get(only)
    if (!table) {
      table = guided(frequencies.map((p, allele) => (classOf[allele] === only ? p : 0)))
      ofClass.set(only, table)
    }
    return drawFrom(table, random)
  }
}

/** Cumulative weights, and for each equal part of their sum the first index that may be drawn in it. */
type Guided = { cumulative: Float64Array; guide: Uint16Array; total: number }

const parts = 256

/** A guide table makes a draw nearly one look-up (Chen and Asau 1974, AIIE Trans. 6:163-166). */
function guided(weights: number[]): Guided {
  let total = 0
  const cumulative = Float64Array.from(weights, (weight) => {
    total += weight
    return total
  })
  let at = 0
  const guide = Uint16Array.from({ length: parts }, (_, part) => {
    while (at < weights.length - 1 && cumulative[at]! <= (part / parts) * total) at++
    return at
  })
  return { cumulative, guide, total }
}

function drawFrom({ cumulative, guide, total }: Guided, random: Random): number {
  const share = random()
  const target = share * total
  let at = guide[(share * parts) | 0]!
  while (at < cumulative.length - 1 && cumulative[at]! <= target) at++
  return at
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
