import { Badge } from '../../../design/components/Badge.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { Answer } from '../../screens/Answer.tsx'
import { words } from '../words.ts'
import { protection } from './asking.ts'

/** The clocks, each with its source and whether a lawyer of the country has looked at it. */
export function Periods() {
  const t = useWords(words)
  return (
    <Answer of={protection.useAnswer('listPeriods', {})}>
      {({ periods }) => (
        <Table
          rows={periods}
          rowKey={(one) => one.data}
          columns={[
            { key: 'what', label: t('protection.what'), cell: (one) => t(`data.${one.data}` as 'data.dna') },
            {
              key: 'length',
              label: t('protection.period.length'),
              cell: (one) => t('protection.months', { n: one.months }),
            },
            {
              key: 'kind',
              label: t('protection.period.kind'),
              cell: (one) => t(`protection.period.${one.kind}`),
            },
            {
              key: 'source',
              label: t('protection.period.source'),
              cell: (one) => (
                <>
                  <bdi lang="en">{one.source}</bdi>{' '}
                  {one.verified ? null : <Badge kind="muted">{t('protection.period.unverified')}</Badge>}
                </>
              ),
            },
          ]}
        />
      )}
    </Answer>
  )
}
