import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Card } from '../../../design/components/layout.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { Answer } from '../../screens/Answer.tsx'
import { asking, useHere } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'

const accounts = asking<typeof operations>('accounts')
type EventWords = 'event.account.invited'

/** What happened to an account, newest first. */
export function History({ account }: { account: string }) {
  const t = useWords(words)
  const f = useFormats()
  const history = accounts.useAnswer('accountHistory', { account })
  const more = (detail: Record<string, unknown>) =>
    [detail.reason, detail.device]
      .filter((one): one is string => typeof one === 'string' && one !== '')
      .join(' · ')
  return (
    <Answer of={history}>
      {({ entries }) => (
        <Table
          rows={entries.map((entry, at) => ({ ...entry, key: `${at}` }))}
          rowKey={(one) => one.key}
          columns={[
            {
              key: 'what',
              label: t('accounts.history.what'),
              cell: (one) => (
                <>
                  {t(`event.${one.type}` as EventWords)}
                  {more(one.detail) ? (
                    <div className="soft small">
                      <bdi>{more(one.detail)}</bdi>
                    </div>
                  ) : null}
                </>
              ),
            },
            { key: 'when', label: t('accounts.history.when'), cell: (one) => f.dateTime(one.at) },
            {
              key: 'by',
              label: t('accounts.history.by'),
              cell: (one) =>
                one.by ? <bdi>{one.by}</bdi> : one.device === 'machine' ? t('accounts.request.machine') : '—',
            },
          ]}
        />
      )}
    </Answer>
  )
}

export function OwnHistory() {
  const t = useWords(words)
  const { actor } = useHere()
  const [open, setOpen] = useState(false)
  if (!actor) return null
  return (
    <Card title={t('accounts.history')}>
      {open ? (
        <History account={actor.id} />
      ) : (
        <div>
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t('accounts.open')}
          </Button>
        </div>
      )}
    </Card>
  )
}
