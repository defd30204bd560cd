import { z } from 'zod'
import {
  type CaseFile,
  type EventType,
  eventsOf,
  eventType,
  type LogEvent,
  lastOf,
} from '../casefile/event.ts'
import { Birth, Day, described, Language, Sex } from '../casefile/model.ts'
import { duplicateEvents } from './duplicates/model.ts'
import { foundInImport, importEvents } from './importing/model.ts'
import { queueEvents } from './queue/model.ts'
import { Channel, passedOn, reached, requesterEvents } from './requester/model.ts'
import { searchEvents } from './searches/model.ts'
import { weighingEvents } from './weighing/model.ts'

const Text = z.string().trim().min(1, { error: 'missing' }).max(200)
const Note = z.string().trim().min(1, { error: 'missing' }).max(1000)

/** A person somebody asks for, as they write it: one spelling, in whatever letters they use. */
export const Sought = z.object({
  name: Text,
  birth: Birth,
  sex: Sex,
  /** A child, unless somebody asks for an adult: a child asks for its mother, a mother for her sister. */
  kind: z.enum(['child', 'relative']).optional(),
  otherNames: z.array(Text).max(12).optional(),
  mother: Text.optional(),
  father: Text.optional(),
  birthplace: Text.optional(),
  /** Where they were last known to be, and when. */
  place: Text.optional(),
  lastSeen: Day.optional(),
  languages: z.array(z.string().trim().min(2).max(40)).max(12).optional(),
  /** Who is thought to be with them: brothers and sisters, an aunt. */
  companions: z.array(Text).max(30).optional(),
  marks: Note.optional(),
})
export type Sought = z.infer<typeof Sought>

/** Who asks. `relation` and `contact` are in their own words: "апасы", "+7 701 ...". */
export const Requester = z.object({
  name: Text,
  relation: Text,
  contact: Text,
  language: Language,
  place: Text.optional(),
  channel: Channel.optional(),
  through: Text.optional(),
  inCustody: z.boolean().optional(),
})
export type Requester = z.infer<typeof Requester>

export const Request = z.object({
  number: z.string(),
  /** SHA-256 of the secret; the secret itself is with the requester alone. */
  secretHash: z.string().length(64),
  operation: z.uuid(),
  requester: Requester,
  sought: z.array(Sought).min(1).max(12),
})
export type Request = z.infer<typeof Request>
export const requested = eventType('tracing.requested', {
  class: 'tracing',
  sealed: true,
  detail: Request,
  fromAnyone: true,
})

/** A coordinator has read the request and found that it is one. */
export const accepted = eventType('tracing.accepted', {
  class: 'tracing',
  sealed: false,
  detail: z.object({}),
})

export const closings = ['no-request', 'asked-to-stop', 'asked-twice', 'other'] as const
export const Closing = z.object({ why: z.enum(closings), note: Note.optional() })
export const closed = eventType('tracing.closed', { class: 'tracing', sealed: true, detail: Closing })

/** A child on a list that a consul brought: what the list says beyond who the child is. */
export const Found = z.object({
  list: z.object({ name: z.string(), sha256: z.string().length(64), row: z.number().int().min(1) }),
  /** Age or birth as the list writes it, and whether the list calls it a guess. */
  ageWritten: Text.optional(),
  estimated: z.boolean(),
  seenOn: Day.optional(),
  with: Text.optional(),
  note: Note.optional(),
  ...foundInImport,
})
export type Found = z.infer<typeof Found>
export const found = eventType('tracing.found', { class: 'tracing', sealed: true, detail: Found })

/** A list was taken in: how many rows became files and which were left out. About the operation. */
export const Imported = z.object({
  sha256: z.string().length(64),
  imported: z.number().int(),
  leftOut: z.array(z.number().int()),
})
/** About the operation, and since lists can be taken back about the import too. */
export const imported = eventType('tracing.imported', { class: 'tracing', sealed: false, detail: Imported })

