import { Worker } from 'node:worker_threads'
import type { Answers, Message } from './thread.ts'

type Answered = { id: number; answer?: unknown; fault?: string }
type Waiting = { resolve: (answer: never) => void; reject: (cause: Error) => void }

/** A thread that holds the names of one house. It keeps no program alive; ended, it is opened again when asked. */
export type Beside = <T extends Message['of']>(message: Extract<Message, { of: T }>) => Promise<Answers[T]>

export function openBeside(onEnd: () => void): Beside {
  let thread: Worker | undefined
  let asked = 0
  const waiting = new Map<number, Waiting>()

  function open(): Worker {
    const made = new Worker(new URL('./thread.ts', import.meta.url))
    made.unref()
    made.on('message', ({ id, answer, fault }: Answered) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) made.unref()
      if (fault === undefined) one?.resolve(answer as never)
      else one?.reject(new Error(fault))
    })
    made.on('error', (cause) => {
      thread = undefined
      for (const { reject } of waiting.values()) reject(cause as Error)
      waiting.clear()
      onEnd()
    })
    return made
  }

  return (message) =>
    new Promise((resolve, reject) => {
      thread ??= open()
      const id = ++asked
      waiting.set(id, { resolve, reject })
      thread.ref()
      thread.postMessage({ id, message })
    })
}
