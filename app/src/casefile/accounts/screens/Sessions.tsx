import { Badge } from '../../../design/components/Badge.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Card } from '../../../design/components/layout.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { No } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import type { Mine } from './Account.tsx'

const accounts = asking<typeof operations>('accounts')
type Session = Mine['sessions'][number]

/** Where I am signed in, and how to end it. */
export function Sessions({ sessions, most }: { sessions: Session[]; most: number }) {
  const t = useWords(words)
  const f = useFormats()
  const end = accounts.useDoing('endSession')
  const endOthers = accounts.useDoing('endSessionsElsewhere')
  const ended = { onSuccess: () => showToast(t('accounts.session.ended')) }
  const deviceOf = (one: Session) => one.device || t('accounts.session.unknown')
  return (
    <Card title={t('accounts.sessions')}>
      <p className="soft">{t('accounts.sessions.line', { most })}</p>
      <Table
        rows={sessions}
        rowKey={(one) => one.id}
        columns={[
          { key: 'device', label: t('accounts.session.device'), cell: (one) => <bdi>{deviceOf(one)}</bdi> },
          { key: 'how', label: t('accounts.session.how'), cell: (one) => t(`accounts.way.${one.how}`) },
          { key: 'began', label: t('accounts.session.began'), cell: (one) => f.dateTime(one.began) },
          { key: 'seen', label: t('accounts.session.seen'), cell: (one) => f.dateTime(one.seen) },
          {
            key: 'address',
            label: t('accounts.session.address'),
            cell: (one) => <bdi dir="ltr">{one.address}</bdi>,
          },
          {
            key: 'end',
            label: t('accounts.actions'),
            cell: (one) =>
              one.here ? (
                <Badge kind="ok">{t('accounts.session.here')}</Badge>
              ) : (
                <Button
                  kind="bare"
                  aria-label={t('accounts.session.end-which', { device: deviceOf(one) })}
                  onPress={() => end.mutate({ session: one.id }, ended)}
                >
                  {t('accounts.session.end')}
                </Button>
              ),
          },
        ]}
      />
      <No problem={end.error ?? endOthers.error} />
      {sessions.length > 1 ? (
        <div>
          <Button kind="quiet" pending={endOthers.isPending} onPress={() => endOthers.mutate({}, ended)}>
            {t('accounts.session.end-others')}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
