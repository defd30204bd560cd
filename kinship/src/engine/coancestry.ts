import { inheritedNetwork } from './inherited-network.ts'
import { buildNetwork, inbreedingOf, isFounder, type Structure, unknownFounderCopies } from './network.ts'
import { allRoutes, type Routes } from './origins.ts'
import { type Batch, batchesOf, type Compiled, type LocusProblem, type Solver } from './solver.ts'
import {
  type Budget,
  checkWork,
  type Draws,
  expectedWork,
  leastWork,
  logOfSum,
  logsOverDraws,
  newBudget,
  tooComplex,
  type Urn,
  urnOf,
} from './urn.ts'

/** Multiplications below which nothing is gained by looking for another way. */
const smallWork = 5e7
/** Ways in which alleles can come down that are told apart at most. */
const mostWays = 4096
/** Ways whose work is looked at, to know that of all. */
const mostSampled = 32

/** Of more ways the programs are not kept. */
const mostKeptWays = 16

/**
 * Which inbred founders' two alleles are one draw, and how likely that is; the founder alleles then drawn, each a
 * list of names (`person/0`), and the founders whose alleles are known.
 */
type Setting = { weight: number; identical: Set<string>; unknown: string[][] }

/** A part of the sum: some of the ways in which alleles can come down, and how likely these are. */
type Part = { draws: Draws; weight: number }

/**
 * The natural logarithm of the likelihood of every locus, with co-ancestry theta among all founders (Balding &
 * Nichols 1994): their alleles are draws from a Polya urn, which is to say independent draws from frequencies
 * that are themselves Dirichlet, with mean the table's and a sum of parameters of 1/theta - 1.
 *
 * The founder alleles that are known have a closed form. Over the others the sum is taken exactly in one of two
 * ways, whichever is less work: over all partitions into blocks of identical alleles (Ewens 1972), or over the
 * frequencies, by Gauss quadrature of the degree of the polynomial that the likelihood is in them. Where many
 * founders are untyped, the ways in which alleles can come down are told apart first: each has few draws.
 */
export function logLikelihoodsWithCoancestry(
  solver: Solver,
  problems: LocusProblem[],
  theta: number,
): Float64Array {
  const logs = new Float64Array(problems.length).fill(Number.NEGATIVE_INFINITY)
  const budget = newBudget()
  for (const batch of batchesOf(solver.family, problems)) {
    for (const setting of settingsOf(batch.structure)) {
      const found = logsOf(solver, batch, setting, theta, budget)
      batch.places.forEach((place, lane) => {
        logs[place] = logOfSum(logs[place]!, Math.log(setting.weight) + found[lane]!)
      })
    }
  }
  return logs
}

function settingsOf(structure: Structure): Setting[] {
  const { people, typing, isX } = structure
  const copies = unknownFounderCopies(structure)
  const hasTwo = (id: string, i: number) =>
    (typing[i] === 'exact' && !(isX && people[i]!.sex === 'male')) || copies.includes(`${id}/1`)
  const inbred = people.filter(
    (person, i) => isFounder(person) && inbreedingOf(person, isX) > 0 && hasTwo(person.id, i),
  )
  if (inbred.length > 10) tooComplex()
  const settings: Setting[] = []
  for (let chosen = 0; chosen < 2 ** inbred.length; chosen++) {
    const identical = new Set(inbred.filter((_, i) => (chosen >> i) & 1).map(({ id }) => id))
    const weight = inbred.reduce((product, person) => {
      const f = inbreedingOf(person, isX)
      return product * (identical.has(person.id) ? f : 1 - f)
    }, 1)
    if (weight > 0) settings.push({ weight, identical, unknown: drawsOf(copies, identical) })
  }
  return settings
}

function drawsOf(copies: string[], identical: Set<string>): string[][] {
  return copies.flatMap((copy) => {
    const [id, number] = [copy.slice(0, -2), copy.slice(-1)]
    if (!identical.has(id)) return [[copy]]
    return number === '0' ? [[copy, `${id}/1`]] : []
  })
}

function logsOf(
  { compiled }: Solver,
  batch: Batch,
  setting: Setting,
  theta: number,
  budget: Budget,
): Float64Array {
  const { structure, lanes } = batch
  const urns = lanes.map((lane): Urn => urnOf(lane, structure, setting.identical, theta))
  const total = new Float64Array(lanes.length).fill(Number.NEGATIVE_INFINITY)
  const parts = partsOf(compiled, batch, setting, budget)
  for (const { draws, weight } of parts) {
    const programs = parts.length > mostKeptWays ? new Map<string, Compiled>() : compiled
    logsOverDraws(programs, draws, lanes, urns, theta, budget).forEach((log, lane) => {
      total[lane] = logOfSum(total[lane]!, Math.log(weight) + log)
    })
  }
  return total
}

/** The whole sum in one part, or a part for each way in which alleles can come down, as is less work. */
function partsOf(
  programs: Map<string, Compiled>,
  { key, structure, lanes }: Batch,
  { identical, unknown }: Setting,
  budget: Budget,
): Part[] {
  const name = `${key} ${[...identical].join()}`
  const whole: Part = {
    weight: 1,
    draws: {
      key: name,
      count: unknown.length,
      networkFor: (blockOf) => blockNetwork(structure, unknown, blockOf),
    },
  }
  const work = expectedWork(programs, whole.draws, lanes)
  const ways = work > smallWork ? allRoutes(structure, identical, mostWays) : null
  const parts = (ways ?? []).map(
    ({ routes, weight }): Part => ({ draws: inheritedDraws(name, structure, routes), weight }),
  )
  const least = parts.reduce((sum, { draws }) => sum + leastWork(draws), 0)
  if (parts.length === 0 || least > work) return [whole]
  const sample = parts.filter((_, i) => i % Math.ceil(parts.length / mostSampled) === 0)
  const sampled = sample.reduce((sum, { draws }) => sum + expectedWork(programs, draws, lanes), 0)
  const together = (sampled * parts.length) / sample.length
  checkWork(budget, Math.min(together, work))
  return together < work ? parts : [whole]
}

/** The draws that are left, given where all alleles come from. */
export function inheritedDraws(name: string, structure: Structure, routes: Routes): Draws {
  return {
    key: `${name} ${routes.key}`,
    count: routes.draws.length,
    networkFor: (blockOf) => inheritedNetwork(structure, routes, blockOf),
  }
}

/** The network in which draw `d` is block `blockOf[d]`. */
function blockNetwork(structure: Structure, unknown: string[][], blockOf: number[]) {
  const blocks = Math.max(-1, ...blockOf) + 1
  const names = unknown.flatMap((names, draw) => names.map((name) => [name, blockOf[draw]!] as const))
  return buildNetwork(structure, { kind: 'blocks', blocks, blockOf: new Map(names) })
}
