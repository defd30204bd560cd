import { houseRoles } from '../../casefile/access.ts'
import type { House } from '../../casefile/house.ts'
import { asActor, type Tx } from '../../platform/database.ts'
import { openBeside } from './beside.ts'
import type { Entry, Found, Wanted } from './entries.ts'
import { countErased, countRows, type Placed, pagesSince, readClock } from './reading.ts'
import type { Answers } from './thread.ts'
import { advance, begin, isNewer } from './tide.ts'

/** The names of a house, laid out in this process and read again before each answer. */
export type Finder = {
  /** Undefined while everybody is laid out for the first time: that takes seconds, and is not waited for. */
  find(wanted: Wanted): Promise<Found[] | undefined>
  near(operation: string, kind: string): Promise<Answers['near'] | undefined>
  /** Resolves when everybody is laid out. */
  ready(): Promise<Answers['bind']>
}

/** How long somebody who types waits for the first laying out before they are answered otherwise. */
const PATIENCE = 1500
/** Everybody is laid out anew when more than so many are fresh. */
const FEW_FRESH = 500
const SHARE_FRESH = 0.05
/** How often it is asked whether rows have gone. */
const COUNT_EVERY = 60_000

export function openFinder(house: House): Finder {
  const asCounter = <T>(work: (db: Tx) => Promise<T>) => asActor(house.beside, houseRoles.counter, '', work)
  let first: Promise<Answers['bind']> | undefined
  let binding: Promise<Answers['bind']> | undefined
  let [epoch, tide, size] = [0, begin(), { people: 0, rows: 0, erased: 0, countedAt: 0 }]
  const beside = openBeside(() => {
    first = undefined
  })

  /** Reads everybody page by page, so that nothing else waits, and has them laid out in the thread. */
  async function bind(): Promise<Answers['bind']> {
    const [clock, rows] = [await asCounter(readClock), await asCounter(countRows)]
    const erased = await asCounter(countErased)
    const all: Placed[] = []
    for await (const page of pagesSince(asCounter, -1)) {
      await beside({ of: 'people', people: page.map((one) => one.entry) })
      all.push(...page.map(({ seq, entry: { id } }) => ({ seq, entry: { id } })))
    }
    epoch++
    tide = advance(begin(), clock, all)
    const answer = await beside({ of: 'bind' })
    size = { people: answer.people, rows, erased, countedAt: Date.now() }
    return answer
  }
  const bindOnce = () => {
    binding ??= bind().finally(() => {
      binding = undefined
    })
    return binding
  }
  const open = () => {
    first ??= bindOnce().catch((cause) => {
      first = undefined
      throw cause
    })
    return first
  }

  /** What was written since, as far as it is committed; what was under way then is read again the next time. */
  async function readNew(): Promise<void> {
    const [begun, since] = [epoch, tide]
    const [clock, erased] = await asCounter(
      async (db) => [await readClock(db), await countErased(db)] as const,
    )
    // Somebody was erased: their names leave this process before anything else is found.
    if (erased !== size.erased) {
      await bindOnce()
      return
    }
    const fresh: Placed<Entry>[] = []
    for await (const page of pagesSince(asCounter, since.safe))
      fresh.push(...page.filter((one) => isNewer(since, one)))
    const people = fresh.map((one) => one.entry)
    const answer = people.length ? await beside({ of: 'fresh', people }) : { fresh: 0 }
    // Everybody was laid out anew meanwhile: what was fresh then is read once more.
    if (begun === epoch) tide = advance(since, clock, fresh)
    if (answer.fresh > FEW_FRESH + SHARE_FRESH * size.people) void bindOnce().catch(() => {})
    if (Date.now() - size.countedAt > COUNT_EVERY) await bindIfRowsWent()
  }

  /** Rows went otherwise, e.g. a list was undone: what they held leaves this process as well. */
  async function bindIfRowsWent(): Promise<void> {
    const rows = await asCounter(countRows)
    const went = rows < size.rows
    size = { ...size, rows, countedAt: Date.now() }
    if (went) await bindOnce()
  }

  const refresh = oneAtATime(readNew)
  async function isCurrent(): Promise<boolean> {
    const isThere = await Promise.race([open().then(() => true), falseAfter(PATIENCE)])
    if (isThere) await refresh()
    return isThere
  }
  return {
    find: async (wanted) => ((await isCurrent()) ? beside({ of: 'find', wanted }) : undefined),
    near: async (operation, kind) =>
      (await isCurrent()) ? beside({ of: 'near', operation, kind }) : undefined,
    ready: open,
  }
}

/** Whoever comes while the work is under way needs one that begins after; all who wait share the next. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let now: Promise<void> | undefined
  let next: Promise<void> | undefined
  const run = (): Promise<void> => {
    now = work().finally(() => {
      now = undefined
    })
    return now
  }
  return () => {
    if (!now) return run()
    next ??= now
      .catch(() => {})
      .then(() => {
        next = undefined
        return now ?? run()
      })
    return next
  }
}

const falseAfter = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), milliseconds).unref())
