import { sql } from 'kysely'
import { on, type Projection } from '../casefile/projection.ts'
import { setStep } from '../casefile/steps.ts'
import { handedOver, landed, planned } from './model.ts'

export type FlightRow = {
  child: string
  operation: string
  version: number
  seat: string | null
  lap_of: string | null
  escort: string | null
  because: string[]
  handed_over: Date | null
  landed: Date | null
}
export type EvacuationTables = { flights: FlightRow }

/** Where each child is on the plan that holds: a seat and an escort, or the reasons for waiting. */
const flights: Projection = {
  table: 'flights',
  columns: `child uuid primary key, operation uuid not null, version int not null, seat text, lap_of uuid, escort uuid,
    because jsonb not null, handed_over timestamptz, landed timestamptz`,
  indexes: ['operation'],
  class: 'flight',
  about: 'child',
  on: [
    on(planned, async (db, event) => {
      const { version, children, plan } = event.detail
      for (const child of children) {
        const place = plan.assignments.find((one) => one.id === child)
        const escort = plan.escorts.find((one) => one.passengers.includes(child))?.adult ?? null
        const because = plan.waiting.find((one) => one.id === child)?.because.map((one) => one.code) ?? []
        await sql`insert into flights values (${child}, ${event.about[0]}, ${version}, ${place?.seat ?? null}, ${place?.lapOf ?? null},
          ${escort}, ${JSON.stringify(because)}::jsonb, null, null)
          on conflict (child) do update set version = excluded.version, seat = excluded.seat, lap_of = excluded.lap_of,
            escort = excluded.escort, because = excluded.because`.execute(db)
        const { rows } = await sql<FlightRow>`select * from flights where child = ${child}`.execute(db)
        if (!rows[0]?.handed_over)
          await setStep(db, {
            child,
            station: 'evacuation',
            state: 'waiting',
            waitsFor: place ? 'handover' : 'seat',
            since: event.recordedAt,
          })
      }
    }),
    on(handedOver, async (db, event) => {
      const [child] = event.about as [string]
      await sql`update flights set handed_over = ${event.recordedAt} where child = ${child}`.execute(db)
      await setStep(db, {
        child,
        station: 'evacuation',
        state: 'waiting',
        waitsFor: 'landing',
        since: event.recordedAt,
      })
    }),
    on(landed, async (db, event) => {
      for (const child of event.about.slice(1)) {
        await sql`update flights set landed = ${event.recordedAt} where child = ${child}`.execute(db)
        await setStep(db, { child, station: 'evacuation', state: 'done', since: event.recordedAt })
      }
    }),
  ],
}

export const projections: Projection[] = [flights]
