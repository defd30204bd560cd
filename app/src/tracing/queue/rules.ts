import { type CaseFile, lastOf } from '../../casefile/event.ts'
import { accepted, type Decision, requested, stageOf } from '../model.ts'
import { isIdentified, notesOf, passedOn, spoke } from '../requester/model.ts'
import { type Pace, putOffsOf, type Work, works } from './model.ts'

/** Something that waits on a request. `n` says how many, where there may be several; `other` the other request. */
export type Waiting = { work: Work; relative: string; since: string; n: number; other?: string }
/** What only the whole operation can tell of a request: pairs to decide on, proposals to join. */
export type Around = { decisions: Decision[]; pairs: string[]; proposals: { other: string; since: string }[] }

const earliest = (instants: string[]): string => instants.reduce((a, b) => (a < b ? a : b))

/** Everything that waits on one request. A closed one waits for nothing but a note its requester added since. */
export function worksOf(file: CaseFile, { decisions, pairs, proposals }: Around): Waiting[] {
  const stage = stageOf(file, decisions)
  const of = (work: Work, since: string, n = 1) => ({ work, relative: file.id, since, n })
  const notes = notesOf(file).filter((note) => note.isNew)
  const unread = notes.length ? [of('note', earliest(notes.map((note) => note.at)), notes.length)] : []
  if (stage === 'closed') return unread
  if (stage === 'received') return [of('read', lastOf(file, requested)!.recordedAt), ...unread]
  const takenUp = lastOf(file, accepted)!.recordedAt
  return [
    ...unread,
    ...(isIdentified(file) ? [] : [of('identify', takenUp)]),
    ...proposals.map(({ other, since }) => ({ ...of('join', since), other })),
    ...(pairs.length ? [of('decide', earliest(pairs), pairs.length)] : []),
    ...afterConfirming(file, decisions).map(({ work, since }) => of(work, since)),
  ]
}

/** Once a child is confirmed somebody speaks with the requester, and then asks for DNA. */
function afterConfirming(file: CaseFile, decisions: Decision[]): { work: Work; since: string }[] {
  const confirmed = decisions.filter((one) => one.relative === file.id && one.choice === 'confirmed')
  const spokeAt = lastOf(file, spoke)?.recordedAt ?? ''
  const passedOnAt = lastOf(file, passedOn)?.recordedAt ?? ''
  const unspoken = confirmed.filter((one) => one.at > spokeAt).map((one) => one.at)
  if (unspoken.length) return [{ work: 'speak', since: earliest(unspoken) }]
  const isPassedOn = confirmed.every((one) => one.at <= passedOnAt)
  return confirmed.length && !isPassedOn ? [{ work: 'dna', since: spokeAt }] : []
}

export type Timed = Waiting & {
  waitingDays: number
  allowedDays: number
  isLate: boolean
  putOffUntil: string | null
}

const DAY = 86_400_000

/** How long it waits, whether that is too long, and whether somebody said it can wait until a day. */
export function timed(waiting: Waiting, file: CaseFile, pace: Pace, now: Date): Timed {
  const waitingDays = Math.max(0, Math.floor((now.getTime() - Date.parse(waiting.since)) / DAY))
  const allowedDays = pace[waiting.work]
  const said = putOffsOf(file).get(waiting.work)
  const today = now.toISOString().slice(0, 10)
  // What began to wait after it was put off was not thought of when it was.
  const putOffUntil = said && said.at >= waiting.since && said.until > today ? said.until : null
  return {
    ...{ ...waiting, waitingDays, allowedDays, putOffUntil },
    isLate: waitingDays > allowedDays && !putOffUntil,
  }
}

/** Late first, the longest over its days before the others; then the oldest; what was put off last. */
export const inUrgency = (a: Timed, b: Timed): number =>
  Number(b.isLate) - Number(a.isLate) ||
  Number(a.putOffUntil !== null) - Number(b.putOffUntil !== null) ||
  (a.isLate ? b.waitingDays - b.allowedDays - (a.waitingDays - a.allowedDays) : 0) ||
  (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
  (a.relative < b.relative ? -1 : 1)

export type StageTime = { work: Work; n: number; late: number; medianDays: number; oldestDays: number }

/** The middle of the days, the lower of the two middle ones: half wait at least so long. `median([1, 2, 9])` is 2. */
export const median = (days: number[]): number => days.toSorted((a, b) => a - b)[(days.length - 1) >> 1] ?? 0

/** How long each kind of work waits now; put off or not, it waits. */
export function stageTimes(waiting: Pick<Timed, 'work' | 'waitingDays' | 'isLate'>[]): StageTime[] {
  return works.flatMap((work) => {
    const own = waiting.filter((one) => one.work === work)
    const days = own.map((one) => one.waitingDays)
    if (own.length === 0) return []
    const late = own.filter((one) => one.isLate).length
    return [{ work, n: own.length, late, medianDays: median(days), oldestDays: Math.max(...days) }]
  })
}
