import { type ReactNode, useState } from 'react'
import {
  Button,
  Card,
  DateField,
  Notice,
  RadioGroup,
  Row,
  Select,
  Stack,
  useFormats,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import type { ChosenColumn, Looked, Reading } from './import.ts'
import { MappingLetters } from './MappingLetters.tsx'
import { MappingTable } from './MappingTable.tsx'

/** How a list is read, before any row is: its letters, the row of headers, every column, the order of dates. */
export function MappingView(props: {
  looked: Looked
  reading: Reading
  pending: boolean
  onLookAgain: (reading: Reading) => void
  onRead: (reading: Reading) => void
  another: ReactNode
}) {
  const { looked, reading, pending, onLookAgain, onRead, another } = props
  const t = useWords(words)
  const [columns, setColumns] = useState<ChosenColumn[]>(
    looked.columns.map(({ at, field, language }) => ({ at, field, language: language ?? undefined })),
  )
  const [dayOrder, setDayOrder] = useState(looked.dayOrder)
  const [statedOn, setStatedOn] = useState(reading.statedOn)
  const hasName = columns.some(({ field }) => field === 'name' || field === 'given')
  const again = (change: Reading) => onLookAgain({ ...reading, columns: undefined, ...change })
  return (
    <Stack>
      <Card title={t('tracing.columns.headline', { rows: looked.rows, columns: looked.columns.length })}>
        <Remembered looked={looked} />
        <MappingLetters looked={looked} onChoose={(encoding) => again({ encoding, headerRow: undefined })} />
        <Sheets
          looked={looked}
          reading={reading}
          onChoose={(sheet) => again({ sheet, headerRow: undefined })}
        />
        <HeaderRow looked={looked} onChoose={(headerRow) => again({ headerRow })} />
      </Card>
      <MappingTable looked={looked} columns={columns} onChange={setColumns} />
      <Card>
        {looked.dayOrderIsSure === null ? null : (
          <RadioGroup
            label={t('tracing.columns.dayOrder')}
            help={looked.dayOrderIsSure ? undefined : t('tracing.columns.dayOrder.unsure')}
            options={(['day-first', 'month-first'] as const).map((key) => ({
              key,
              label: t(`tracing.columns.dayOrder.${key}`),
            }))}
            value={dayOrder}
            onChange={setDayOrder}
          />
        )}
        {looked.asksForDay ? (
          <DateField
            label={t('tracing.columns.statedOn')}
            help={t('tracing.columns.statedOn.help')}
            value={statedOn}
            onChange={setStatedOn}
            optional
          />
        ) : null}
        {hasName ? null : <Notice kind="waiting" title={t('tracing.columns.nameMissing')} />}
        <Row>
          <Button
            pending={pending}
            isDisabled={!hasName}
            onPress={() =>
              onRead({ ...reading, headerRow: looked.headerRow ?? 1, columns, dayOrder, statedOn })
            }
          >
            {t('tracing.columns.read')}
          </Button>
          {another}
        </Row>
      </Card>
    </Stack>
  )
}

function Remembered({ looked: { remembered } }: { looked: Looked }) {
  const t = useWords(words)
  const f = useFormats()
  if (!remembered) return null
  const at = f.date(remembered.at.slice(0, 10))
  return <Notice kind="done" title={t('tracing.columns.remembered', { at, who: remembered.by ?? '–' })} />
}

function Sheets({
  looked,
  reading,
  onChoose,
}: {
  looked: Looked
  reading: Reading
  onChoose: (sheet: number) => void
}) {
  const t = useWords(words)
  if (looked.sheets.length < 2) return null
  return (
    <Select
      label={t('tracing.columns.sheet')}
      help={t('tracing.columns.sheet.help', { n: looked.sheets.length })}
      options={looked.sheets.map((name, at) => ({ key: String(at), label: name }))}
      value={String(reading.sheet ?? 0)}
      onChange={(key) => onChoose(Number(key))}
    />
  )
}

/** Rows that may name the columns: those with something in them. */
function HeaderRow({ looked, onChoose }: { looked: Looked; onChoose: (row: number) => void }) {
  const t = useWords(words)
  const options = looked.firstRows.flatMap((cells, at) => {
    const said = cells.filter((cell) => cell !== '')
    const label = t('tracing.columns.headerRow.option', { row: at + 1, cells: said.slice(0, 4).join(' · ') })
    return said.length ? [{ key: String(at + 1), label }] : []
  })
  return (
    <>
      {looked.headerRow === null ? (
        <Notice kind="waiting" title={t('tracing.columns.headerRow.none')} />
      ) : null}
      <Select
        label={t('tracing.columns.headerRow')}
        options={options}
        value={looked.headerRow === null ? undefined : String(looked.headerRow)}
        onChange={(key) => onChoose(Number(key))}
      />
    </>
  )
}