/** What a person decided on a pair: [child, relative], and the place of the sought child in the request. */
export const Choice = z.enum(['confirmed', 'rejected'])
export type Choice = z.infer<typeof Choice>
export const decided = eventType('tracing.decided', {
  class: 'tracing',
  sealed: false,
  detail: z.object({ sought: z.number().int().min(0), choice: Choice }),
})
/** The decision is taken back; the pair may be suggested again. About [child, relative]. */
export const withdrawn = eventType('tracing.withdrawn', {
  class: 'tracing',
  sealed: false,
  detail: z.object({ sought: z.number().int().min(0) }),
})
/** Why, in words: personal, so in the child's own file. */
export const reasoned = eventType('tracing.reasoned', {
  class: 'tracing',
  sealed: true,
  detail: z.object({
    relative: z.uuid(),
    sought: z.number().int().min(0),
    choice: z.enum([...Choice.options, 'withdrawn']),
    reason: Note,
  }),
})

export const events = [
  requested,
  accepted,
  closed,
  found,
  imported,
  decided,
  withdrawn,
  reasoned,
  ...importEvents,
  ...requesterEvents,
  ...searchEvents,
  ...queueEvents,
  ...weighingEvents,
  ...duplicateEvents,
] as EventType<never>[]

/** What the desk reads of a person, asked for or on a list: who they are, and all of tracing. */
export const ofTheDesk = [described, ...events]

export const requestOf = (file: CaseFile): Request | undefined => lastOf(file, requested)?.detail
/** Who asks, reached the way that stands now. */
export function requesterOf(file: CaseFile): Requester | undefined {
  const asked = requestOf(file)?.requester
  return asked && { ...asked, ...lastOf(file, reached)?.detail }
}
export const foundOf = (file: CaseFile): Found | undefined => lastOf(file, found)?.detail

/**
 * What the requester may know of it. `contact`: a person will speak with them; `proving`: everybody they ask for
 * was found as it seems, and DNA was asked for.
 */
export const stages = ['received', 'searching', 'contact', 'proving', 'closed'] as const
export const Stage = z.enum(stages)
export type Stage = z.infer<typeof Stage>

export type Decision = {
  child: string
  relative: string
  sought: number
  choice: Choice
  by: string | null
  at: string
}

/** The decisions that stand in a file, of a child or of a relative: later ones and withdrawals replace earlier. */
export function decisionsOf(file: CaseFile): Decision[] {
  const standing = new Map<string, Decision>()
  for (const event of file.events) {
    const [child, relative] = event.about
    const sought = (event.detail as { sought?: number }).sought
    if (event.type !== decided.type && event.type !== withdrawn.type) continue
    const pair = `${child} ${relative} ${sought}`
    if (event.type === withdrawn.type) standing.delete(pair)
    else
      standing.set(pair, {
        child: child!,
        relative: relative!,
        sought: sought!,
        choice: (event as LogEvent<{ choice: Choice }>).detail.choice,
        by: event.by,
        at: event.recordedAt,
      })
  }
  return [...standing.values()]
}

export type StageFacts = {
  last: 'requested' | 'accepted' | 'closed'
  /** How many people the request asks for. */
  sought: number
  confirmed: { sought: number; at: string }[]
  passedOnAt?: string | null
}

/** The one rule of the stage, for a file and for the read table alike. */
export function stageFrom({ last, sought, confirmed, passedOnAt }: StageFacts): Stage {
  if (last === 'closed') return 'closed'
  if (last === 'requested') return 'received'
  if (confirmed.length === 0) return 'searching'
  const all = new Set(confirmed.map((one) => one.sought)).size >= sought
  return all && passedOnAt && confirmed.every((one) => one.at <= passedOnAt) ? 'proving' : 'contact'
}

/** `decisions` with those of the searches its places are in, where they are known; else the file's own. */
export function stageOf(file: CaseFile, decisions = decisionsOf(file)): Stage {
  const last = file.events.findLast((event) =>
    [accepted.type, closed.type, requested.type].includes(event.type),
  )
  return stageFrom({
    last: last?.type === closed.type ? 'closed' : last?.type === accepted.type ? 'accepted' : 'requested',
    sought: requestOf(file)?.sought.length ?? 0,
    confirmed: decisions.filter((one) => one.relative === file.id && one.choice === 'confirmed'),
    passedOnAt: lastOf(file, passedOn)?.recordedAt,
  })
}

/** The newest fact that a decision on this pair rests on; opening a file is none. */
export const versionOf = (...files: CaseFile[]): number =>
  Math.max(
    0,
    ...files
      .flatMap((file) => file.events)
      .filter((event) => /^(tracing\.|casefile\.described)/.test(event.type))
      .map((event) => event.seq),
  )

export const reasonsOf = (file: CaseFile) => eventsOf(file, reasoned).map((event) => event.detail)
