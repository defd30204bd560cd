/**
 * Whom to test next, for the flagship family (grandmother, aunt and uncle of a missing person) at 23 loci: the time
 * to draw and weigh 1,000 profiles, as the processor spends it, and the time of one exact plan.
 *
 *   node kinship/bench/power.ts
 */
import { prepareAdvice } from '../src/advice/index.ts'
import { lociFrom, type MutationChoice, type Person } from '../src/index.ts'
import { drawFamily, prepareFamily } from '../src/power/family-draws.ts'
import { simulatedRatios } from '../src/power/simulated-ratios.ts'
import { getFrequencyTable } from '../src/tables.ts'

const person = (
  id: string,
  sex: 'male' | 'female',
  father: string | null = null,
  mother: string | null = null,
): Person => ({ id, father, mother, sex })
const pedigrees = [
  [
    person('GF', 'male'),
    person('GM', 'female'),
    person('A', 'female', 'GF', 'GM'),
    person('U', 'male', 'GF', 'GM'),
    person('M', 'female', 'GF', 'GM'),
    person('F', 'male'),
    person('K', 'male', 'F', 'M'),
  ],
]
const table = getFrequencyTable('norstr-middle-asia')
const names = Object.keys(table.loci).slice(0, 23)
const lociWith = (mutation: MutationChoice) => lociFrom(table, { names, mutation, minimumFrequency: 0.001 })
const loci = lociWith({ model: 'none' })
const tested = ['GM', 'A', 'U']
const runs = 1000

let seed = 0
const simulate = (some: typeof loci, count: number, theta: number) => () => {
  const family = prepareFamily({ pedigrees, loci: some, genotypes: {}, theta }, 'K')
  simulatedRatios(family, drawFamily(family, tested, count, ++seed), tested, count, ['missing'])
}
print('1,000 profiles, no mutation', simulate(loci, runs, 0), 25)
print('1,000 profiles, theta 0.03', simulate(loci, runs, 0.03), 3)
print(
  '100 profiles, stepwise',
  simulate(lociWith({ model: 'stepwise', rate: 0.002, rate2: 1e-6 }), 100, 0),
  1,
)
const question = { loci, pedigrees, missing: 'K', genotypes: {}, threshold: 1e4, seed: 1 }
const reachable = tested.map((id) => ({ id }))
print('one relative, exact', () => prepareAdvice({ ...question, reachable }).plan(['GM']), 10)
print('all choices of three relatives', () => prepareAdvice({ ...question, reachable }).advise(), 3)

/** The median of several runs after two to warm up: milliseconds of the clock and of the processor. */
function print(what: string, run: () => unknown, repeats: number): void {
  for (let i = 0; i < Math.min(2, repeats); i++) run()
  const times = Array.from({ length: repeats }, () => {
    const [clock, cpu] = [performance.now(), process.cpuUsage().user]
    run()
    return { clock: performance.now() - clock, cpu: (process.cpuUsage().user - cpu) / 1000 }
  })
  const median = (of: (time: (typeof times)[number]) => number) =>
    times
      .map(of)
      .sort((a, b) => a - b)
      [Math.floor(repeats / 2)]!.toFixed(0)
  console.log(`${what}: ${median(({ clock }) => clock)} ms, processor ${median(({ cpu }) => cpu)} ms`)
}
