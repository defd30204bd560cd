import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Asker } from '../../app/src/casefile/access.ts'
import type { AnswerOf, InputOf } from '../../app/src/casefile/asking.ts'
import type { Operations } from '../../app/src/operations.ts'
import { daysBetween, moveDates } from '../dates.ts'

/** One question in somebody's name, through whichever door the caller has; `key` makes a repeated one harmless. */
export type AskAs = (
  asker: Asker,
) => (station: string, verb: string, input: unknown, key: string) => Promise<unknown>

export type Loader = {
  ask<S extends keyof Operations, V extends keyof Operations[S] & string>(
    asker: Asker,
    station: S,
    verb: V,
    input: InputOf<Operations[S], V>,
  ): Promise<AnswerOf<Operations[S], V>>
  /** A file of the example with its days moved, so that the story is told as of today. */
  readText(name: string): string
  readJson<T>(name: string): T
  /** A file as an operation takes it; lists and tables go as they were written. */
  send(name: string): { name: string; base64: string }
  /** The house's id for somebody the example's files name, e.g. `a-grandmother`. */
  idOf(name: string): string
  remember(name: string, id: string): void
  knows(name: string): boolean
  operation(): string
}

/** A UUID that is the same for the same step of the same story: version 8 (RFC 9562), of a SHA-256. */
function stepKey(step: string): string {
  const hex = createHash('sha256').update(step).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const rusafa = (name: string) => new URL(`../rusafa/${name}`, import.meta.url)

export function openLoader(as: AskAs, now: Date): Loader {
  const ids = new Map<string, string>()
  const asked = new Map<string, number>()
  const { asOf } = JSON.parse(readFileSync(rusafa('operation.json'), 'utf8')) as { asOf: string }
  const days = daysBetween(asOf, now)
  const readText = (name: string) => moveDates(readFileSync(rusafa(name), 'utf8'), days)
  const idOf = (name: string) => {
    const id = ids.get(name)
    if (!id) throw new Error(`the example speaks of ${name} before they have a file`)
    return id
  }
  return {
    async ask(asker, station, verb, input) {
      // The same words asked twice on purpose are two steps; after a cut the first is found done, the second not.
      const words = `rusafa ${station}.${verb} ${JSON.stringify(input)}`
      const times = (asked.get(words) ?? 0) + 1
      asked.set(words, times)
      const answer = await as(asker)(station, verb, input, stepKey(`${words} ${times}`))
      return answer as never
    },
    readText,
    readJson: (name) => JSON.parse(readText(name)),
    send: (name) => {
      const content = name.endsWith('.xlsx') ? readFileSync(rusafa(name)) : Buffer.from(readText(name))
      return { name, base64: content.toString('base64') }
    },
    idOf,
    remember: (name, id) => void ids.set(name, id),
    knows: (name) => ids.has(name),
    operation: () => idOf('operation'),
  }
}
