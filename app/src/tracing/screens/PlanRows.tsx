import { words as casefileWords } from '../../casefile/words.ts'
import { Badge, Card, Checkbox, Table, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { bornIn, type ImportPlan } from './asking.ts'
import { type ChangedLine, Changes } from './PlanChanges.tsx'

type Planned = ImportPlan['rows'][number]

function useFirstColumns() {
  const t = useWords(words)
  return [
    { key: 'row', label: t('tracing.import.row'), cell: (row: Planned) => row.row },
    {
      key: 'name',
      label: t('tracing.about.name'),
      names: true,
      cell: (row: Planned) => <bdi>{row.name || '–'}</bdi>,
    },
  ]
}

/** Long lists are counted whole and shown in part. */
function useCaption(caption: string, shown: number, all: number): string {
  const t = useWords(words)
  return shown < all ? `${caption}. ${t('tracing.plan.shownOf', { shown, all })}` : caption
}

const keyOf = (row: Planned): string => String(row.row)

export function BadRows({ rows, all }: { rows: Planned[]; all: number }) {
  const t = useWords(words)
  const first = useFirstColumns()
  const caption = useCaption(t('tracing.import.toMend'), rows.length, all)
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={keyOf}
      columns={[
        ...first,
        {
          key: 'problems',
          label: t('tracing.import.wrong'),
          cell: (row) =>
            row.problems.map((problem) => (
              <div key={problem.field + problem.code}>
                {t(`tracing.about.${problem.field}`)}: {problem.sentence}
              </div>
            )),
        },
      ]}
    />
  )
}

/** Children whose file changes, was and now side by side, and what of the list stays out because a person amended it. */
export function ChangedRows({ rows, all }: { rows: Planned[]; all: number }) {
  const t = useWords(words)
  const lines = rows.filter((row) => row.changes.length || row.kept.length)
  const caption = useCaption(t('tracing.plan.changed'), lines.length, Math.max(lines.length, all))
  if (lines.length === 0) return null
  return (
    <Card title={caption}>
      <Changes lines={lines as ChangedLine[]} />
    </Card>
  )
}

/** Children the operation has from elsewhere: left out, unless they are somebody else. */
export function HereRows(props: { rows: Planned[]; asNew: number[]; onChange: (rows: number[]) => void }) {
  const { rows, asNew, onChange } = props
  const t = useWords(words)
  const first = useFirstColumns()
  if (rows.length === 0) return null
  const toggle = (row: number, isNew: boolean) =>
    onChange(isNew ? [...asNew, row] : asNew.filter((one) => one !== row))
  return (
    <Card title={t('tracing.plan.here')}>
      <p>{t('tracing.plan.here.help')}</p>
      <Table
        rows={rows}
        rowKey={keyOf}
        columns={[
          ...first,
          {
            key: 'known',
            label: t('tracing.import.wrong'),
            cell: (row) => row.problems.map(({ code, sentence }) => <div key={code}>{sentence}</div>),
          },
          {
            key: 'asNew',
            label: t('tracing.import.state'),
            cell: ({ row }) => (
              <Checkbox checked={asNew.includes(row)} onChange={(isNew) => toggle(row, isNew)}>
                {t('tracing.plan.asNew')}
              </Checkbox>
            ),
          },
        ]}
      />
    </Card>
  )
}

export function NotedRows({ rows }: { rows: Planned[] }) {
  const t = useWords(words)
  const first = useFirstColumns()
  const noted = rows.filter((row) => row.notes.length)
  if (noted.length === 0) return null
  return (
    <Table
      caption={t('tracing.plan.notes')}
      rows={noted}
      rowKey={keyOf}
      columns={[
        ...first,
        {
          key: 'notes',
          label: t('tracing.plan.notes'),
          cell: (row) =>
            row.notes.map(({ field, code, sentence }) => (
              <div key={field + code}>
                {t(`tracing.about.${field}`)}: {sentence}
              </div>
            )),
        },
      ]}
    />
  )
}

export function ReadRows({ rows, all }: { rows: Planned[]; all: number }) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const f = useFormats()
  const first = useFirstColumns()
  const caption = useCaption(t('tracing.import.read'), rows.length, all)
  if (rows.length === 0) return null
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={keyOf}
      columns={[
        ...first,
        {
          key: 'born',
          label: t('tracing.about.born'),
          cell: ({ description }) => (
            <bdi>{(description && bornIn(description.birth, f.date)) ?? t('tracing.about.unknown')}</bdi>
          ),
        },
        { key: 'said', label: t('tracing.import.said'), cell: (row) => <bdi>{row.ageWritten ?? '–'}</bdi> },
        {
          key: 'sex',
          label: t('tracing.about.sex'),
          cell: ({ description }) => say(`sex.${description?.sex ?? 'unknown'}`),
        },
        {
          key: 'mother',
          label: t('tracing.about.mother'),
          cell: ({ description }) => <bdi>{Object.values(description?.mother ?? {}).join(' · ') || '–'}</bdi>,
        },
        {
          key: 'place',
          label: t('tracing.about.place'),
          cell: ({ description }) => <bdi>{description?.place ?? '–'}</bdi>,
        },
        {
          key: 'state',
          label: t('tracing.import.state'),
          cell: ({ state }) => (
            <Badge kind={state === 'new' ? 'ok' : 'muted'}>
              {t(state === 'new' ? 'tracing.import.new' : 'tracing.import.here')}
            </Badge>
          ),
        },
      ]}
    />
  )
}
