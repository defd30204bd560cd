import { groupingOf, type Line, membersOf } from './lines.ts'

/** What is known of the haplotypes shown: who shows which, and how likely an unrelated founder brings it. */
export type Shown = {
  keyOf: (person: string) => string
  probabilityOf: (key: string) => number
  theta: number
}

/** The ratio of two hypotheses: natural logarithm, `null` when both are impossible. */
export type LineRatio = { log: number | null; isSameGrouping: boolean }

/**
 * How much better one hypothesis explains the haplotypes than another: for each, the probability that the founders
 * of its lines bring what they brought, times the probability of what their lines made of it.
 *
 * @param logTransmission ln of the probability of the haplotypes of a line, given what its founder brought
 * @param saysNothing between hypotheses that group the typed people alike the ratio is 1, whatever the meioses
 */
export function lineRatio(
  lines: Line[],
  reference: Line[],
  shown: Shown,
  logTransmission: (line: Line) => number,
  saysNothing: boolean,
): LineRatio {
  const isSameGrouping = groupingOf(lines) === groupingOf(reference)
  const passed = [lines, reference].map((all) => all.reduce((sum, line) => sum + logTransmission(line), 0))
  const [log, base] = [passed[0]!, passed[1]!]
  const isImpossible = (value: number) => value === Number.NEGATIVE_INFINITY
  if (isImpossible(log) && isImpossible(base)) return { log: null, isSameGrouping }
  if (isSameGrouping && saysNothing && !isImpossible(log) && !isImpossible(base)) {
    return { log: 0, isSameGrouping }
  }
  const known = foundersOf(reference, shown, new Map())
  const founders = foundersOf(lines, shown, known)
  const brought = logFounders([...founders.values()], shown) - logFounders([...known.values()], shown)
  return { log: (isSameGrouping ? 0 : brought) + log - base, isSameGrouping }
}

/** The ratio of a natural logarithm; beyond the largest number only its logarithm is given. `null`: no ratio exists. */
export function ratioOf(log: number | null): { LR: number | null; log10LR: number | null } {
  if (log === null) return { LR: null, log10LR: null }
  const LR = Math.exp(log)
  const isLost = Number.isFinite(log) && (LR === 0 || LR === Number.POSITIVE_INFINITY)
  return { LR: isLost ? null : LR, log10LR: log / Math.LN10 }
}

/** Line (by its people) -> the haplotype its founder brought; a line both hypotheses have brings the same in both. */
function foundersOf(lines: Line[], shown: Shown, known: Map<string, string>): Map<string, string> {
  return new Map(
    lines.map((line) => [membersOf(line), known.get(membersOf(line)) ?? founderHaplotype(line, shown)]),
  )
}

/**
 * The haplotype a line is read from: that of the typed person nearest to its founder (the founder, when typed). Of
 * several at one distance who differ, the rarest, which supports a shared line least. Unless the founder is typed,
 * this rests on haplotypes one mutation apart being about equally frequent.
 */
function founderHaplotype(line: Line, { keyOf, probabilityOf }: Shown): string {
  const typed = [...line.nodes.values()].filter((node) => node.typed.length > 0)
  const nearest = Math.min(...typed.map(({ depth }) => depth))
  const keys = typed.filter(({ depth }) => depth === nearest).map((node) => keyOf(node.typed[0]!))
  return keys.sort((a, b) => probabilityOf(a) - probabilityOf(b) || (a < b ? -1 : 1))[0]!
}

/**
 * ln of the probability that unrelated founders bring these haplotypes: the sampling formula of Balding & Nichols,
 * (m_h theta + (1 - theta) p_h) / (1 + (m - 1) theta) after m founders of whom m_h brought h. The second founder
 * with the haplotype of the first has theta + (1 - theta) p (Buckleton, Krawczak & Weir 2011).
 *
 * @example Two founders who bring one haplotype of probability 0.01, theta 0: ln(0.01 * 0.01).
 */
function logFounders(keys: string[], { probabilityOf, theta }: Omit<Shown, 'keyOf'>): number {
  const brought = new Map<string, number>()
  return keys.reduce((sum, key, m) => {
    const before = brought.get(key) ?? 0
    brought.set(key, before + 1)
    if (m === 0) return sum + Math.log(probabilityOf(key))
    return sum + Math.log((before * theta + (1 - theta) * probabilityOf(key)) / (1 + (m - 1) * theta))
  }, 0)
}
