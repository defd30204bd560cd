import type { Database } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import type { Asker, Profession } from './access.ts'
import type { EventType } from './event.ts'
import type { Projection } from './projection.ts'
import type { KeyRing } from './protection/ring.ts'

export type Language = 'kk' | 'ru' | 'en' | 'ar'

/** What the stations bring: the house knows them only as tables. */
export type Registry = { events: EventType<unknown>[]; projections: Projection[] }

/** An open house. `db` works behind the wall; `owner` migrates and rebuilds and answers no request. */
export type House = {
  db: Database
  /**
   * For what is asked while a request holds a connection of `db` and waits for the answer: were it asked of the same
   * ones, as many such requests as there are connections would wait for each other.
   */
  beside: Database
  owner: Database
  /** The secret that the house draws others from: of its roles, its answers, its signing keys (decision 0064). */
  master: Buffer
  /** What the keys of files are wrapped by. */
  ring: KeyRing
  registry: Registry
  /** Work that outlasts a request, for any process that takes it. */
  jobs: Jobs
  /** The address people reach it at, for links. */
  address: string
  now: () => Date
}

export type Actor = { id: string; name: string; profession: Profession; language: Language }

/** How somebody is signed in: the session's id, whether they proved who they are a moment ago, whether they are yet to set up a way. */
export type Session = { id: string; fresh: boolean; settingUp: boolean }

/** Who asks, from which device, in which language. No actor: somebody without an account. */
export type Caller = {
  actor: Actor | null
  language: Language
  device: string
  address?: string
  session?: Session
}

export const askerOf = (caller: Caller): Asker => caller.actor?.profession ?? 'anyone'
