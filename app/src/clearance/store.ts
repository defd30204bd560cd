import { sql } from 'kysely'
import { consentWithdrawn } from '../casefile/consent.ts'
import { on, type Projection } from '../casefile/projection.ts'
import { setStep } from '../casefile/steps.ts'
import { events as evidenceEvents } from '../evidence/model.ts'
import type { Tx } from '../platform/database.ts'
import { findCorridor, type RequirementId } from './corridors.ts'
import {
  asked,
  begun,
  CONSENT_PAPERS,
  CONSENTS_TO_LEAVE,
  circumstancesStated,
  met,
  owned,
  type RequirementRow,
  USUAL,
  withdrawn,
} from './model.ts'
import { applies } from './rules.ts'

export type ClearanceTables = { requirements: RequirementRow }

type At = { child: string; recordedAt: string }

const kinshipDone = (child: string) =>
  sql`exists (select from steps where child = ${child} and station = 'evidence' and state = 'done')`

async function begin(db: Tx, { child, recordedAt }: At, corridor: string): Promise<void> {
  const requirements = findCorridor(corridor)?.requirements ?? []
  const ids = requirements.map(({ id }) => id)
  const states = requirements.map((one) => (applies(one, USUAL) ? 'waiting' : 'not-applicable'))
  await sql`insert into requirements
    select ${child}::uuid, ${corridor}, id, state, null, false, null, ${recordedAt}::timestamptz, null
    from unnest(${ids}::text[], ${states}::text[]) as asked(id, state)
    on conflict (child, requirement) do nothing`.execute(db)
  await refreshKinship(db, { child, recordedAt })
}

/** Follows the decision at the station before: met by it, and waiting again when it is taken back. */
async function refreshKinship(db: Tx, { child, recordedAt }: At): Promise<void> {
  const state = sql`case when ${kinshipDone(child)} then 'met' else 'waiting' end`
  await sql`update requirements set state = ${state}, since = ${recordedAt}
    where child = ${child} and requirement = 'kinship' and state is distinct from ${state}`.execute(db)
  await refreshStep(db, { child, recordedAt })
}

async function applyCircumstances(db: Tx, at: At, circumstances: typeof USUAL): Promise<void> {
  const { rows } = await sql<RequirementRow>`select * from requirements where child = ${at.child}`.execute(db)
  for (const row of rows) {
    const requirement = findCorridor(row.corridor)?.requirements.find(({ id }) => id === row.requirement)
    if (!requirement?.onlyWhen) continue
    const applying = row.has_paper ? 'met' : 'waiting'
    const state = applies(requirement, circumstances) ? applying : 'not-applicable'
    if (state !== row.state) await setState(db, at, row.requirement, state)
  }
  await refreshStep(db, at)
}

const setState = (
  db: Tx,
  { child, recordedAt }: At,
  requirement: RequirementId,
  state: RequirementRow['state'],
) =>
  sql`update requirements set state = ${state}, since = ${recordedAt}
    where child = ${child} and requirement = ${requirement}`.execute(db)

/** A paper that came back is no longer held; one that does not apply stays so. */
async function release(db: Tx, at: At, requirement: RequirementId): Promise<void> {
  await sql`update requirements set has_paper = false, expires = null, since = ${at.recordedAt},
      state = case when state = 'met' then 'waiting' else state end
    where child = ${at.child} and requirement = ${requirement} and has_paper`.execute(db)
  await refreshStep(db, at)
}

/** The child's mark on the path: done, or waiting for the first thing of the corridor that is missing. */
async function refreshStep(db: Tx, { child, recordedAt }: At): Promise<void> {
  const { rows } = await sql<RequirementRow>`select * from requirements where child = ${child}`.execute(db)
  const corridor = rows[0] && findCorridor(rows[0].corridor)
  if (!corridor) return
  const waiting = corridor.requirements.find(({ id }) =>
    rows.some((row) => row.requirement === id && row.state === 'waiting'),
  )
  const state = waiting ? 'waiting' : 'done'
  const waitsFor = waiting && `needs-${waiting.id}`
  await setStep(db, { child, station: 'clearance', state, waitsFor, since: recordedAt })
}

const atOf = ({ about, recordedAt }: { about: string[]; recordedAt: string }): At => ({
  child: about.at(-1)!,
  recordedAt,
})

/** What is held of each requirement of each child: facts of state, without names, words or papers. */
const requirements: Projection = {
  table: 'requirements',
  columns: `child uuid not null, corridor text not null, requirement text not null, state text not null, owner uuid,
    has_paper boolean not null, expires timestamptz, since timestamptz not null, asked_on text,
    primary key (child, requirement)`,
  class: 'clearance',
  about: 'child',
  on: [
    on(begun, (db, event) => begin(db, atOf(event), event.detail.corridor)),
    on(circumstancesStated, (db, event) => applyCircumstances(db, atOf(event), event.detail)),
    on(met, async (db, event) => {
      const at = atOf(event)
      const { requirement, expires } = event.detail
      await sql`update requirements set state = 'met', has_paper = true, expires = ${expires}, since = ${at.recordedAt}, asked_on = null
        where child = ${at.child} and requirement = ${requirement}`.execute(db)
      await refreshStep(db, at)
    }),
    on(withdrawn, (db, event) => release(db, atOf(event), event.detail.requirement)),
    on(consentWithdrawn, async (db, event) => {
      if (!CONSENTS_TO_LEAVE.includes(event.detail.purpose)) return
      for (const paper of CONSENT_PAPERS) await release(db, atOf(event), paper)
    }),
    on(asked, (db, event) =>
      sql`update requirements set asked_on = ${event.detail.since}
        where child = ${event.about[0]} and requirement = ${event.detail.requirement}`.execute(db),
    ),
    on(owned, (db, event) =>
      sql`update requirements set owner = ${event.detail.owner}
        where child = ${event.about[0]} and requirement = ${event.detail.requirement}`.execute(db),
    ),
    ...evidenceEvents.map((event) => ({
      type: event.type,
      apply: async (db: Tx, { about, recordedAt }: { about: string[]; recordedAt: string }) => {
        for (const child of about) await refreshKinship(db, { child, recordedAt })
      },
    })),
  ],
}

export const projections: Projection[] = [requirements]
