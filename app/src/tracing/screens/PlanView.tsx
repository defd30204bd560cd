import { type ReactNode, useState } from 'react'
import { words as casefileWords } from '../../casefile/words.ts'
import {
  Badge,
  Button,
  Card,
  Checkbox,
  Notice,
  Row,
  Stack,
  Table,
  useFormats,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { bornIn, type ImportPlan } from './asking.ts'

type Planned = ImportPlan['rows'][number]

/** What was read of a list: the rows to mend first, in sentences, then all the others. */
export function PlanView(props: {
  plan: ImportPlan
  pending: boolean
  onAccept: (leaveOut: number[]) => void
  another: ReactNode
}) {
  const { plan, pending, onAccept, another } = props
  const t = useWords(words)
  const [agreed, setAgreed] = useState(false)
  const bad = plan.rows.filter((row) => row.state === 'bad')
  const good = plan.rows.filter((row) => row.state === 'new').length
  const unknown = plan.columns.filter((column) => !column.field).map((column) => column.header)
  return (
    <Stack>
      <Card title={t('tracing.import.headline', { good, bad: bad.length })}>
        {plan.encoding ? (
          <p className="soft">
            {t(`tracing.import.encoding.${plan.encoding.because}`, { name: plan.encoding.name })}
          </p>
        ) : null}
        {unknown.length ? (
          <Notice kind="invalid" title={t('tracing.import.unknownColumns', { names: unknown.join(', ') })} />
        ) : null}
        {bad.length ? (
          <Checkbox checked={agreed} onChange={setAgreed}>
            {t('tracing.import.leaveOut', { n: bad.length })}
          </Checkbox>
        ) : null}
        <Row>
          <Button
            onPress={() => onAccept(bad.map((row) => row.row))}
            pending={pending}
            isDisabled={good === 0 || (bad.length > 0 && !agreed)}
          >
            {t('tracing.import.accept', { n: good })}
          </Button>
          {another}
        </Row>
      </Card>
      {bad.length ? <BadRows rows={bad} /> : null}
      <ReadRows rows={plan.rows.filter((row) => row.state !== 'bad')} />
    </Stack>
  )
}

function BadRows({ rows }: { rows: Planned[] }) {
  const t = useWords(words)
  return (
    <Table
      caption={t('tracing.import.toMend')}
      rows={rows}
      rowKey={(row) => String(row.row)}
      columns={[
        { key: 'row', label: t('tracing.import.row'), cell: (row) => row.row },
        {
          key: 'name',
          label: t('tracing.about.name'),
          names: true,
          cell: (row) => <bdi>{row.name || '–'}</bdi>,
        },
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

function ReadRows({ rows }: { rows: Planned[] }) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const f = useFormats()
  if (rows.length === 0) return null
  return (
    <Table
      caption={t('tracing.import.read')}
      rows={rows}
      rowKey={(row) => String(row.row)}
      columns={[
        { key: 'row', label: t('tracing.import.row'), cell: (row) => row.row },
        { key: 'name', label: t('tracing.about.name'), names: true, cell: (row) => <bdi>{row.name}</bdi> },
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
