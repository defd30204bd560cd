/**
 * Nanoseconds a pair (one family, one profile, 23 loci) for each way to add up a table, and for one and two worker
 * threads, in one run: 64 families with a stepwise model against 200,000 profiles.
 *
 *   node kinship/bench/search.ts
 */
import { Worker } from 'node:worker_threads'
import { searchShard } from '../src/search/index.ts'
import { makeKernel } from '../src/search/kernel.ts'
import { lanes } from '../src/search/kernel-twin.ts'
import { rowValues } from '../src/search/row-values.ts'
import { unreachable, upperBounds } from '../src/search/upper-bounds.ts'
import { searchWorld } from './search-world.ts'

const started = performance.now()
const world = searchWorld({ families: 64, profiles: 200_000 })
const { families, profiles } = world
console.log(
  `${families.length} families and ${profiles.ids.length} profiles (${profiles.rows.length} different genotypes, ${(profiles.cells.byteLength / 1e6).toFixed(1)} MB) made ready in ${((performance.now() - started) / 1e3).toFixed(1)} s`,
)

const values = families.slice(0, lanes).map((family) => rowValues(family, profiles))
const part = 20_000
const plain = perPair(part * lanes, 3, () => addInFull(part))
const twin = perPair(part * lanes, 3, kernelRun(false, part))
const simd = perPair(200_000 * lanes, 15, kernelRun(true, 200_000))
console.log(`adding up alone, ns a pair: f64 ${show(plain)}, 16-bit twin ${show(twin)}, SIMD ${show(simd)}`)
console.log(`ratios: f64 / SIMD ${(plain / simd).toFixed(0)}, twin / SIMD ${(twin / simd).toFixed(0)}`)

const pairs = families.length * profiles.ids.length
const whole = perPair(pairs, 5, () => searchShard({ ...world, top: 10 }))
const wholePlain = perPair(pairs / 10, 1, () => searchShard({ ...world, top: 10, to: 20_000, isPlain: true }))
console.log(
  `whole search, the best 10 of each family, ns a pair: SIMD ${show(whole)}, twin ${show(wholePlain)}`,
)

const [one, two] = [await withWorkers(1), await withWorkers(2)]
console.log(
  `worker threads, wall ns a pair: one ${show(one)}, two ${show(two)}; ${(one / two).toFixed(2)} times as fast`,
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

/** Nanoseconds of this process's own time for each pair: the best of some runs after one to warm up. */
function perPair(count: number, runs: number, run: () => unknown): number {
  run()
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage().user
    run()
    return process.cpuUsage().user - before
  })
  return (Math.min(...times) * 1e3) / count
}

async function withWorkers(count: number): Promise<number> {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('search-worker.ts', import.meta.url)),
  )
  await Promise.all(workers.map(message))
  const all = profiles.ids.length
  const times: number[] = []
  for (let run = 0; run < 6; run++) {
    const start = performance.now()
    const done = workers.map(message)
    workers.forEach((worker, i) => {
      worker.postMessage({ from: (all * i) / count, to: (all * (i + 1)) / count })
    })
    await Promise.all(done)
    times.push(performance.now() - start)
  }
  await Promise.all(workers.map((worker) => worker.terminate()))
  return (Math.min(...times) * 1e6) / pairs
}

function message(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function show(nanoseconds: number): string {
  return nanoseconds.toFixed(2)
}
