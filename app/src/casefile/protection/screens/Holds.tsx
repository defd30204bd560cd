import { Button } from '../../../design/components/Button.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { Answer, No } from '../../screens/Answer.tsx'
import { words } from '../words.ts'
import { protection } from './asking.ts'
import { FileLink } from './FileLink.tsx'

/** The holds that stand, and lifting one when its reason has ended. */
export function Holds() {
  const t = useWords(words)
  const f = useFormats()
  const holds = protection.useAnswer('listHolds', {})
  const lift = protection.useDoing('liftHold')
  return (
    <Answer of={holds}>
      {({ holds: rows }) => (
        <>
          <No problem={lift.error} />
          <Table
            rows={rows}
            rowKey={(one) => `${one.file} ${one.because}`}
            empty={<Notice kind="empty" title={t('protection.holds.none')} />}
            columns={[
              { key: 'who', label: t('protection.who'), cell: (one) => <FileLink file={one.file} /> },
              {
                key: 'why',
                label: t('protection.hold.why'),
                cell: (one) => t(`protection.hold.${one.because}`),
              },
              { key: 'since', label: t('protection.hold.since'), cell: (one) => f.date(one.since) },
              {
                key: 'do',
                label: '',
                cell: ({ file, because }) => (
                  <Button kind="quiet" onPress={() => lift.mutate({ file, because, why: 'ended' })}>
                    {t('protection.hold.lift')}
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
    </Answer>
  )
}
