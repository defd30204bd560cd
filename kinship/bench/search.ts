/**
 * Nanoseconds a pair (one family, one profile, 23 loci) for each way to add up a table, and for one and two worker
 * threads, in one run: 256 families with a stepwise model against 400,000 profiles.
 *
 *   node kinship/bench/search.ts
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { searchShard } from '../src/search/index.ts'
import { makeKernel } from '../src/search/kernel.ts'
import { lanes } from '../src/search/kernel-twin.ts'
import { rowValues } from '../src/search/row-values.ts'
import { unreachable, upperBounds } from '../src/search/upper-bounds.ts'
import { searchWorld } from './search-world.ts'

const started = performance.now()
const world = searchWorld({ families: 256, profiles: 400_000 })
const { families, profiles } = world
console.log(
  `${families.length} families and ${profiles.ids.length} profiles (${profiles.rows.length} different genotypes, ${(profiles.cells.byteLength / 1e6).toFixed(1)} MB) made ready in ${((performance.now() - started) / 1e3).toFixed(1)} s`,
)

const values = families.slice(0, lanes).map((family) => rowValues(family, profiles))
const part = 20_000
const plain = perPair(part * lanes, 3, () => addInFull(part))
const twin = perPair(part * lanes, 3, kernelRun(false, part))
const simd = perPair(400_000 * lanes, 60, kernelRun(true, 400_000))
console.log(`adding up alone, ns a pair: f64 ${show(plain)}, 16-bit twin ${show(twin)}, SIMD ${show(simd)}`)
console.log(`ratios: f64 / SIMD ${(plain / simd).toFixed(0)}, twin / SIMD ${(twin / simd).toFixed(0)}`)

const pairs = families.length * profiles.ids.length
const whole = perPair(pairs, 4, () => searchShard({ ...world, top: 10 }))
const wholePlain = perPair(families.length * 20_000, 1, () =>
  searchShard({ ...world, top: 10, to: 20_000, isPlain: true }),
)
console.log(
  `whole search, the best 10 of each family, ns a pair: SIMD ${show(whole)}, twin ${show(wholePlain)}`,
)

const [one, two] = [await withWorkers(1), await withWorkers(2)]
for (const { count, wall, busy } of [one, two])
  console.log(`${count} worker threads, ns a pair: wall ${show(wall)}, the busier thread's own ${show(busy)}`)
console.log(
  `two against one: wall ${(one.wall / two.wall).toFixed(2)}, own ${(one.busy / two.busy).toFixed(2)} times as fast`,
)

/** Every pair in double precision, row by row: the plain way. */
function addInFull(count: number): number {
  const { cells, width } = profiles
  let best = Number.NEGATIVE_INFINITY
  for (const own of values) {
    for (let place = 0; place < count; place++) {
      let sum = 0
      for (let at = place * width; at < (place + 1) * width; at++) sum += own[cells[at]!]!
      if (sum > best) best = sum
    }
  }
  return best
}

function kernelRun(isSimdAllowed: boolean, count: number): () => void {
  const { cells, width, rows, loci } = profiles
  const most = 8192
  const kernel = makeKernel({ cells, width, rows: rows.length, most }, isSimdAllowed)
  kernel.setTable(upperBounds(values, rows, loci.length).table)
  const limits = new Int16Array(lanes).fill(unreachable)
  return () => {
    for (let from = 0; from < count; from += most) kernel.scan(from, Math.min(most, count - from), limits)
  }
}

/**
 * Nanoseconds of this process's own time for each pair, over all runs after one to warm up: the system counts such
 * time in ticks, so that a single short run says little.
 */
function perPair(count: number, runs: number, run: () => unknown): number {
  run()
  const before = process.cpuUsage().user
  for (let i = 0; i < runs; i++) run()
  return ((process.cpuUsage().user - before) * 1e3) / count / runs
}

type Report = { busy: number; best: unknown[] }

/** The best wall time, and the mean of the threads' own, in which a machine that does other things shows less. */
async function withWorkers(count: number): Promise<{ count: number; wall: number; busy: number }> {
  const script = new URL('search-worker.ts', import.meta.url)
  const workers = Array.from({ length: count }, () => new Worker(script, { workerData: world }))
  await Promise.all(workers.map(report))
  const [all, runs] = [profiles.ids.length, 6]
  const found = { count, wall: Number.POSITIVE_INFINITY, busy: 0 }
  for (let run = 0; run <= runs; run++) {
    const start = performance.now()
    const reports = workers.map(report)
    workers.forEach((worker, i) => {
      worker.postMessage({ from: (all * i) / count, to: (all * (i + 1)) / count })
    })
    const busy = Math.max(...(await Promise.all(reports)).map((one) => one.busy))
    found.wall = Math.min(found.wall, ((performance.now() - start) * 1e6) / pairs)
    // The first run warms up.
    if (run > 0) found.busy += busy / pairs / runs
  }
  await Promise.all(workers.map((worker) => worker.terminate()))
  return found
}

async function report(worker: Worker): Promise<Report> {
  const [message] = await once(worker, 'message')
  return message
}

function show(nanoseconds: number): string {
  return nanoseconds.toFixed(2)
}
