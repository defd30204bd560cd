import { refuse } from '../refusal.ts'
import type { Line, LineNode } from './lines.ts'

/**
 * Mutation of one Y-STR: per meiosis `rate` is the probability of a change, up and down alike, by one repeat, and
 * for a share `twoStepShare` of the changes by two. Repeats are an unbounded ladder, and a change of microvariant
 * (9 to 9.3) does not happen. So every step is as likely back as forth, and a line may be read from any of its men.
 */
export type StepModel = { rate: number; twoStepShare: number }

/** Repeat numbers of the copies -> probability. Only states that can be reached are present, so the sum is exact. */
type Message = Map<number, number>

// A copy is ten times its repeats plus its microvariant, shifted so that a walk below zero stays positive.
const base = 2 ** 13
const shift = 2000

/**
 * The probability of what the other typed men of a line show at one locus, given what the man at `anchor` shows:
 * the sum over all repeat numbers of the untyped men between them (peeling, Felsenstein 1981).
 *
 * @param observed by node of the line: the alleles shown, one for each copy
 * @example Father and son, both 14, rate 0.002: 0.998. Brothers 14 and 15, father untyped: 2 * 0.998 * 0.001.
 * @throws KinshipRefusal `allele-not-repeat-number`, `copy-number-differs`
 */
export function transmission(
  line: Line,
  anchor: string,
  observed: Map<string, string[]>,
  model: StepModel,
): number {
  const copies = observed.get(anchor)!.length
  const neighbours = neighboursOf(line.nodes)
  const from = (id: string, previous: string | null): Message | null => {
    const messages = neighbours
      .get(id)!
      .filter((next) => next !== previous)
      .map((next) => from(next, id))
      .filter((message) => message !== null)
      .map((message) => afterMeiosis(message, copies, model))
    const alleles = observed.get(id)
    const own = alleles && (previous === null ? [stateOf(alleles)] : orderings(alleles).map(stateOf))
    const start = own ? new Map(own.map((state) => [state, 1])) : messages.shift()
    return start ? messages.reduce(product, start) : null
  }
  const total = from(anchor, null)
  return total?.get(stateOf(observed.get(anchor)!)) ?? 0
}

function neighboursOf(nodes: Map<string, LineNode>): Map<string, string[]> {
  const neighbours = new Map([...nodes.keys()].map((id): [string, string[]] => [id, []]))
  for (const { id, parent } of nodes.values()) {
    if (parent === null) continue
    neighbours.get(id)!.push(parent)
    neighbours.get(parent)!.push(id)
  }
  return neighbours
}

function product(a: Message, b: Message): Message {
  const both: Message = new Map()
  for (const [state, value] of a) {
    const other = b.get(state)
    if (other !== undefined) both.set(state, value * other)
  }
  return both
}

/** Every copy mutates on its own. */
function afterMeiosis(message: Message, copies: number, { rate, twoStepShare }: StepModel): Message {
  const steps = [
    { by: 0, p: 1 - rate },
    { by: 10, p: (rate * (1 - twoStepShare)) / 2 },
    { by: -10, p: (rate * (1 - twoStepShare)) / 2 },
    { by: 20, p: (rate * twoStepShare) / 2 },
    { by: -20, p: (rate * twoStepShare) / 2 },
  ].filter(({ p }) => p > 0)
  let current = message
  for (let copy = 0; copy < copies; copy += 1) {
    const next: Message = new Map()
    for (const [state, value] of current) {
      for (const { by, p } of steps) {
        const to = state + by * base ** copy
        next.set(to, (next.get(to) ?? 0) + value * p)
      }
    }
    current = next
  }
  return current
}

function stateOf(alleles: string[]): number {
  return alleles.reduce((state, allele, copy) => state + (repeatsOf(allele) + shift) * base ** copy, 0)
}

function repeatsOf(allele: string): number {
  const match = /^(\d{1,3})(?:\.(\d))?$/.exec(allele)
  return match
    ? Number(match[1]) * 10 + Number(match[2] ?? 0)
    : refuse(
        'allele-not-repeat-number',
        `"${allele}" is no repeat number, so a mutation cannot be counted in steps: correct it or leave the locus out.`,
      )
}

/** Which copy carries which allele is not seen: all distinct orders. */
function orderings(alleles: string[]): string[][] {
  if (alleles.length < 2) return [alleles]
  const found = alleles.flatMap((first, index) =>
    orderings(alleles.toSpliced(index, 1)).map((rest) => [first, ...rest]),
  )
  return [...new Map(found.map((order) => [order.join(), order])).values()]
}
