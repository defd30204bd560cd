/** The order in which to sum variables out, and the multiplications that takes. */
export type Plan = { order: number[]; cost: number }

/** The variables of a factor; a choice between two variables need not be written out as a table. */
export type Shape = { scope: number[]; isEither: boolean }

type Score = (clique: number, consumed: number) => number

/** Two greedy rules; the cheaper of their orders wins. Neither changes the value, only the work. */
const scores: Score[] = [(clique) => clique, (clique, consumed) => clique - consumed]

/**
 * A cheap elimination order for a network (greedy: the best order is NP-hard, Arnborg et al. 1987).
 *
 * @param domains number of states of each variable
 * @param shapes the factors
 */
export function planElimination(domains: number[], shapes: Shape[]): Plan {
  const plans = scores.map((score) => greedy(domains, shapes, score))
  return plans.reduce((best, plan) => (plan.cost < best.cost ? plan : best))
}

function greedy(domains: number[], shapes: Shape[], score: Score): Plan {
  const live = new Map(shapes.map((shape, index) => [index, shape]))
  const touching = domains.map(() => new Set<number>())
  shapes.forEach(({ scope }, index) => {
    for (const variable of scope) touching[variable]!.add(index)
  })
  const waiting = new Set(domains.keys())
  const evaluations = new Map<number, { clique: number[]; cost: number; score: number }>()
  const evaluate = (variable: number) => {
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
    const cost = size(domains, clique) / (isFollowed ? domains[variable]! : 1)
    return { clique: [...clique], cost, score: score(cost, consumed) }
  }
  const order: number[] = []
  let cost = 0
  let nextFactor = shapes.length
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
      for (const variable of live.get(index)!.scope) touching[variable]!.delete(index)
      live.delete(index)
    }
    live.set(nextFactor, { scope: rest, isEither: false })
    for (const variable of rest) {
      touching[variable]!.add(nextFactor)
      evaluations.delete(variable)
      for (const index of touching[variable]!)
        for (const near of live.get(index)!.scope) evaluations.delete(near)
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
