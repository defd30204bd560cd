import { randomUUID } from 'node:crypto'
import { ask, Problem, type Table, type Wire } from '../../app/src/casefile/asking.ts'

/** One writing question. It is asked again with the same key until it is answered. */
export type Call = {
  key: string
  station: string
  verb: string
  input: Record<string, unknown>
  /** A text that stands in the events of this call alone; none where the event carries no text. */
  mark: string
  /** What is written: the file it is about, where that is known beforehand. */
  about?: string
}
export type Answered = Call & { answer: Record<string, unknown> }

export type Client = {
  name: string
  count: number
  person?: string
  request?: { id: string; accepted: boolean }
  /** The number of a request whose file is not known yet. */
  number?: string
  pending?: Call
  answered: Answered[]
  refused: string[]
}
export type Shared = { operation: string; person: string }

export const newClient = (at: number): Client => ({ name: `c${at}`, count: 0, answered: [], refused: [] })

/** `m.c3.17.`: the 17th call of client 3. The dot at the end keeps 1 from being found in 17. */
export const markOf = (client: Client): string => `m.${client.name}.${client.count}.`

const call = (
  client: Client,
  station: string,
  verb: string,
  input: Record<string, unknown>,
  about?: string,
): Call => ({ key: randomUUID(), station, verb, input, mark: markOf(client), ...(about ? { about } : {}) })

const describePerson = (client: Client, shared: Shared, id?: string): Call =>
  call(
    client,
    'casefile',
    'describePerson',
    {
      ...(id ? { id } : {}),
      ...{ kind: 'relative', operation: shared.operation },
      description: { names: { en: markOf(client) }, sex: 'female', birth: { earliest: 1980, latest: 1985 } },
    },
    id,
  )

const requestTracing = (client: Client, shared: Shared): Call =>
  call(client, 'tracing', 'requestTracing', {
    operation: shared.operation,
    requester: { name: markOf(client), relation: 'aunt', contact: '+7 700 000 00 00', language: 'en' },
    sought: [{ name: 'Somebody Sought', sex: 'male', age: 7 }],
  })

const giveConsent = (client: Client, person: string): Call =>
  call(
    client,
    'casefile',
    'giveConsent',
    {
      person,
      consent: {
        ...{ purpose: 'dna', givenBy: person, on: '2026-01-05', place: 'Baghdad', language: 'Arabic' },
        ...{ witness: markOf(client), copyLeft: true },
      },
    },
    person,
  )

/** A decision on the request asked last: it is taken up, and then closed. */
function decide(client: Client): Call {
  const { id, accepted } = client.request!
  return accepted
    ? call(client, 'tracing', 'closeRequest', { request: id, why: 'other', note: markOf(client) }, id)
    : call(client, 'tracing', 'acceptRequest', { request: id }, id)
}

function next(client: Client, shared: Shared): Call {
  client.count++
  const dice = Math.random()
  if (client.request && dice < 0.35) return decide(client)
  if (!client.person || dice < 0.45) return describePerson(client, shared)
  if (dice < 0.6) return describePerson(client, shared, client.person)
  if (dice < 0.7) return describePerson(client, shared, shared.person)
  if (dice < 0.82) return giveConsent(client, client.person)
  return requestTracing(client, shared)
}

function keep(client: Client, done: Answered): void {
  client.answered.push(done)
  const { verb, answer, about } = done
  if (verb === 'describePerson' && !about) client.person = String(answer.id)
  if (verb === 'requestTracing') client.number = String(answer.number)
  if (verb === 'acceptRequest') client.request = { id: about!, accepted: true }
  if (verb === 'closeRequest') delete client.request
}

/** Asks once. A fault or a broken line leaves the call pending; a refusal is an answer too. */
async function tryOnce(client: Client, wire: Wire, one: Call): Promise<boolean> {
  try {
    const answer = await ask<Table, string>(wire, one.station, one.verb, one.input, one.key)
    keep(client, { ...one, answer: (answer ?? {}) as Record<string, unknown> })
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.no.kind === 'fault') return false
    client.refused.push(`${one.verb}: ${cause.no.sentence}`)
    delete client.request
  }
  delete client.pending
  return true
}

/** Writes one call after the other until the house breaks or `isOver`. */
export async function writeOn(
  client: Client,
  wire: Wire,
  shared: Shared,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    client.pending ??= next(client, shared)
    if (!(await tryOnce(client, wire, client.pending))) return
  }
}

/** Asks again, with the same key, what got no answer before the crash. */
export async function askAgain(client: Client, wire: Wire, longestMs = 30_000): Promise<void> {
  const until = Date.now() + longestMs
  while (client.pending) {
    if (await tryOnce(client, wire, client.pending)) return
    if (Date.now() > until) throw new Error(`no answer to ${client.pending.verb} after the crash`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
