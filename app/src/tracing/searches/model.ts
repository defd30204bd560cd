import { z } from 'zod'
import { type CaseFile, type EventType, eventType, type LogEvent } from '../../casefile/event.ts'

/** A person sought: a request (the relative's file) and the place in its list. */
export const Place = z.object({ relative: z.uuid(), sought: z.number().int().min(0).max(11) })
export type Place = z.infer<typeof Place>

/** The places in the requests of the two relatives the event is about, in the same order. */
const Places = z.object({ first: z.number().int().min(0), second: z.number().int().min(0) })
type Places = z.infer<typeof Places>

/** Two requests seek the same person, a person said. About both relatives; open, so it holds places alone. */
export const joined = eventType('tracing.joined', { class: 'tracing', sealed: false, detail: Places })
/** They seek two different people: not proposed again. */
export const keptApart = eventType('tracing.keptApart', { class: 'tracing', sealed: false, detail: Places })
/** What was said of the two is taken back, whichever it was. */
export const parted = eventType('tracing.parted', { class: 'tracing', sealed: false, detail: Places })
/** Why, in words: personal, so in each relative's own file. */
export const searchReasoned = eventType('tracing.searchReasoned', {
  class: 'tracing',
  sealed: true,
  detail: z.object({
    other: z.uuid(),
    first: z.number().int().min(0),
    second: z.number().int().min(0),
    said: z.enum(['joined', 'apart', 'parted']),
    reason: z.string().trim().min(1).max(1000),
  }),
})

export const searchEvents = [joined, keptApart, parted, searchReasoned] as EventType<never>[]

export type Link = {
  a: Place
  b: Place
  state: 'joined' | 'apart' | 'parted'
  by: string | null
  at: string
}

const states: Record<string, Link['state']> = {
  [joined.type]: 'joined',
  [keptApart.type]: 'apart',
  [parted.type]: 'parted',
}

/** A place as one word, for maps; `toPlace` reads it back. */
export const keyOfPlace = ({ relative, sought }: Place): string => `${relative} ${sought}`
export function toPlace(key: string): Place {
  const [relative = '', sought] = key.split(' ')
  return { relative, sought: Number(sought) }
}

/**
 * Earlier by time; at one instant what is taken back comes after what it takes back; then by id. The same order in
 * every log that has both.
 */
function before(a: LogEvent, b: LogEvent): number {
  const at = (event: LogEvent): string =>
    `${event.occurredAt} ${event.type === parted.type ? 1 : 0} ${event.id}`
  return at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0
}

/** What stands between two places, whatever the order in which the events are read. */
export function linksOfEvents(events: LogEvent[]): Link[] {
  const last = new Map<string, Link>()
  for (const event of events.filter((one) => one.type in states).toSorted(before)) {
    const [first, second] = event.about
    const places = event.detail as Places
    if (!first || !second || first === second) continue
    const [a, b] = [
      { relative: first, sought: places.first },
      { relative: second, sought: places.second },
    ].sort((one, other) => (keyOfPlace(one) < keyOfPlace(other) ? -1 : 1)) as [Place, Place]
    last.set(`${keyOfPlace(a)} ${keyOfPlace(b)}`, {
      ...{ a, b, state: states[event.type]! },
      ...{ by: event.by, at: event.occurredAt },
    })
  }
  return [...last.values()]
}

/** The links that the files of several requests speak of; an event about two of them is read once. */
export function linksOf(files: CaseFile[]): Link[] {
  const events = new Map(files.flatMap((file) => file.events).map((event) => [event.id, event]))
  return linksOfEvents([...events.values()])
}

/** For every place in a search of two or more: the name of the search, its smallest place. */
export type Searches = ReadonlyMap<string, string>

/** The connected components of the joins. `searchesOf([a-b, b-c])` gives a, b and c the name of the smallest. */
export function searchesOf(links: Pick<Link, 'a' | 'b' | 'state'>[]): Searches {
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    const above = parent.get(key) ?? key
    return above === key ? key : root(above)
  }
  for (const { a, b, state } of links) {
    if (state !== 'joined') continue
    const [one, other] = [root(keyOfPlace(a)), root(keyOfPlace(b))].sort() as [string, string]
    parent.set(one, one)
    parent.set(other, one)
    for (const key of [keyOfPlace(a), keyOfPlace(b)]) if (!parent.has(key)) parent.set(key, one)
  }
  return new Map([...parent.keys()].map((key) => [key, root(key)]))
}

const groups = new WeakMap<Searches, Map<string, Place[]>>()
/** The places of each search, by its name; laid out once for searches that are asked for each of their places. */
function groupsOf(searches: Searches): Map<string, Place[]> {
  const known = groups.get(searches)
  if (known) return known
  const laidOut = new Map<string, Place[]>()
  for (const [key, name] of searches) laidOut.set(name, [...(laidOut.get(name) ?? []), toPlace(key)])
  groups.set(searches, laidOut)
  return laidOut
}

/** The places of the search a place is in; the place alone when it was joined with none. */
export function placesWith(searches: Searches, place: Place): Place[] {
  const search = searches.get(keyOfPlace(place))
  return search ? groupsOf(searches).get(search)! : [place]
}

/** A decision on one place stands for every place of its search; the first one is the decision as it was made. */
export function spread<D extends Place>(decisions: D[], searches: Searches): D[] {
  return decisions.flatMap((decision) => {
    const others = placesWith(searches, decision).filter(
      (place) => keyOfPlace(place) !== keyOfPlace(decision),
    )
    return [decision, ...others.map((place) => ({ ...decision, ...place }))]
  })
}
