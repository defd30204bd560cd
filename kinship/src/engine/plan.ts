import { type Random, randomFrom } from '../random.ts'

/** The order in which to sum variables out, and the multiplications that takes. */
export type Plan = { order: number[]; cost: number }

/** The variables of a factor; a choice between two variables need not be written out as a table. */
export type Shape = { scope: number[]; isEither?: boolean }

/** What summing a variable out means now: the variables it brings together, the cost, the cells it takes away. */
type Step = { clique: number[]; cost: number; consumed: number }

type Graph = {
  domains: number[]
  live: Map<number, Shape>
  /** For each variable, the factors it stands in. */
  touching: Set<number>[]
}

type Rule = (step: Step, graph: Graph, variable: number) => number

/** Greedy rules, the first ones cheap to follow. None changes the value, only the work. */
const byCost: Rule = ({ cost }) => cost
const byGrowth: Rule = ({ cost, consumed }) => cost - consumed
/** Weighted fill: how much the variable's neighbours are tied together that were not before. */
const byFill: Rule = ({ clique, cost }, { domains, live, touching }, variable) => {
  let fill = 0
  for (const one of clique) {
    if (one === variable) continue
    const near = new Set<number>()
    for (const index of touching[one]!) for (const other of live.get(index)!.scope) near.add(other)
    for (const other of clique) {
      if (other > one && other !== variable && !near.has(other))
        fill += Math.log(domains[one]!) * Math.log(domains[other]!)
    }
  }
  return fill + 1e-9 * Math.log(cost)
}

/** Above so much work it pays to look for a better order. */
const worthSearching = 1e6
const mostTries = 40
const noVariables = new Set<number>()

/**
 * A cheap elimination order for a network. The best order is NP-hard (Arnborg et al. 1987): the cheapest of a few
 * greedy ones is taken, and for a costly one of some with the rules' scores perturbed, always the same ones.
 *
 * @param domains number of states of each variable
 * @param shapes the factors
 * @param kept variables that are not summed out
 */
export function planElimination(domains: number[], shapes: Shape[], kept = noVariables): Plan {
  const follow = (rule: Rule, random: Random | null) => greedy(domains, shapes, kept, rule, random)
  let best = cheaper(follow(byCost, null), follow(byGrowth, null))
  if (best.cost <= worthSearching) return best
  best = cheaper(best, follow(byFill, null))
  const random = randomFrom(1)
  const tries = Math.min(mostTries, Math.ceil(best.cost / worthSearching))
  for (let i = 0; i < tries; i++) {
    best = cheaper(best, follow(i % 2 === 0 ? byFill : byCost, random))
  }
  return best
}

function cheaper(one: Plan, other: Plan): Plan {
  return other.cost < one.cost ? other : one
}

function greedy(
  domains: number[],
  shapes: Shape[],
  kept: Set<number>,
  rule: Rule,
  random: Random | null,
): Plan {
  const graph: Graph = {
    domains,
    live: new Map(shapes.map((shape, index) => [index, shape])),
    touching: domains.map(() => new Set<number>()),
  }
  shapes.forEach(({ scope }, index) => {
    for (const variable of scope) graph.touching[variable]!.add(index)
  })
  const waiting = new Set([...domains.keys()].filter((variable) => !kept.has(variable)))
  const known = new Map<number, { step: Step; score: number }>()
  const order: number[] = []
  let cost = 0
  while (waiting.size > 0) {
    let best = -1
    for (const variable of waiting) {
      if (!known.has(variable)) {
        const step = stepOf(graph, variable)
        const score = rule(step, graph, variable) * (random ? 1 + 0.4 * random() : 1)
        known.set(variable, { step, score })
      }
      if (best < 0 || known.get(variable)!.score < known.get(best)!.score) best = variable
    }
    const { step } = known.get(best)!
    cost += step.cost
    order.push(best)
    waiting.delete(best)
    for (const changed of sumOut(graph, best, step.clique, shapes.length + order.length))
      known.delete(changed)
  }
  return { order, cost }
}

function stepOf({ domains, live, touching }: Graph, variable: number): Step {
  const clique = new Set([variable])
  let consumed = 0
  let choices = 0
  for (const index of touching[variable]!) {
    const { scope, isEither } = live.get(index)!
    for (const other of scope) clique.add(other)
    if (isEither) choices++
    else consumed += size(domains, scope)
  }
  // A single choice is followed, not multiplied by (see compile.ts).
  const isFollowed = choices === 1 && touching[variable]!.size > 1
  return {
    clique: [...clique],
    cost: size(domains, clique) / (isFollowed ? domains[variable]! : 1),
    consumed,
  }
}

/** Puts one factor in the place of all that hold the variable; the variables whose steps have changed. */
function sumOut({ live, touching }: Graph, gone: number, clique: number[], made: number): Set<number> {
  const rest = clique.filter((variable) => variable !== gone)
  for (const index of [...touching[gone]!]) {
    for (const variable of live.get(index)!.scope) touching[variable]!.delete(index)
    live.delete(index)
  }
  live.set(made, { scope: rest })
  const changed = new Set(rest)
  for (const variable of rest) {
    touching[variable]!.add(made)
    for (const index of touching[variable]!) for (const near of live.get(index)!.scope) changed.add(near)
  }
  return changed
}

function size(domains: number[], scope: Iterable<number>): number {
  let product = 1
  for (const variable of scope) product *= domains[variable]!
  return product
}
