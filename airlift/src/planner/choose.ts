import { mayHold } from './place.ts'
import { type Solution, solve } from './solve.ts'
import type { Unit } from './units.ts'
import type { Budget, Cabin, World } from './world.ts'

/** The units that fly. `optimal`: it is proven that no choice carries more, nor as many earlier listed. */
export type Choice = { units: Unit[]; solution: Solution | undefined; optimal: boolean }

/** Up to this many units every subset is weighed. */
const EXACT_UNITS = 14
const STEPS_ALL = 6000
const STEPS_GREEDY = 1500
const STEPS_EXACT = 12_000

/** Chooses the units that fly: as many passengers as possible, then the earlier listed. */
export function chooseUnits(world: World, units: Unit[]): Choice {
  const budget: Budget = { left: STEPS_ALL, cut: false }
  const everyone = mayHold(world, pool(world), units) ? solve(world, units, budget) : undefined
  if (everyone) return { units, solution: everyone, optimal: true }
  const greedy = betterOf(units, keepChoice(world, units), chooseGreedily(world, units))
  if (units.length > EXACT_UNITS) return { ...improveBySwaps(world, units, greedy), optimal: false }
  return chooseExactly(world, units, greedy)
}

/** The units that flew in the earlier plan, where they still can. */
function keepChoice(world: World, units: Unit[]): Choice | undefined {
  const flew = units.filter((unit) => unit.members.every((one) => world.kept.placeOf.has(one.id)))
  return flew.length > 0 ? withUnits(world, flew) : undefined
}

/** The one that carries more; between equals the one with the earlier listed. */
function betterOf(units: Unit[], a: Choice | undefined, b: Choice): Choice {
  if (!a) return b
  const [own, other] = [a, b].map((one) => one.units.reduce((total, unit) => total + unit.members.length, 0))
  if (own !== other) return own! > other! ? a : b
  const first = units.find((unit) => a.units.includes(unit) !== b.units.includes(unit))
  return !first || a.units.includes(first) ? a : b
}

/** In the order of the list, each unit that still finds room beside those before it. */
function chooseGreedily(world: World, units: Unit[]): Choice {
  let choice: Choice = { units: [], solution: solve(world, [], newBudget(STEPS_GREEDY)), optimal: false }
  for (const unit of units) choice = withUnits(world, [...choice.units, unit]) ?? choice
  return choice
}

/** Takes a waiting unit in place of a smaller one while that carries more. */
function improveBySwaps(world: World, units: Unit[], start: Choice): Choice {
  let choice = start
  for (const unit of units) {
    if (choice.units.includes(unit)) continue
    for (const out of [...choice.units].reverse()) {
      if (out.members.length >= unit.members.length) continue
      const swapped = withUnits(
        world,
        units.filter((one) => one === unit || (one !== out && choice.units.includes(one))),
      )
      if (!swapped) continue
      choice = swapped
      break
    }
  }
  for (const unit of units) {
    if (choice.units.includes(unit)) continue
    choice =
      withUnits(
        world,
        units.filter((one) => one === unit || choice.units.includes(one)),
      ) ?? choice
  }
  return choice
}

function withUnits(world: World, units: Unit[]): Choice | undefined {
  if (!mayHold(world, pool(world), units)) return undefined
  const solution = solve(world, units, newBudget(STEPS_GREEDY))
  return solution && { units, solution, optimal: false }
}

/** Weighs every subset better than the greedy one, the best first: the first that can fly is the answer. */
function chooseExactly(world: World, units: Unit[], greedy: Choice): Choice {
  const pooled = pool(world)
  const budget = newBudget(STEPS_EXACT)
  let optimal = true
  for (const mask of betterMasks(units, greedy.units)) {
    const some = pick(units, mask)
    if (!mayHold(world, pooled, some)) continue
    if (budget.left <= 0) return { ...greedy, optimal: false }
    const own: Budget = { left: Math.min(STEPS_GREEDY, budget.left), cut: false }
    const given = own.left
    const solution = solve(world, some, own)
    budget.left -= given - own.left
    if (solution) return { units: some, solution, optimal }
    if (own.cut) optimal = false
  }
  return { ...greedy, optimal }
}

/** Subsets as bits, the first unit highest: by passengers carried, then by the earlier listed. */
function betterMasks(units: Unit[], than: Unit[]): number[] {
  const sizes = units.map((unit) => unit.members.length)
  const countOf = (mask: number) =>
    sizes.reduce((total, size, at) => total + (isIn(mask, at, units.length) ? size : 0), 0)
  const bound = units.reduce((mask, unit, at) => mask | (than.includes(unit) ? bit(at, units.length) : 0), 0)
  const least = countOf(bound)
  const masks: [mask: number, count: number][] = []
  for (let mask = 2 ** units.length - 1; mask > 0; mask--) {
    const count = countOf(mask)
    if (count > least || (count === least && mask > bound)) masks.push([mask, count])
  }
  return masks.sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([mask]) => mask)
}

function pick(units: Unit[], mask: number): Unit[] {
  return units.filter((_, at) => isIn(mask, at, units.length))
}

function isIn(mask: number, at: number, length: number): boolean {
  return (mask & bit(at, length)) !== 0
}

function bit(at: number, length: number): number {
  return 1 << (length - 1 - at)
}

function newBudget(left: number): Budget {
  return { left, cut: false }
}

/** All aircraft as one: what does not fit in it fits nowhere. */
export function pool(world: World): Cabin {
  const total = (of: (cabin: Cabin) => number) => world.cabins.reduce((sum, cabin) => sum + of(cabin), 0)
  return {
    id: '',
    classes: world.cabins.flatMap((cabin) => cabin.classes),
    rowCount: 0,
    columns: [],
    domains: new Map(),
    lapMasks: total((cabin) => cabin.lapMasks),
    ordinary: total((cabin) => cabin.ordinary),
    stretchers: total((cabin) => cabin.stretchers),
  }
}
