import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Card, Stack } from '../../design/components/layout.tsx'
import { DefinitionList } from '../../design/components/lists.tsx'
import { Power } from '../../design/components/Power.tsx'
import { Table } from '../../design/components/Table.tsx'
import { useFormats } from '../../design/languages/LanguageProvider.tsx'
import { type Report, useT } from './asking.ts'

type Part = { report: Report }

export function HowComputed({ report }: Part) {
  const t = useT()
  const f = useFormats()
  const weighing = report.weighing!
  const { theta, mutation, minimumFrequency, table } = weighing.parameters
  const chosen = report.tables.find(({ id }) => id === table)
  return (
    <Card title={t('evidence.parameters')}>
      <DefinitionList
        items={[
          { term: t('evidence.ratio'), value: <Ratio log10={weighing.log10LR} /> },
          {
            term: t('evidence.table'),
            value: <bdi>{chosen ? `${chosen.title}: ${chosen.source}` : table}</bdi>,
          },
          { term: t('evidence.theta'), value: f.number(theta) },
          { term: t('evidence.mutation'), value: t(`evidence.mutation.${mutation.model}`) },
          { term: t('evidence.rate'), value: f.number(mutation.rate, { digits: 5 }) },
          { term: t('evidence.minimum'), value: f.number(minimumFrequency, { digits: 5 }) },
          {
            term: t('evidence.engine'),
            value: <span className="code">{`${weighing.engine.name} ${weighing.engine.version}`}</span>,
          },
          { term: t('evidence.when'), value: `${f.dateTime(weighing.at)}, ${weighing.by}` },
          ...(weighing.inputHash
            ? [
                {
                  term: t('evidence.input-hash'),
                  value: <span className="code">{weighing.inputHash}</span>,
                },
              ]
            : []),
        ]}
      />
      {weighing.dropped.length > 0 ? (
        <details>
          <summary>{t('evidence.dropped')}</summary>
          <ul>
            {weighing.dropped.map(({ locus, because }) => (
              <li key={locus}>
                <bdi>{locus}</bdi>: {t(`evidence.drop.${because}`)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  )
}

export const Ratio = ({ log10 }: { log10: number | 'Infinity' | '-Infinity' }) =>
  typeof log10 === 'number' ? <Power log10={log10} /> : log10 === 'Infinity' ? '∞' : '0'

/** The same DNA under the other tables: how much the choice of a table matters. */
export function OtherTables({ report }: Part) {
  const t = useT()
  const f = useFormats()
  const { underTables, underTheta = 0 } = report.weighing!
  const titleOf = (id: string) => report.tables.find((table) => table.id === id)?.title ?? id
  const lowest = {
    n: report.weighing!.perLocus.length,
    table: titleOf(report.lowest.table),
    exponent: f.number(Number(report.lowest.log10LR), { digits: 2 }),
  }
  return (
    <Card title={t('evidence.other-tables', { theta: f.number(underTheta, { digits: 2 }) })}>
      <Stack gap={3}>
        <p>{t('evidence.lowest', lowest)}</p>
        <Table
          rows={underTables}
          rowKey={(under) => under.table}
          columns={[
            {
              key: 'table',
              label: t('evidence.table'),
              cell: (under) => <bdi>{titleOf(under.table)}</bdi>,
            },
            {
              key: 'loci',
              label: t('evidence.locus'),
              cell: (under) => t('evidence.loci-count', { n: under.loci }),
            },
            { key: 'ratio', label: 'LR', cell: (under) => <Ratio log10={under.log10LR} />, align: 'end' },
          ]}
        />
      </Stack>
    </Card>
  )
}

export function Provenance({ report }: Part) {
  const t = useT()
  const names = new Map(report.people.map((person) => [person.id, person.names]))
  return (
    <Card title={t('evidence.provenance')}>
      <Table
        rows={report.weighing!.typed}
        rowKey={({ person }) => person}
        columns={[
          {
            key: 'person',
            label: t('evidence.person'),
            cell: ({ person }) => (names.has(person) ? <PersonName names={names.get(person)!} /> : '—'),
          },
          {
            key: 'kit',
            label: t('evidence.kit'),
            cell: ({ kits }) => <span className="code">{kits.join(', ')}</span>,
          },
          {
            key: 'lab',
            label: t('evidence.laboratory'),
            cell: ({ laboratories }) => <bdi>{laboratories.join(', ')}</bdi>,
          },
          {
            key: 'loci',
            label: t('evidence.locus'),
            cell: ({ loci }) => t('evidence.loci-count', { n: loci }),
          },
          {
            key: 'file',
            label: t('evidence.file-sum'),
            cell: ({ files }) => (
              <span className="code">{files.map((sum) => sum.slice(0, 16)).join(', ')}…</span>
            ),
          },
        ]}
      />
    </Card>
  )
}

export function Limits({ report }: Part) {
  const t = useT()
  return (
    <Card title={t('evidence.limits')}>
      <ul>
        {report.limits.map(({ code, n }) => (
          <li key={code}>{t(`evidence.limit.${code}`, { n })}</li>
        ))}
      </ul>
      <h3>{t('evidence.not-examined')}</h3>
      <ul>
        {report.notExamined.map((code) => (
          <li key={code}>{t(`evidence.absent.${code}`)}</li>
        ))}
      </ul>
    </Card>
  )
}
