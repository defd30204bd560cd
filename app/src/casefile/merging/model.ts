import { z } from 'zod'
import { type CaseFile, type EventType, eventType, type LogEvent } from '../event.ts'
import { type Description, described, setAside, takenBack } from '../model.ts'

export const Why = z.string().trim().min(1, { error: 'missing' }).max(1000)

/** `wrote`: the description this wrote in the file, if any; it no longer counts when the joining is undone. */
const Side = z.object({
  side: z.enum(['kept', 'other']),
  with: z.uuid(),
  reason: Why,
  wrote: z.uuid().nullable(),
})

/** Two files were found to be of one person: in each of them, with the other and why. */
export const merged = eventType('casefile.merged', { class: 'file', sealed: true, detail: Side })
/** They were found to be of two people after all, or joined by mistake. */
export const separated = eventType('casefile.separated', { class: 'file', sealed: true, detail: Side })

export const events = [merged, separated] as EventType<never>[]

/** Events about files as files: they are never read, nor written, under another file's id. */
const aboutFiles = new Set([setAside, takenBack, merged, separated].map((of) => of.type))
export const isAboutFiles = (type: string): boolean => aboutFiles.has(type)
/** About two files: from here on the first is read as the second, or no longer is. */
export const joins = (type: string): boolean => type === setAside.type || type === takenBack.type

/** From which file each is read as which: only files that are joined with another, and those they are joined into. */
export type ReadAs = ReadonlyMap<string, string>

/** An event as it reads when files are read as others: `origin` is the file it was written in. */
export function readAs<E extends Pick<LogEvent, 'about' | 'type'>>(event: E, roots: ReadAs): E {
  const origin = event.about.find((id) => (roots.get(id) ?? id) !== id)
  if (!origin) return event
  const about = isAboutFiles(event.type) ? event.about : event.about.map((id) => roots.get(id) ?? id)
  return { ...event, about, origin }
}

/** Who is read as whom when all is said: `[[a, b], [b, c]]` reads both a and b as c. */
export function rootsOf(joined: readonly (readonly [other: string, keep: string])[]): ReadAs {
  const into = new Map(joined)
  const rootOf = (id: string): string => {
    const keep = into.get(id)
    return keep === undefined ? id : rootOf(keep)
  }
  return new Map([...new Set(joined.flat())].map((id) => [id, rootOf(id)]))
}

/** A file's own history, without what was written in files joined into it. */
export const ownEvents = (file: CaseFile): LogEvent[] =>
  file.events.filter((event) => !event.origin || isOwn(event, file.id))

/** An open event about both is of either. */
const isOwn = (event: LogEvent, id: string): boolean => isAboutFiles(event.type) && event.about.includes(id)

type SideEvent = LogEvent<z.infer<typeof Side>>
const sidesOf = (events: LogEvent[]): SideEvent[] =>
  events.filter((event): event is SideEvent => event.type === merged.type || event.type === separated.type)

/**
 * What the file itself says of the person: its last description, those left out that a joining since undone wrote
 * or that undoing one wrote. `parted`: the other file of a joining that is being undone.
 */
export function ownDescription(file: CaseFile, parted?: string): Description | undefined {
  const own = ownEvents(file)
  const wrote = new Map<string, string | null>()
  const passed = new Set<string | null>()
  for (const { type, detail } of sidesOf(own)) {
    if (type === merged.type) wrote.set(detail.with, detail.wrote)
    else passed.add(detail.wrote).add(wrote.get(detail.with) ?? null)
  }
  if (parted) passed.add(wrote.get(parted) ?? null)
  const standing = own.findLast((event) => event.type === described.type && !passed.has(event.id))
  return standing?.detail as Description | undefined
}

export type Joined = { other: string; at: string; by: string | null; reason: string; described?: Description }

/** The files joined straight into this one, the last first; the chain behind each stays behind it. */
export function joinedInto(file: CaseFile): Joined[] {
  const standing = new Map<string, SideEvent>()
  for (const event of sidesOf(file.events)) {
    if (event.detail.side !== 'kept') continue
    if (event.type === merged.type) standing.set(event.detail.with, event)
    else standing.delete(event.detail.with)
  }
  return [...standing.values()].toReversed().map(({ recordedAt, by, detail }) => ({
    ...{ other: detail.with, at: recordedAt, by, reason: detail.reason },
    described: file.events.findLast((one) => one.type === described.type && one.origin === detail.with)
      ?.detail as Description | undefined,
  }))
}

/** The newest fact that joining or separating rests on. */
export const seenOf = (...files: CaseFile[]): number =>
  Math.max(0, ...files.flatMap((file) => file.events).map((event) => event.seq))
