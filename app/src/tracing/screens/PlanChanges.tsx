import { Table, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Accepted } from './import.ts'

export type ChangedLine = Accepted['changed'][number]

/** Was and now beside each other, a line for each thing that changes; and what differs and is kept. */
export function Changes({ lines }: { lines: ChangedLine[] }) {
  const t = useWords(words)
  const flat = lines.flatMap((line) => [
    ...line.changes.map((change) => ({ line, ...change, kept: false })),
    ...line.kept.map(({ field, house, list }) => ({ line, field, was: house, now: list, kept: true })),
  ])
  return (
    <Table
      rows={flat}
      rowKey={({ line, field, kept }) => `${line.row} ${field} ${kept}`}
      columns={[
        { key: 'row', label: t('tracing.import.row'), cell: ({ line }) => line.row },
        {
          key: 'name',
          label: t('tracing.about.name'),
          names: true,
          cell: ({ line }) => <bdi>{line.name}</bdi>,
        },
        { key: 'what', label: t('tracing.plan.what'), cell: ({ field }) => t(`tracing.about.${field}`) },
        {
          key: 'was',
          label: t('tracing.plan.was'),
          cell: ({ was, kept }) => (
            <Word
              label={kept ? t('tracing.plan.house') : undefined}
              text={was || t('tracing.plan.nothing')}
            />
          ),
        },
        {
          key: 'now',
          label: t('tracing.plan.now'),
          cell: ({ now, kept }) =>
            kept ? (
              <>
                <Word label={t('tracing.plan.list')} text={now} />
                <p className="soft small">{t('tracing.plan.kept')}</p>
              </>
            ) : (
              <strong>
                <bdi>{now}</bdi>
              </strong>
            ),
        },
      ]}
    />
  )
}

function Word({ label, text }: { label?: string; text: string }) {
  return (
    <span>
      {label ? <span className="soft">{label}: </span> : null}
      <bdi>{text}</bdi>
    </span>
  )
}
