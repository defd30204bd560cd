import { parentPort, workerData } from 'node:worker_threads'
import { searchShard } from '../src/search/index.ts'
import type { World } from './search-world.ts'

/** Searches the ranges of profiles it is sent; says how long its own thread worked, in nanoseconds. */
const world: World = workerData
parentPort!.on('message', ({ from, to }: { from: number; to: number }) => {
  const before = process.threadCpuUsage().user
  const { finds } = searchShard({ ...world, top: 10, from, to })
  const busy = (process.threadCpuUsage().user - before) * 1e3
  parentPort!.postMessage({ busy, best: finds.map(({ best }) => best) })
})
parentPort!.postMessage({ busy: 0, best: [] })
