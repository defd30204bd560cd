import { Worker } from 'node:worker_threads'
import { Refusal } from '../../../platform/refusal.ts'
import type { Sum, SumOf } from './calculating.ts'

type Answered = { id: number; answer?: unknown; because?: string; fault?: string }
type Waiting = { resolve: (answer: never) => void; reject: (cause: Error) => void }

let thread: Worker | undefined
let asked = 0
const waiting = new Map<number, Waiting>()

/** Calculates in a thread of its own. Aborted (the house closes, the piece went to another), the thread ends. */
export function calculateBeside<T extends Sum['of']>(
  sum: Extract<Sum, { of: T }>,
  signal: AbortSignal,
): Promise<SumOf[T]> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    thread ??= openThread()
    const id = ++asked
    const stop = () => end(new Error('the piece of work was taken away'))
    const settled = <A extends unknown[]>(settle: (...args: A) => void) => {
      return (...args: A) => {
        signal.removeEventListener('abort', stop)
        settle(...args)
      }
    }
    signal.addEventListener('abort', stop, { once: true })
    waiting.set(id, { resolve: settled(resolve), reject: settled(reject) })
    thread.ref()
    thread.postMessage({ id, sum })
  })
}

function openThread(): Worker {
  const made = new Worker(new URL('./calculating.ts', import.meta.url))
  made.on('message', answer)
  made.on('error', end)
  return made
}

function end(cause: Error): void {
  void thread?.terminate()
  thread = undefined
  for (const { reject } of waiting.values()) reject(cause)
  waiting.clear()
}

function answer({ id, answer: found, because, fault }: Answered): void {
  const one = waiting.get(id)
  waiting.delete(id)
  // Nothing under way: the thread must not keep the program alive.
  if (waiting.size === 0) thread?.unref()
  if (fault === undefined) one?.resolve(found as never)
  else one?.reject(because ? new Refusal('engine-refused', { because }) : new Error(fault))
}
