import { Fragment } from 'react'
import { Icon, useWords } from '../../design/kit.ts'
import { type Aircraft, type CabinRow, type Seat, toPicture } from '../cabin.ts'
import { words } from '../words.ts'
import type { Place } from './asking.ts'
import type { People } from './people.ts'

/** Who holds a seat, and which infant sits on their lap. */
type Held = { id: string; laps: string[] }

/**
 * The cabin row by row, nose at the top, column A at the left in every language: a cabin is not mirrored.
 * A picture only; the table beside it says the same to whoever cannot see it.
 */
export function Cabin({ aircraft, places, people }: { aircraft: Aircraft; places: Place[]; people: People }) {
  const t = useWords(words)
  const { columns, aisles, rows } = toPicture(aircraft.seats)
  const held = new Map(
    places.flatMap(({ id, aircraft: of, seat }): [string, Held][] =>
      seat && of === aircraft.id
        ? [[seat, { id, laps: places.filter((one) => one.lapOf === id).map((one) => one.id) }]]
        : [],
    ),
  )
  const tracks = columns.map((_, at) => (aisles.includes(at) ? '1.75rem minmax(0, 1fr)' : 'minmax(0, 1fr)'))
  const said = t('evacuation.cabin-of', { aircraft: aircraft.id })
  return (
    <div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide cabin scrolls, by keyboard too */}
      <section className="cabin-scroll" tabIndex={0} aria-label={said}>
        <div role="img" aria-label={said}>
          <div className="cabin" dir="ltr" aria-hidden="true" data-wide={columns.length > 6 || undefined}>
            <p className="cabin-nose">{t('evacuation.nose')}</p>
            {rows.map((row) => (
              <Row key={row.row} row={row} tracks={tracks.join(' ')} held={held} people={people} />
            ))}
          </div>
        </div>
      </section>
      <Legend />
    </div>
  )
}

type RowProps = { row: CabinRow; tracks: string; held: Map<string, Held>; people: People }

function Row({ row, tracks, held, people }: RowProps) {
  const t = useWords(words)
  return (
    <div className="cabin-row">
      {row.exitRow ? <p className="cabin-exit">← {t('evacuation.exit')} →</p> : null}
      <div className="cabin-seats" style={{ gridTemplateColumns: tracks }}>
        {row.spots.map(({ column, afterAisle, seat }) => (
          <Fragment key={column}>
            {afterAisle ? <span className="cabin-number">{row.row}</span> : null}
            <OneSeat seat={seat} held={seat && held.get(seat.id)} people={people} />
          </Fragment>
        ))}
      </div>
    </div>
  )
}

function OneSeat({ seat, held, people }: { seat: Seat | undefined; held: Held | undefined; people: People }) {
  const t = useWords(words)
  if (!seat) return <span />
  const kind = !held ? 'free' : people.isChild(held.id) ? 'child' : 'team'
  return (
    <span className="cabin-seat" data-kind={kind} data-stretcher={seat.kind === 'stretcher' || undefined}>
      <span className="cabin-seat-id">
        {seat.id}
        {seat.medical ? <b className="cabin-medical">+</b> : null}
      </span>
      {seat.kind === 'stretcher' ? <span className="cabin-word">{t('evacuation.stretcher')}</span> : null}
      {held ? <bdi className="cabin-name">{people.nameOf(held.id)}</bdi> : null}
      {held?.laps.map((id) => (
        <span key={id} className="cabin-lap">
          <Icon name="down" />
          <bdi>{people.nameOf(id)}</bdi> <span className="cabin-word">{t('evacuation.lap')}</span>
        </span>
      ))}
    </span>
  )
}

function Legend() {
  const t = useWords(words)
  return (
    <ul className="cabin-legend">
      {(['child', 'team', 'free'] as const).map((kind) => (
        <li key={kind}>
          <span className="cabin-seat cabin-sample" data-kind={kind} />
          {t(`evacuation.legend-${kind}`)}
        </li>
      ))}
      <li>
        <b className="cabin-medical">+</b>
        {t('evacuation.medical')}
      </li>
    </ul>
  )
}
