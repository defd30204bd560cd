import { refuse } from '../refusal.ts'
import type { Factor, Network } from './factors.ts'
import { type Plan, planElimination } from './plan.ts'

/** Multiplications one locus of one hypothesis may take: a few seconds. */
const mostWork = 2e9
/** Cells of the largest table: 256 MB. */
const mostCells = 2 ** 25

/** Plans by shape: the loci of a case mostly share a few. */
export type PlanCache = Map<string, Plan>

/**
 * The natural logarithm of the sum, over all states of all variables, of the product of all factors
 * (variable elimination, Zhang & Poole 1994); -Infinity when the sum is 0.
 */
export function logSum(network: Network, plans: PlanCache): number {
  const { order } = planFor(network, plans)
  let factors = network.factors
  let exponent = 0
  let product = 1
  for (const variable of order) {
    const involved = factors.filter((factor) => factor.scope.includes(variable))
    const rest = factors.filter((factor) => !factor.scope.includes(variable))
    const summed = sumOut(network.domains, involved, variable)
    const shift = rescale(summed.table)
    if (shift === null) return Number.NEGATIVE_INFINITY
    exponent += shift
    if (summed.scope.length === 0) product *= summed.table[0]!
    else rest.push(summed)
    factors = rest
    if (product < 1e-200) {
      product *= 2 ** 600
      exponent -= 600
    }
  }
  for (const constant of factors) product *= constant.table[0]!
  return Math.log(product) + exponent * Math.LN2
}

function planFor({ domains, factors }: Network, plans: PlanCache): Plan {
  const key = `${domains.join()};${factors.map((factor) => factor.scope.join()).join(';')}`
  let plan = plans.get(key)
  if (!plan) {
    plan = planElimination(
      domains,
      factors.map((factor) => factor.scope),
    )
    plans.set(key, plan)
  }
  if (plan.cost > mostWork) {
    refuse(
      'too-complex',
      'This pedigree needs more work than one locus is given: type more of its people, leave out untyped people who connect nobody, or use a mutation model that treats unseen alleles alike (none, proportional, equal).',
    )
  }
  return plan
}

/** Multiplies a table by a power of two so that nothing underflows; its logarithm back, `null` if all is 0. */
function rescale(table: Float64Array): number | null {
  let largest = 0
  for (const value of table) if (value > largest) largest = value
  if (largest === 0) return null
  if (largest > 1e-60) return 0
  const shift = Math.floor(Math.log2(largest))
  const half = 2 ** Math.floor(-shift / 2)
  const otherHalf = 2 ** (-shift - Math.floor(-shift / 2))
  for (let cell = 0; cell < table.length; cell++) table[cell] = table[cell]! * half * otherHalf
  return shift
}

/** The product of `factors` summed over `variable`. */
function sumOut(domains: number[], factors: Factor[], variable: number): Factor {
  const scope = [...new Set(factors.flatMap((factor) => factor.scope))].filter((other) => other !== variable)
  const sizes = scope.map((other) => domains[other]!)
  const cells = sizes.reduce((product, size) => product * size, 1)
  if (cells > mostCells)
    refuse('too-complex', 'This pedigree needs a larger table than memory allows: type more of its people.')
  const strides = factors.map((factor) => scope.map((other) => strideOf(domains, factor, other)))
  const steps = factors.map((factor) => strideOf(domains, factor, variable))
  const table = new Float64Array(cells)
  const offsets = factors.map(() => 0)
  const current = sizes.map(() => 0)
  const inner = innerSum(factors, steps, domains[variable]!)
  for (let cell = 0; cell < cells; cell++) {
    table[cell] = inner(offsets)
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      const wraps = ++current[axis]! === sizes[axis]!
      const move = wraps ? 1 - sizes[axis]! : 1
      for (let f = 0; f < factors.length; f++) offsets[f]! += strides[f]![axis]! * move
      if (!wraps) break
      current[axis] = 0
    }
  }
  return { scope, table }
}

/** Sums the product of all factors along one variable, from the given offset in each table. */
function innerSum(factors: Factor[], steps: number[], states: number): (offsets: number[]) => number {
  const tables = factors.map((factor) => factor.table)
  if (tables.length === 1) {
    const [table, step] = [tables[0]!, steps[0]!]
    return (offsets) => {
      let sum = 0
      for (let state = 0, at = offsets[0]!; state < states; state++, at += step) sum += table[at]!
      return sum
    }
  }
  if (tables.length === 2) {
    const [first, second, stepA, stepB] = [tables[0]!, tables[1]!, steps[0]!, steps[1]!]
    return (offsets) => {
      let sum = 0
      for (let state = 0, a = offsets[0]!, b = offsets[1]!; state < states; state++, a += stepA, b += stepB) {
        sum += first[a]! * second[b]!
      }
      return sum
    }
  }
  return (offsets) => {
    let sum = 0
    for (let state = 0; state < states; state++) {
      let product = 1
      for (let f = 0; f < tables.length && product !== 0; f++)
        product *= tables[f]![offsets[f]! + state * steps[f]!]!
      sum += product
    }
    return sum
  }
}

function strideOf(domains: number[], factor: Factor, variable: number): number {
  const axis = factor.scope.indexOf(variable)
  if (axis < 0) return 0
  return factor.scope.slice(axis + 1).reduce((product, other) => product * domains[other]!, 1)
}
