import { costOf, type Measure, paretoFront, type Sketch, sketchPlans } from './choose-plans.ts'
import { exactPower, simulatedPass, simulatedPower } from './plan-power.ts'
import { sayingsOf } from './sayings.ts'
import { type Prepared, prepare } from './simulated-plans.ts'
import type { Advice, AdviceInput, Plan } from './types.ts'
import { meanOverWhoComes } from './who-comes.ts'

/** Where there are more plans than this, all are first compared by fewer simulations. */
const mostInFull = 40
const fewRuns = { some: 200, many: 100 }

/** A question made ready, to be asked about one plan after another. */
export type Advisor = {
  /**
   * One plan in numbers: exact where at most one person is newly tested and alleles do not mutate, else simulated.
   * The same simulations serve all plans, so their differences are surer than each of them.
   */
  plan: (test: string[], kit?: string | null) => Plan
  /** All plans, and which is best. */
  advise: () => Advice
}

/**
 * Whom to test next: for the relatives of a missing person who can be reached, what every choice of them and of kits
 * would bring. As somebody is dragged into a drawing, ask for one `plan`; for the whole comparison, `advise`.
 *
 * @throws KinshipRefusal for a question that makes no sense, and whatever the engine refuses
 */
export function prepareAdvice(input: AdviceInput): Advisor {
  const prepared = prepare(input)
  const plans = new Map<string, Plan>()
  const plan = (test: string[], kit: string | null = null): Plan => {
    const key = JSON.stringify([[...test].sort(), kit])
    const found = plans.get(key) ?? planOf(prepared, test, kit)
    plans.set(key, found)
    return found
  }
  return { plan, advise: () => adviceOf(prepared, plan) }
}

/**
 * The same in one call.
 *
 * @example A father can be reached and his child is missing; one locus with alleles 1 and 2, p(1) = 0.1; threshold 6.
 *   Only father and child both 1/1 pass (LR = 1/p = 10; with a heterozygote 1/(2p) = 5): best.chance = 0.1^3 = 0.001.
 */
export function advise(input: AdviceInput): Advice {
  return prepareAdvice(input).advise()
}

function planOf(prepared: Prepared, test: string[], kit: string | null): Plan {
  const { input } = prepared
  const runs = input.nsim ?? 1000
  const power = exactPower(prepared, test, kit) ?? simulatedPower(prepared, test, kit, runs)
  const chance = meanOverWhoComes(test, input.reachable, (came) =>
    came.length === test.length ? power.pass : simulatedPass(prepared, came, kit, runs).pass,
  )
  return { test, kit, ...power, chance, cost: costOf(prepared, test, kit) }
}

function measureWith(prepared: Prepared, runs: number): Measure {
  const { reachable } = prepared.input
  return (test, kit) => ({
    chance: meanOverWhoComes(test, reachable, (came) => simulatedPass(prepared, came, kit, runs).pass),
    expectedLog10LR: simulatedPass(prepared, test, kit, runs).expectedLog10LR,
  })
}

function adviceOf(prepared: Prepared, plan: Advisor['plan']): Advice {
  const { input, lines } = prepared
  const runs = input.nsim ?? 1000
  const few = Math.min(runs, runsToCompare(input))
  const { sketches, isExhaustive } = sketchPlans(prepared, measureWith(prepared, few))
  const plans = worthAll(sketches, few)
    .map(({ test, kit }) => plan(test, kit))
    .sort((one, other) => one.cost - other.cost || other.chance - one.chance)
  const now = plan([])
  const best = bestOf(plans)
  const sayings = sayingsOf(input, sketches, { now, best, lines })
  const { seed } = input
  const { withoutMutation } = prepared
  return { plans, now, best, front: paretoFront(plans), lines, sayings, isExhaustive, seed, withoutMutation }
}

/** Simulations by which all plans are first compared; the best are then simulated in full. */
function runsToCompare({ reachable, kits = [] }: AdviceInput): number {
  const subsets = 2 ** reachable.length
  if (subsets * (1 + kits.length) <= mostInFull) return Number.POSITIVE_INFINITY
  return subsets > 64 ? fewRuns.many : fewRuns.some
}

/** Of many plans, those no other beats by more than a standard error, and those that test nobody or one person. */
function worthAll(sketches: Sketch[], runs: number): Sketch[] {
  if (sketches.length <= mostInFull) return sketches
  const front = paretoFront(sketches)
  return sketches.filter(({ test, cost, chance }) => {
    if (test.length <= 1) return true
    const rival = front.findLast((one) => one.cost <= cost)!
    return chance >= rival.chance - (2 * Math.sqrt((chance * (1 - chance)) / runs)) / 2
  })
}

/** The best chance; of those within two standard errors of it, or two hundredths, the cheapest. */
function bestOf(plans: Plan[]): Plan {
  const top = plans.reduce((best, one) => (one.chance > best.chance ? one : best))
  const margin = Math.max(0.02, top.isExact ? top.passError : 2 * top.passError)
  const good = plans.filter(({ chance }) => chance >= top.chance - margin)
  return good.reduce((best, one) => (one.cost < best.cost ? one : best))
}
