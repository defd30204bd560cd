import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button, Columns, Notice, Row, Stack, showToast, TextField, useWords } from '../../design/kit.ts'
import { type Aircraft, toAircraft } from '../cabin.ts'
import { words } from '../words.ts'
import { evacuation } from './asking.ts'
import { Cabin } from './Cabin.tsx'
import { toCount } from './counts.ts'
import type { People } from './people.ts'

type Typed = Record<'id' | 'rows' | 'letters' | 'medical' | 'exits' | 'stretchers' | 'laps', string>

const MOST_ROWS = 60
const MOST_MASKS = 200

/** The aircraft as typed; undefined while it cannot be one. */
function toCabin(typed: Typed): Aircraft | undefined {
  const columns = [...typed.letters.toUpperCase().replace(/[\s,]/g, '')]
  const [rows, medicalRows] = [toCount(typed.rows, MOST_ROWS), toCount(typed.medical, MOST_ROWS)]
  const stretchers = toCount(typed.stretchers, rows ?? 0)
  const lapMasks = toCount(typed.laps, MOST_MASKS)
  const exitRows = typed.exits
    .split(/[\s,،]+/)
    .filter(Boolean)
    .map((text) => toCount(text, MOST_ROWS))
  const isRow =
    columns.length > 0 &&
    columns.length <= 10 &&
    new Set(columns).size === columns.length &&
    columns.every((one) => /[A-Z]/.test(one))
  const exits = exitRows.filter((one) => one !== undefined)
  if (!rows || !isRow || !typed.id.trim() || exits.length < exitRows.length) return undefined
  if (medicalRows === undefined || stretchers === undefined || lapMasks === undefined) return undefined
  return toAircraft({
    id: typed.id.trim(),
    rows,
    columns,
    medicalRows,
    exitRows: exits,
    stretchers,
    lapMasks,
  })
}

/** What the form would have been to give an aircraft that is set already. */
function typedOf(known: Aircraft | undefined): Typed {
  if (!known)
    return {
      id: 'charter-1',
      rows: '10',
      letters: 'ABCD',
      medical: '2',
      exits: '5',
      stretchers: '0',
      laps: '4',
    }
  const { seats } = known
  const rowsOf = (is: (seat: (typeof seats)[number]) => boolean) => [
    ...new Set(seats.filter(is).map((seat) => seat.row)),
  ]
  return {
    ...{ id: known.id, laps: String(known.lapMasks) },
    rows: String(rowsOf(() => true).length),
    letters: [...new Set(seats.map((seat) => seat.column))].sort().join(''),
    medical: String(rowsOf((seat) => seat.medical).length),
    exits: rowsOf((seat) => seat.exitRow).join(', '),
    stretchers: String(seats.filter((seat) => seat.kind === 'stretcher').length),
  }
}

const fields = [
  ['id', 'aircraft-id'],
  ['rows', 'rows'],
  ['letters', 'letters'],
  ['medical', 'medical-rows'],
  ['exits', 'exit-rows'],
  ['stretchers', 'stretchers'],
  ['laps', 'lap-masks'],
] as const

const helps = { letters: 'evacuation.letters-help', exits: 'evacuation.exit-rows-help' } as const

type Props = { operation: string; known: Aircraft | undefined; people: People }

/** A cabin in a few words; its picture shows before it is saved. */
export function AircraftForm({ operation, known, people }: Props) {
  const t = useWords(words)
  const [typed, setTyped] = useState(() => typedOf(known))
  const set = evacuation.useDoing('setAircraft')
  const aircraft = toCabin(typed)
  const save = () => {
    if (!aircraft) return
    set.mutate({ operation, aircraft: [aircraft] }, { onSuccess: () => showToast(t('evacuation.saved')) })
  }
  return (
    <Stack gap={3}>
      <Columns least={13}>
        {fields.map(([key, label]) => (
          <TextField
            key={key}
            label={t(`evacuation.${label}`)}
            help={key === 'letters' || key === 'exits' ? t(helps[key]) : undefined}
            value={typed[key]}
            onChange={(text) => setTyped({ ...typed, [key]: text })}
            direction="ltr"
            optional={key === 'exits'}
            inputMode={key === 'id' || key === 'letters' || key === 'exits' ? 'text' : 'numeric'}
          />
        ))}
      </Columns>
      {aircraft ? (
        <details>
          <summary>{t('evacuation.preview')}</summary>
          <Cabin aircraft={aircraft} places={[]} people={people} />
        </details>
      ) : (
        <Notice kind="invalid" title={t('evacuation.cabin-wrong')} />
      )}
      <No problem={set.error} />
      <Row>
        <Button onPress={save} pending={set.isPending} isDisabled={!aircraft}>
          {t('evacuation.save-aircraft')}
        </Button>
      </Row>
    </Stack>
  )
}
