import { useState } from 'react'
import { Badge } from '../../../design/components/Badge.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { Answer } from '../../screens/Answer.tsx'
import { useHere } from '../../screens/use.tsx'
import { words } from '../words.ts'
import { protection } from './asking.ts'
import { FileLink } from './FileLink.tsx'

/** What is due by its clock in the chosen operation; somebody decides, nothing is destroyed by it. */
export function Due() {
  const t = useWords(words)
  const { operation } = useHere()
  if (!operation) return <Notice kind="empty" title={t('protection.due.choose')} />
  return <DueIn key={operation} operation={operation} />
}

function DueIn({ operation }: { operation: string }) {
  const t = useWords(words)
  const f = useFormats()
  const [after, setAfter] = useState<string>()
  const due = protection.useAnswer('listDue', { operation, after })
  return (
    <Answer of={due}>
      {(page) => (
        <Stack gap={3}>
          <Table
            rows={page.due}
            rowKey={(one) => `${one.file} ${one.data}`}
            empty={<Notice kind="empty" title={t('protection.due.none')} />}
            columns={[
              { key: 'who', label: t('protection.who'), cell: (one) => <FileLink file={one.file} /> },
              {
                key: 'what',
                label: t('protection.what'),
                cell: (one) => t(`data.${one.data}` as 'data.dna'),
              },
              { key: 'since', label: t('protection.due.since'), cell: (one) => f.date(one.since) },
              { key: 'due', label: t('protection.due.at'), cell: (one) => f.date(one.due) },
              {
                key: 'state',
                label: t('protection.state'),
                cell: (one) => (
                  <>
                    {one.held ? <Badge kind="problem">{t('protection.due.held')}</Badge> : null}{' '}
                    {one.verified ? null : <Badge kind="muted">{t('protection.period.unverified')}</Badge>}
                  </>
                ),
              },
            ]}
          />
          {page.next ? (
            <Button kind="quiet" onPress={() => setAfter(page.next ?? undefined)}>
              {t('protection.due.more')}
            </Button>
          ) : null}
        </Stack>
      )}
    </Answer>
  )
}
