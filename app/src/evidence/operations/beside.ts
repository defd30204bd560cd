import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalValues } from '../../platform/refusal.ts'
import type { Conclusion } from '../rules/conclude.ts'
import type { Evidence } from '../rules/weigh.ts'
import type { Asked } from './weigher.ts'

type Answered = {
  id: number
  conclusion?: Conclusion
  refusal?: { code: string; values: RefusalValues }
  fault?: string
}
type Waiting = { resolve: (conclusion: Conclusion) => void; reject: (cause: Error) => void }

/** A large family with theta can take for ever; somebody waits for the answer with files locked. */
const MOST_MS = 60_000

let worker: Worker | undefined
let asked = 0
const waiting = new Map<number, Waiting>()

/** Weighs in a thread of its own; one thread, so weighings queue and the machine stays usable. */
export function concludeBeside(evidence: Evidence, table: string): Promise<Conclusion> {
  return new Promise((resolve, reject) => {
    worker ??= openWorker()
    const id = ++asked
    const limit = setTimeout(() => stop(new Refusal('weighing-too-long')), MOST_MS)
    waiting.set(id, {
      resolve: (conclusion) => {
        clearTimeout(limit)
        resolve(conclusion)
      },
      reject: (cause) => {
        clearTimeout(limit)
        reject(cause)
      },
    })
    worker.ref()
    worker.postMessage({ id, evidence, table } satisfies Asked)
  })
}

function openWorker(): Worker {
  const made = new Worker(new URL('./weigher.ts', import.meta.url))
  made.on('message', answer)
  made.on('error', stop)
  return made
}

/** Ends the thread and whatever waits for it; the next weighing begins a new one. */
function stop(cause: Error): void {
  void worker?.terminate()
  worker = undefined
  for (const { reject } of waiting.values()) reject(cause)
  waiting.clear()
}

function answer({ id, conclusion, refusal, fault }: Answered): void {
  const one = waiting.get(id)
  waiting.delete(id)
  // Nothing under way: the thread must not keep the program alive.
  if (waiting.size === 0) worker?.unref()
  if (conclusion) one?.resolve(conclusion)
  else one?.reject(refusal ? new Refusal(refusal.code, refusal.values) : new Error(fault))
}
