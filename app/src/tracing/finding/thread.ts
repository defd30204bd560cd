import { parentPort } from 'node:worker_threads'
import { type Compared, type Near, nearPairs } from '../duplicates/near.ts'
import { addFresh, bindBook, findInBook, listed, openBook } from './book.ts'
import type { Entry, Found, Wanted } from './entries.ts'

/** What the thread that holds the names is told and asked. */
export type Message =
  | { of: 'people'; people: Entry[] }
  | { of: 'bind' }
  | { of: 'fresh'; people: Entry[] }
  | { of: 'find'; wanted: Wanted }
  | { of: 'near'; operation: string; kind: string }
export type Answers = {
  people: undefined
  bind: { people: number; names: number; bytes: number }
  fresh: { fresh: number }
  find: Found[]
  near: Near
}

/** One piece of comparing; whoever types waits no longer than this for the thread. */
const PIECE = 400

let book = openBook()
let unbound: Entry[] = []
const compared = new Map<string, Compared>()

const handlers: { [T in Message['of']]: (message: Extract<Message, { of: T }>) => Answers[T] } = {
  people({ people }) {
    for (const person of people) unbound.push(person)
    return undefined
  },
  bind() {
    book = bindBook(unbound)
    unbound = []
    const { people, texts } = book.large
    return { people: people.length, names: texts.length, bytes: process.memoryUsage().rss }
  },
  fresh({ people }) {
    addFresh(book, people)
    return { fresh: book.fresh.size }
  },
  find: ({ wanted }) => findInBook(book, wanted),
  near({ operation, kind }) {
    const key = `${operation} ${kind}`
    const known = compared.get(key) ?? new Map()
    compared.set(key, known)
    const end = performance.now() + PIECE
    return nearPairs(listed(book, operation, kind), known, () => performance.now() > end)
  },
}

parentPort?.on('message', ({ id, message }: { id: number; message: Message }) => {
  try {
    const answer = (handlers[message.of] as (one: Message) => unknown)(message)
    parentPort!.postMessage({ id, answer })
  } catch (cause) {
    parentPort!.postMessage({ id, fault: String((cause as Error).stack ?? cause) })
  }
})
