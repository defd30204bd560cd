import { z } from 'zod'
import { type CaseFile, type EventType, eventType, type LogEvent } from '../event.ts'
import { Day } from '../model.ts'

/** All of a person, or one class of facts that has a key of its own. */
export const erasable = ['person', 'dna', 'health'] as const
export const Erasable = z.enum(erasable)
export type Erasable = z.infer<typeof Erasable>

/** On what ground something is destroyed. Codes alone: these events stay when the person is gone. */
export const grounds = [
  'person-asked',
  'guardian-asked',
  'period-over',
  'consent-withdrawn',
  'unlawful',
] as const
export const Ground = z.enum(grounds)
export type Ground = z.infer<typeof Ground>

export const holdReasons = ['court', 'investigation', 'complaint', 'claim-disputed'] as const
export const HoldReason = z.enum(holdReasons)
export type HoldReason = z.infer<typeof HoldReason>

const open = <D>(type: string, detail: z.ZodType<D>): EventType<D> =>
  eventType(`protection.${type}`, { class: 'protection', sealed: false, detail })
/** What cannot be taken back, and each step towards it. */
const final = <D>(type: string, detail: z.ZodType<D>): EventType<D> => ({
  ...open(type, detail),
  lasting: true,
})

/** A hold: nothing of the file is destroyed while it stands. */
export const held = open('held', z.object({ because: HoldReason }))
export const holdLifted = open(
  'holdLifted',
  z.object({ because: HoldReason, why: z.enum(['ended', 'mistake']) }),
)

export const erasureAsked = final('erasureAsked', z.object({ what: Erasable, ground: Ground }))
export const erasureDropped = open('erasureDropped', z.object({ what: Erasable }))
/** A second person confirmed it, and the keys were destroyed in the same transaction. */
export const erased = final(
  'erased',
  z.object({ what: Erasable, ground: Ground, askedBy: z.uuid(), keys: z.number().int() }),
)
/** Afterwards: what had stood in clear was written over. `logOfChanges`: whether the write-ahead log was let go of too. */
export const swept = open(
  'swept',
  z.object({
    what: Erasable,
    tables: z.number().int(),
    answers: z.number().int(),
    logOfChanges: z.boolean(),
  }),
)

/** Somebody asked what is kept about them: received when, identified how. */
export const identifiedHow = ['passport', 'in-person', 'consul', 'guardian', 'court'] as const
export const accessAsked = final(
  'accessAsked',
  z.object({ receivedOn: Day, identified: z.enum(identifiedHow) }),
)
export const accessReleased = final('accessReleased', z.object({ asked: z.uuid() }))
export const accessGiven = final(
  'accessGiven',
  z.object({ asked: z.uuid(), language: z.string(), sealed: z.boolean() }),
)

export const events = [
  held,
  holdLifted,
  erasureAsked,
  erasureDropped,
  erased,
  swept,
  accessAsked,
  accessReleased,
  accessGiven,
] as EventType<never>[]

export type Erasure = {
  what: Erasable
  ground: Ground
  askedBy: string
  askedAt: string
  state: 'asked' | 'destroyed' | 'swept'
  erased?: LogEvent<z.infer<typeof erased.detail>>
  swept?: LogEvent<z.infer<typeof swept.detail>>
}

/** The erasures of a file that were asked for and not dropped, oldest first; of each kind the last one is open. */
export function erasuresOf(file: CaseFile): Erasure[] {
  const all: Erasure[] = []
  const openOne = (what: Erasable, state: Erasure['state']) =>
    all.findLast((one) => one.what === what && one.state === state)
  for (const event of file.events as LogEvent<never>[]) {
    const detail = event.detail as { what: Erasable; ground: Ground }
    if (event.type === erasureAsked.type)
      all.push({ ...detail, askedBy: event.by!, askedAt: event.recordedAt, state: 'asked' })
    const asked = openOne(detail.what, 'asked')
    if (event.type === erasureDropped.type && asked) all.splice(all.indexOf(asked), 1)
    if (event.type === erased.type && asked) Object.assign(asked, { state: 'destroyed', erased: event })
    const destroyed = openOne(detail.what, 'destroyed')
    if (event.type === swept.type && destroyed) Object.assign(destroyed, { state: 'swept', swept: event })
  }
  return all
}

/** A question what is kept about somebody: what it rests on, and whether a second person released it. */
export type AccessQuestion = z.infer<typeof accessAsked.detail> & {
  id: string
  askedBy: string | null
  /** When a second person last released it. */
  released: string | null
}

/** The last question that was asked, with what came of it. */
export function accessOf(file: CaseFile): AccessQuestion | undefined {
  let last: AccessQuestion | undefined
  for (const event of file.events) {
    if (event.type === accessAsked.type)
      last = {
        ...(event.detail as z.infer<typeof accessAsked.detail>),
        ...{ id: event.id, askedBy: event.by, released: null },
      }
    const answers = (event.detail as { asked?: string }).asked === last?.id
    if (event.type === accessReleased.type && last && answers) last.released = event.recordedAt
  }
  return last
}

/** The holds that stand. */
export function holdsOn(file: CaseFile): HoldReason[] {
  const standing = new Set<HoldReason>()
  for (const event of file.events) {
    const { because } = event.detail as { because: HoldReason }
    if (event.type === held.type) standing.add(because)
    if (event.type === holdLifted.type) standing.delete(because)
  }
  return [...standing]
}
