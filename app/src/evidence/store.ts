import { sql } from 'kysely'
import type { LogEvent } from '../casefile/event.ts'
import { on, type Projection } from '../casefile/projection.ts'
import { setStep } from '../casefile/steps.ts'
import type { Tx } from '../platform/database.ts'
import { claimed, signatureWithdrawn, signed, weighed } from './model/claims.ts'
import { familyDrawn, namedIn } from './model/family.ts'
import * as samples from './model/samples.ts'
import type { SearchState } from './model/search.ts'
import { type ClaimStage, stepOf } from './rules/steps.ts'
import { searches, searchPieces } from './store/search.ts'

export type EvidenceTables = {
  family_people: { family: string; person: string }
  typed: { person: string; since: Date }
  kits: { number: string; person: string; state: samples.KitState; since: Date }
  claims: { claim: string; child: string; family: string; stage: ClaimStage; since: Date }
  searches: {
    search: string
    operation: string
    state: SearchState
    pieces: number
    done: number
    began: Date
    since: Date
  }
}

/** Who is drawn in which family. */
const familyPeople: Projection = {
  table: 'family_people',
  columns: 'family uuid not null, person uuid not null, primary key (family, person)',
  indexes: ['person'],
  class: 'file',
  about: 'person',
  on: [
    on(familyDrawn, async (db, event) => {
      const family = event.about[0]!
      await sql`delete from family_people where family = ${family}`.execute(db)
      await sql`insert into family_people (family, person)
        select ${family}::uuid, person from unnest(${namedIn(event.detail.people)}::uuid[]) as person`.execute(
        db,
      )
    }),
  ],
}

/** That a person has a profile; what is in it stays sealed. */
const typed: Projection = {
  table: 'typed',
  columns: 'person uuid primary key, since timestamptz not null',
  class: 'finding',
  about: 'person',
  on: [
    on(samples.profileRecorded, (db, event) =>
      sql`insert into typed (person, since) values (${event.about[0]}, ${event.recordedAt}) on conflict do nothing`.execute(
        db,
      ),
    ),
  ],
}

const keepKit = async (db: Tx, event: LogEvent<samples.KitStep>) =>
  sql`insert into kits (number, person, state, since)
    values (${event.detail.number}, ${event.about[0]}, ${samples.stateAfter(event.type, event.detail)}, ${event.recordedAt})
    on conflict (number) do update set state = excluded.state, since = excluded.since`.execute(db)

const kits: Projection = {
  table: 'kits',
  columns: 'number text primary key, person uuid not null, state text not null, since timestamptz not null',
  indexes: ['person'],
  class: 'dna',
  about: 'person',
  on: [samples.kitIssued, samples.kitHandedOver, samples.kitReceived, samples.kitOpened].map((of) =>
    on(of, keepKit),
  ),
}

/** The claims and how far each has come. Its handlers run after those above, and set where each child stands. */
const claims: Projection = {
  table: 'claims',
  columns: `claim uuid not null, child uuid not null, family uuid not null, stage text not null,
    since timestamptz not null, primary key (claim, child)`,
  indexes: ['child', 'family'],
  class: 'finding',
  about: 'child',
  on: [
    on(familyDrawn, async (db, event) => {
      const { rows } = await sql<{ id: string }>`
        select id from people where kind = 'child' and id = any(${namedIn(event.detail.people)}::uuid[])`.execute(
        db,
      )
      for (const { id } of rows) await restep(db, id, event)
    }),
    on(samples.profileRecorded, async (db, event) => {
      const families = sql`select family from family_people where person = ${event.about[0]}`
      // Somebody more was typed: what was inconclusive can be weighed again.
      const { rows } = await sql<{ child: string }>`
        update claims set stage = case stage when 'inconclusive' then 'claimed' else stage end
        where family in (${families}) returning child`.execute(db)
      for (const child of new Set(rows.map((row) => row.child))) await restep(db, child, event)
    }),
    on(claimed, async (db, event) => {
      const { claim, family } = event.detail
      await sql`insert into claims (claim, child, family, stage, since)
        values (${claim}, ${event.about[0]}, ${family}, 'claimed', ${event.recordedAt}) on conflict do nothing`.execute(
        db,
      )
      await restep(db, event.about[0]!, event)
    }),
    on(weighed, (db, event) =>
      reach(
        db,
        event,
        event.detail.claim,
        event.detail.finding === 'inconclusive' ? 'inconclusive' : 'weighed',
      ),
    ),
    on(signed, (db, event) => {
      const { claim, stands, verdict } = event.detail
      return reach(
        db,
        event,
        claim,
        stands !== 'decided' ? stands : verdict === 'supported' ? 'supported' : 'closed',
      )
    }),
    on(signatureWithdrawn, (db, event) =>
      reach(db, event, event.detail.claim, event.detail.remaining > 0 ? 'signed' : 'weighed'),
    ),
  ],
}

async function reach(db: Tx, event: LogEvent, claim: string, stage: ClaimStage): Promise<void> {
  const child = event.about[0]!
  await sql`update claims set stage = ${stage}, since = ${event.recordedAt} where claim = ${claim} and child = ${child}`.execute(
    db,
  )
  await restep(db, child, event)
}

/** A claim can be weighed when the child is typed and so is somebody of the family who is not weighed with it. */
async function restep(db: Tx, child: string, event: LogEvent): Promise<void> {
  const { rows } = await sql<{ stage: ClaimStage; ready: boolean }>`
    select stage, exists (select 1 from typed where person = c.child)
      and exists (select 1 from family_people f join typed t using (person) where f.family = c.family
        and not exists (select 1 from claims other where other.claim = c.claim and other.child = f.person)) as ready
    from claims c where child = ${child}`.execute(db)
  await setStep(db, { child, station: 'evidence', ...stepOf(rows), since: event.recordedAt })
}

export const projections: Projection[] = [familyPeople, typed, kits, claims, searches, searchPieces]
