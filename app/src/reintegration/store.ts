import { sql } from 'kysely'
import { setRegion } from '../casefile/assigning/region-scope.ts'
import { on, type Projection } from '../casefile/projection.ts'
import { setStep } from '../casefile/steps.ts'
import { landed } from '../evacuation/model.ts'
import { type DrawnPerson, familyDrawn, namedIn } from '../evidence/model.ts'
import type { Tx } from '../platform/database.ts'
import {
  type AgreementRow,
  ended,
  type FollowUpRow,
  familyAgreed,
  followedUp,
  type PlacementRow,
  placed,
  type SiblingRow,
  siblingsStated,
} from './model.ts'
import { dueDates, type Pair } from './rules.ts'

export type ReintegrationTables = {
  siblings: SiblingRow
  agreements: AgreementRow
  placements: PlacementRow
  follow_ups: FollowUpRow
}

const STATED = 'stated'

/** Children of whom two have a parent in common, both ways round. Half siblings are siblings. */
export function siblingsIn(people: DrawnPerson[], children: ReadonlySet<string>): Pair[] {
  const drawn = people.filter(({ id }) => children.has(id))
  const share = (a: string | null, b: string | null) => a !== null && a === b
  return drawn.flatMap((one) =>
    drawn
      .filter(
        (other) =>
          other.id !== one.id && (share(one.father, other.father) || share(one.mother, other.mother)),
      )
      .map((other) => ({ child: one.id, sibling: other.id })),
  )
}

async function addPairs(db: Tx, pairs: Pair[], toldBy: string): Promise<void> {
  for (const { child, sibling } of pairs)
    await sql`insert into siblings values (${child}, ${sibling}, ${toldBy}) on conflict do nothing`.execute(
      db,
    )
}

/** Who is whose sibling: by a family's drawing, or because somebody who knows them said so. */
const siblings: Projection = {
  table: 'siblings',
  columns:
    'child uuid not null, sibling uuid not null, told_by text not null, primary key (child, sibling, told_by)',
  indexes: ['told_by'],
  class: 'placement',
  about: 'child',
  on: [
    on(familyDrawn, async (db, event) => {
      const family = event.about[0]!
      const { people } = event.detail
      const { rows } = await sql<{ id: string }>`
        select id from people where kind = 'child' and id = any(${namedIn(people)}::uuid[])`.execute(db)
      await sql`delete from siblings where told_by = ${family}`.execute(db)
      await addPairs(db, siblingsIn(people, new Set(rows.map(({ id }) => id))), family)
    }),
    on(siblingsStated, async (db, { about, detail }) => {
      const pairs = about.flatMap((child) =>
        about.filter((other) => other !== child).map((sibling) => ({ child, sibling })),
      )
      if (detail.are) return addPairs(db, pairs, STATED)
      for (const { child, sibling } of pairs)
        await sql`delete from siblings where child = ${child} and sibling = ${sibling} and told_by = ${STATED}`.execute(
          db,
        )
    }),
  ],
}

/** Which relative would take which child; the terms stay in the file. */
const agreements: Projection = {
  table: 'agreements',
  columns:
    'child uuid not null, relative uuid not null, agrees boolean not null, on_day date not null, primary key (child, relative)',
  class: 'placement',
  about: 'child',
  on: [
    on(familyAgreed, async (db, { about, detail, recordedAt }) => {
      const child = about[0]!
      const agrees = detail.answer === 'agrees'
      await sql`insert into agreements values (${child}, ${detail.relative}, ${agrees}, ${detail.on})
        on conflict (child, relative) do update set agrees = excluded.agrees, on_day = excluded.on_day`.execute(
        db,
      )
      await awaitHome(db, child, recordedAt)
    }),
  ],
}

/** A child who landed, or of whom a family spoke, waits for a home until there is one. */
async function awaitHome(db: Tx, child: string, since: string): Promise<void> {
  const { rows } = await sql`select 1 from placements where child = ${child}`.execute(db)
  if (rows.length === 0) await step(db, child, 'needs-placement', since)
}

const step = (db: Tx, child: string, waitsFor: string | undefined, since: string) =>
  setStep(db, { child, station: 'reintegration', state: waitsFor ? 'waiting' : 'done', waitsFor, since })

/** Since when a child lives at a place and who lives there together; where that is stays sealed. */
const placements: Projection = {
  table: 'placements',
  columns:
    'child uuid primary key, placement uuid not null, kind text not null, began date not null, last_seen date not null',
  class: 'placement',
  about: 'child',
  on: [
    on(landed, async (db, { about, recordedAt }) => {
      const { rows } = await sql<{ id: string }>`
        select id from people where kind = 'child' and id = any(${about}::uuid[])`.execute(db)
      for (const { id } of rows) await awaitHome(db, id, recordedAt)
    }),
    on(ended, (db, { about, seq }) => setRegion(db, about[0]!, undefined, seq)),
    on(placed, async (db, { about, seq, detail: { placement, kind, region, on: began } }) => {
      await sql`insert into placements values (${about[0]}, ${placement}, ${kind}, ${began}, ${began})
        on conflict (child) do update set placement = excluded.placement, kind = excluded.kind, began = excluded.began,
          last_seen = greatest(placements.last_seen, excluded.last_seen)`.execute(db)
      await setRegion(db, about[0]!, region, seq)
    }),
    on(followedUp, (db, { about, detail }) =>
      sql`update placements set last_seen = greatest(last_seen, ${detail.on}::date) where child = ${about[0]}`.execute(
        db,
      ),
    ),
  ],
}

/** The five visits of the place where the child lives now: when each is due, and when it was made. */
const followUps: Projection = {
  table: 'follow_ups',
  columns:
    'child uuid not null, month int not null, due date not null, done date, primary key (child, month)',
  class: 'placement',
  about: 'child',
  on: [
    on(placed, async (db, { about, detail, recordedAt }) => {
      const child = about[0]!
      await sql`delete from follow_ups where child = ${child}`.execute(db)
      for (const { month, due } of dueDates(detail.on))
        await sql`insert into follow_ups values (${child}, ${month}, ${due}, null)`.execute(db)
      await step(db, child, 'needs-follow-up', recordedAt)
    }),
    on(followedUp, async (db, { about, detail, recordedAt }) => {
      const child = about[0]!
      if (!detail.month) return
      await sql`update follow_ups set done = ${detail.on} where child = ${child} and month = ${detail.month}`.execute(
        db,
      )
      const { rows } = await sql`select 1 from follow_ups where child = ${child} and done is null`.execute(db)
      await step(db, child, rows.length > 0 ? 'needs-follow-up' : undefined, recordedAt)
    }),
  ],
}

export const projections: Projection[] = [siblings, agreements, placements, followUps]
