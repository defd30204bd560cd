import type { Prepared } from './simulated-plans.ts'

/** A plan by what it tests, with what plans are compared by. */
export type Sketch = {
  test: string[]
  kit: string | null
  chance: number
  expectedLog10LR: number
  cost: number
}

export type Measure = (test: string[], kit: string | null) => { chance: number; expectedLog10LR: number }

/** Up to so many relatives every subset is looked at; more are added one by one. */
const mostExhaustive = 8
/** A plan as good as certain: testing more can add next to nothing. */
const certain = 0.99

/** The cost of testing these relatives, and of running the kit on every sample. */
export function costOf({ input, kits, retest }: Prepared, test: string[], kit: string | null): number {
  const people = input.reachable.filter(({ id }) => test.includes(id))
  const samples = new Set([...test, ...retest]).size + 1
  const perSample = kit === null ? 0 : (kits.get(kit)?.cost ?? 0)
  return people.reduce((sum, { cost = 1 }) => sum + cost, 0) + samples * perSample
}

/**
 * Plans worth looking at: with each kit, every subset of the relatives who can be reached, but for those that add
 * to a subset already certain to pass, or with somebody who tells nothing; of many relatives, the best one added at a time.
 */
export function sketchPlans(
  prepared: Prepared,
  measure: Measure,
): { sketches: Sketch[]; isExhaustive: boolean } {
  const people = prepared.input.reachable.map(({ id }) => id)
  const isExhaustive = people.length <= mostExhaustive
  const sketch = (test: string[], kit: string | null): Sketch => ({
    test,
    kit,
    ...measure(test, kit),
    cost: costOf(prepared, test, kit),
  })
  const sketches = [null, ...prepared.kits.keys()].flatMap((kit) =>
    isExhaustive
      ? everySubset(people, (test) => sketch(test, kit))
      : oneByOne(people, (test) => sketch(test, kit)),
  )
  return { sketches, isExhaustive }
}

/** Adding less to the mean log10 LR than this, alone and beside all others, is telling nothing. */
const telling = 0.02

/** Who tells something, alone or beside all others. */
function tellingPeople(people: string[], sketch: (test: string[]) => Sketch): string[] {
  const [nobody, everybody] = [sketch([]).expectedLog10LR, sketch(people).expectedLog10LR]
  return people.filter(
    (id) =>
      sketch([id]).expectedLog10LR - nobody >= telling ||
      everybody - sketch(people.filter((other) => other !== id)).expectedLog10LR >= telling,
  )
}

function everySubset(everybody: string[], sketch: (test: string[]) => Sketch): Sketch[] {
  const people = tellingPeople(everybody, sketch)
  const found = everybody.filter((id) => !people.includes(id)).map((id) => sketch([id]))
  const enough: number[] = []
  const subsets = Array.from({ length: 2 ** people.length }, (_, subset) => subset)
  subsets.sort((one, other) => sizeOf(one) - sizeOf(other) || one - other)
  for (const subset of subsets) {
    const isMore = enough.some((smaller) => (subset & smaller) === smaller)
    if (isMore && sizeOf(subset) < people.length) continue
    const plan = sketch(people.filter((_, i) => (subset >> i) & 1))
    if (plan.chance >= certain) enough.push(subset)
    found.push(plan)
  }
  return found
}

function sizeOf(subset: number): number {
  let count = 0
  for (let left = subset; left > 0; left >>= 1) count += left & 1
  return count
}

/** Nobody, then with each step the relative who adds most to the mean log10 LR for their cost. */
function oneByOne(people: string[], sketch: (test: string[]) => Sketch): Sketch[] {
  const found = [sketch([])]
  let last = found[0]!
  while (last.test.length < people.length && last.chance < certain) {
    const base = last
    const next = people.filter((id) => !base.test.includes(id)).map((id) => sketch([...base.test, id]))
    const worth = (plan: Sketch) =>
      (plan.expectedLog10LR - base.expectedLog10LR) / Math.max(plan.cost - base.cost, 1e-9)
    last = next.reduce((best, plan) => (worth(plan) > worth(best) ? plan : best))
    if (last.expectedLog10LR - base.expectedLog10LR < 1e-9) break
    found.push(...(base.test.length === 0 ? next : [last]))
  }
  return found
}

/** The plans no other beats in both cost and chance, cheapest first; of equal ones the first, with fewest people. */
export function paretoFront<Some extends { cost: number; chance: number; test: string[] }>(
  plans: Some[],
): Some[] {
  const ordered = plans.toSorted(
    (one, other) => one.cost - other.cost || other.chance - one.chance || one.test.length - other.test.length,
  )
  let best = Number.NEGATIVE_INFINITY
  return ordered.filter(({ chance }) => {
    if (chance <= best) return false
    best = chance
    return true
  })
}
