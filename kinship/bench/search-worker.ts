import { parentPort } from 'node:worker_threads'
import { searchShard } from '../src/search/index.ts'
import { searchWorld } from './search-world.ts'

/** Builds the same world as everybody, says so, and searches the range it is sent, again and again. */
const world = searchWorld({ families: 64, profiles: 200_000 })
parentPort!.on('message', ({ from, to }: { from: number; to: number }) => {
  const start = process.hrtime.bigint()
  const { finds } = searchShard({ ...world, top: 10, from, to })
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6
  parentPort!.postMessage({ milliseconds, best: finds.map(({ best }) => best) })
})
parentPort!.postMessage('ready')
