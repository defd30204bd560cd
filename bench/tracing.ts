import { buildIndex, search } from '@sandsage/names'
import { findPairs, type Pair } from '../app/src/tracing/candidates.ts'
import { nameStock } from './tracing-names.ts'
import { makeWorld, type World } from './tracing-world.ts'

/**
 * Candidates in an invented world whose truth is known: `node bench/tracing.ts [seed] [listed] [asked]`. Prints how
 * often the true child comes first and among the first ten, beside the names alone; stated chances beside observed
 * ones, also where a brother or sister is on the list; and the time.
 */
const [seed = 1, listed = 2000, asked = 1000] = process.argv.slice(2).map(Number)
const stock = nameStock()
const world = makeWorld(stock, seed, { listed, asked })
const print = (line = '') => process.stdout.write(`${line}\n`)
const share = (n: number, of: number) => (of ? (n / of).toFixed(3) : '-')
const keyOf = (one: { relative: string; at: number }) => `${one.relative} ${one.at}`

const isListed = new Set(world.listed.map((one) => one.id))
const findable = world.asked.filter((one) => isListed.has(one.truth))
const familiesListed = new Set(world.listed.map((one) => world.familyOf.get(one.id)))
const withSibling = world.asked.filter((one) =>
  world.listed.some((other) => other.id !== one.truth && world.familyOf.get(other.id) === one.family),
)

function recall(found: Map<string, string[]>, of: World['asked']): [string, string] {
  const within = (top: number) =>
    of.filter((one) => found.get(keyOf(one))?.slice(0, top).includes(one.truth)).length
  return [share(within(1), of.length), share(within(10), of.length)]
}

function byNamesAlone(): Map<string, string[]> {
  const index = buildIndex(
    world.listed.flatMap(({ id, description }) =>
      Object.values(description.names).map((name) => ({ id, name: name! })),
    ),
  )
  return new Map(
    world.asked.map((one) => [keyOf(one), search(index, one.sought.name, 10).map((hit) => hit.id)]),
  )
}

function calibration(title: string, pairs: Pair[], of: World['asked']): void {
  const truth = new Map(of.map((one) => [keyOf(one), one.truth]))
  const chosen = pairs.filter((pair) => truth.has(keyOf(pair)))
  print(`\n| stated, ${title} | pairs | stated, mean | observed |\n|---|---|---|---|`)
  const edges = [0, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 1.000001]
  for (let n = 0; n + 1 < edges.length; n++) {
    const inside = chosen.filter(({ chance }) => chance >= edges[n]! && chance < edges[n + 1]!)
    if (inside.length === 0) continue
    const same = inside.filter((pair) => truth.get(keyOf(pair)) === pair.child).length
    const mean = inside.reduce((sum, pair) => sum + pair.chance, 0) / inside.length
    print(
      `| ${edges[n]} to ${Math.min(1, edges[n + 1]!)} | ${inside.length} | ${mean.toFixed(3)} | ${share(same, inside.length)} |`,
    )
  }
}

// Time of the processor, not of the clock: what else the machine does is not counted.
const seconds = (since: NodeJS.CpuUsage) => process.cpuUsage(since).user / 1e6
const began = process.cpuUsage()
const truly = isListed.size ? Math.round(world.familyOf.size - isListed.size) : 0
const pairs = findPairs(world.asked, world.listed, () => true, truly)
const took = seconds(began)
const whole = new Map(
  [...Map.groupBy(pairs, keyOf)].map(([key, all]) => [key, all.map((pair) => pair.child)]),
)
const beganNames = process.cpuUsage()
const names = byNamesAlone()
const tookNames = seconds(beganNames)

print(
  `Names: ${stock.source}. Seed ${seed}: ${world.listed.length} children listed, ${world.asked.length} asked for, ${findable.length} of them listed,`,
)
print(
  `${withSibling.length} with a brother or sister on the list (${familiesListed.size} families listed). Unlisted told: ${truly}.\n`,
)
print('| method | recall@1 | recall@10 | processor seconds | ms a child asked for |\n|---|---|---|---|---|')
const row = (method: string, found: Map<string, string[]>, seconds: number, of = findable) =>
  print(
    `| ${method} | ${recall(found, of).join(' | ')} | ${seconds.toFixed(1)} | ${((1000 * seconds) / asked).toFixed(1)} |`,
  )
row('whole description', whole, took)
row('names alone', names, tookNames)
const hard = findable.filter((one) => withSibling.includes(one))
row('whole description, a sibling listed', whole, took, hard)
row('names alone, a sibling listed', names, tookNames, hard)
calibration('all', pairs, world.asked)
calibration('a sibling listed', pairs, withSibling)
const unfindable = world.asked.filter((one) => !isListed.has(one.truth))
calibration('the child itself not listed', pairs, unfindable)
