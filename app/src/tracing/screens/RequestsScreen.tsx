import { useState } from 'react'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import {
  Badge,
  type BadgeKind,
  Button,
  Notice,
  Page,
  PageHeader,
  Row,
  Table,
  useFormats,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { bornIn, type ListedRequest, tracing } from './asking.ts'
import { CloseDialog } from './CloseDialog.tsx'
import './tracing.css'

const badges: Record<ListedRequest['stage'], BadgeKind> = {
  received: 'waiting',
  searching: 'muted',
  contact: 'waiting',
  closed: 'ok',
}

export function RequestsScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  const answer = tracing.useAnswer('listRequests', operation ? { operation } : undefined)
  return (
    <Page>
      {operation ? (
        <Answer of={answer}>{({ requests }) => <Requests requests={requests} />}</Answer>
      ) : (
        <Notice kind="empty" title={t('tracing.noOperation')} />
      )}
    </Page>
  )
}

function Requests({ requests }: { requests: ListedRequest[] }) {
  const t = useWords(words)
  const [closing, setClosing] = useState<ListedRequest>()
  const accept = tracing.useDoing('acceptRequest')
  const unread = requests.filter((one) => one.stage === 'received').length
  if (requests.length === 0)
    return (
      <Notice kind="empty" title={t('tracing.requests.none')}>
        <p>{t('tracing.requests.noneHint')}</p>
      </Notice>
    )
  const take = (one: ListedRequest) => accept.mutate({ request: one.id, seen: one.version })
  return (
    <>
      <PageHeader title={t('tracing.requests.headline', { all: requests.length, unread })} />
      <No problem={accept.error} />
      <Table
        rows={requests}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'number',
            label: t('tracing.requests.number'),
            cell: (one) => (
              <bdi dir="ltr" className="tracing-number">
                {one.number}
              </bdi>
            ),
          },
          { key: 'who', label: t('tracing.about.requester'), cell: (one) => <Requester one={one} /> },
          { key: 'sought', label: t('tracing.requests.sought'), cell: (one) => <SoughtChildren one={one} /> },
          {
            key: 'stage',
            label: t('tracing.requests.stage'),
            cell: (one) => <Badge kind={badges[one.stage]}>{t(`tracing.desk.${one.stage}`)}</Badge>,
          },
          {
            key: 'days',
            label: t('tracing.requests.waits'),
            cell: (one) => t('tracing.requests.days', { n: one.waitingDays }),
          },
          {
            key: 'do',
            label: t('tracing.requests.do'),
            cell: (one) => (
              <Actions
                one={one}
                pending={accept.isPending}
                onAccept={() => take(one)}
                onClose={() => setClosing(one)}
              />
            ),
          },
        ]}
      />
      <CloseDialog request={closing} onClose={() => setClosing(undefined)} />
    </>
  )
}

function Requester({ one: { requester } }: { one: ListedRequest }) {
  return (
    <>
      <bdi>{requester.name}</bdi> · <bdi>{requester.relation}</bdi>
      <div className="soft small">
        <bdi>{requester.contact}</bdi>
        {requester.place ? (
          <>
            {' · '}
            <bdi>{requester.place}</bdi>
          </>
        ) : null}
      </div>
    </>
  )
}

function SoughtChildren({ one }: { one: ListedRequest }) {
  const t = useWords(words)
  const f = useFormats()
  return (
    <ul className="tracing-plain">
      {one.sought.map((sought) => (
        <li key={sought.name}>
          <bdi>{sought.name}</bdi>{' '}
          <bdi className="soft small">{bornIn(sought.birth, f.date) ?? t('tracing.reason.age-unknown')}</bdi>
        </li>
      ))}
    </ul>
  )
}

type ActionsProps = { one: ListedRequest; pending: boolean; onAccept: () => void; onClose: () => void }

function Actions({ one, pending, onAccept, onClose }: ActionsProps) {
  const t = useWords(words)
  const isOpen = one.stage !== 'closed'
  return (
    <Row>
      {one.stage === 'received' || !isOpen ? (
        <Button kind={isOpen ? 'primary' : 'quiet'} onPress={onAccept} pending={pending}>
          {t('tracing.requests.accept')}
        </Button>
      ) : null}
      {isOpen ? (
        <Button kind="quiet" onPress={onClose}>
          {t('tracing.requests.close')}
        </Button>
      ) : null}
    </Row>
  )
}
