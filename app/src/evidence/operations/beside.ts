import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalValues } from '../../platform/refusal.ts'
import type { Asked, Work } from './weigher.ts'

type Answered = {
  id: number
  answer?: unknown
  refusal?: { code: string; values: RefusalValues }
  fault?: string
}
type Waiting = { resolve: (answer: unknown) => void; reject: (cause: Error) => void }

/** A large family with theta can take for ever; somebody waits for the answer with files locked. */
const MOST_MS = 60_000

let worker: Worker | undefined
let asked = 0
const waiting = new Map<number, Waiting>()

/** Computes in a thread of its own; one thread, so questions queue and the machine stays usable. */
export async function askBeside<K extends keyof Work>(
  kind: K,
  input: Parameters<Work[K]>[0],
): Promise<ReturnType<Work[K]>> {
  return (await ask({ kind, input })) as ReturnType<Work[K]>
}

function ask(question: { kind: keyof Work; input: unknown }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker ??= openWorker()
    const id = ++asked
    const limit = setTimeout(() => stop(new Refusal('weighing-too-long')), MOST_MS)
    waiting.set(id, {
      resolve: (answer) => {
        clearTimeout(limit)
        resolve(answer)
      },
      reject: (cause) => {
        clearTimeout(limit)
        reject(cause)
      },
    })
    worker.ref()
    worker.postMessage({ id, ...question } as Asked)
  })
}

function openWorker(): Worker {
  const made = new Worker(new URL('./weigher.ts', import.meta.url))
  made.on('message', settle)
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

function settle({ id, answer, refusal, fault }: Answered): void {
  const one = waiting.get(id)
  waiting.delete(id)
  // Nothing under way: the thread must not keep the program alive.
  if (waiting.size === 0) worker?.unref()
  if (answer !== undefined) one?.resolve(answer)
  else one?.reject(refusal ? new Refusal(refusal.code, refusal.values) : new Error(fault))
}
