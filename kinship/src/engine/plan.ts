/** The order in which to sum variables out, and the multiplications that takes. */
export type Plan = { order: number[]; cost: number }

type Score = (clique: number, consumed: number) => number

/** Two greedy rules; the cheaper of their orders wins. Neither changes the value, only the work. */
const scores: Score[] = [(clique) => clique, (clique, consumed) => clique - consumed]

/**
 * A cheap elimination order for a network (greedy: the best order is NP-hard, Arnborg et al. 1987).
 *
 * @param domains number of states of each variable
 * @param scopes the variables of each factor
 */
export function planElimination(domains: number[], scopes: number[][]): Plan {
  const plans = scores.map((score) => greedy(domains, scopes, score))
  return plans.reduce((best, plan) => (plan.cost < best.cost ? plan : best))
}

function greedy(domains: number[], scopes: number[][], score: Score): Plan {
  const live = new Map(scopes.map((scope, index) => [index, scope]))
  const touching = domains.map(() => new Set<number>())
  scopes.forEach((scope, index) => {
    for (const variable of scope) touching[variable]!.add(index)
  })
  const waiting = new Set(domains.keys())
  const evaluations = new Map<number, { clique: number[]; cost: number; score: number }>()
  const evaluate = (variable: number) => {
    const clique = new Set([variable])
    let consumed = 0
    for (const index of touching[variable]!) {
      const scope = live.get(index)!
      for (const other of scope) clique.add(other)
      consumed += size(domains, scope)
    }
    const cost = size(domains, [...clique])
    return { clique: [...clique], cost, score: score(cost, consumed) }
  }
  const order: number[] = []
  let cost = 0
  let nextFactor = scopes.length
  while (waiting.size > 0) {
    let best = -1
    for (const variable of waiting) {
      if (!evaluations.has(variable)) evaluations.set(variable, evaluate(variable))
      if (best < 0 || evaluations.get(variable)!.score < evaluations.get(best)!.score) best = variable
    }
    const { clique, cost: step } = evaluations.get(best)!
    cost += step
    order.push(best)
    waiting.delete(best)
    const rest = clique.filter((variable) => variable !== best)
    for (const index of [...touching[best]!]) {
      for (const variable of live.get(index)!) touching[variable]!.delete(index)
      live.delete(index)
    }
    live.set(nextFactor, rest)
    for (const variable of rest) {
      touching[variable]!.add(nextFactor)
      evaluations.delete(variable)
      for (const index of touching[variable]!) for (const near of live.get(index)!) evaluations.delete(near)
    }
    nextFactor++
  }
  return { order, cost }
}

function size(domains: number[], scope: Iterable<number>): number {
  let product = 1
  for (const variable of scope) product *= domains[variable]!
  return product
}
