import { useState } from 'react'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import {
  Badge,
  type BadgeKind,
  Button,
  ButtonLink,
  Link,
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
import './requests.css'
import './tracing.css'

export const stageBadges: Record<ListedRequest['stage'], BadgeKind> = {
  received: 'waiting',
  searching: 'muted',
  contact: 'waiting',
  proving: 'muted',
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
  const write = <ButtonLink href="/tracing/requests/new">{t('tracing.request.write')}</ButtonLink>
  if (requests.length === 0)
    return (
      <Notice kind="empty" title={t('tracing.requests.none')} actions={write}>
        <p>{t('tracing.requests.noneHint')}</p>
      </Notice>
    )
  const take = (one: ListedRequest) => accept.mutate({ request: one.id, seen: one.version })
  return (
    <>
      <PageHeader
        title={t('tracing.requests.headline', { all: requests.length, unread })}
        actions={
          <>
            {write}
            <ButtonLink kind="quiet" href="/tracing/queue">
              {t('tracing.queue.title')}
            </ButtonLink>
          </>
        }
      />
      <No problem={accept.error} />
      <Table
        rows={requests}
        rowKey={(one) => one.id}
        columns={[
          { key: 'number', label: t('tracing.requests.number'), cell: (one) => <NumberLink one={one} /> },
          { key: 'who', label: t('tracing.about.requester'), cell: (one) => <Requester one={one} /> },
          { key: 'sought', label: t('tracing.requests.sought'), cell: (one) => <SoughtPeople one={one} /> },
          { key: 'stage', label: t('tracing.requests.stage'), cell: (one) => <Stage one={one} /> },
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

function NumberLink({ one }: { one: ListedRequest }) {
  return (
    <Link href={`/tracing/requests/${one.id}`}>
      <bdi dir="ltr" className="tracing-number">
        {one.number}
      </bdi>
    </Link>
  )
}

function Stage({ one }: { one: ListedRequest }) {
  const t = useWords(words)
  return (
    <div className="tracing-badges">
      <Badge kind={stageBadges[one.stage]}>{t(`tracing.desk.${one.stage}`)}</Badge>
      {one.newNotes ? <Badge kind="waiting">{t('tracing.notes.newCount', { n: one.newNotes })}</Badge> : null}
      {one.isIdentified || one.stage === 'received' || one.stage === 'closed' ? null : (
        <Badge kind="waiting">{t('tracing.identity.unknown')}</Badge>
      )}
    </div>
  )
}

function Requester({ one: { requester } }: { one: ListedRequest }) {
  return (
    <>
      <bdi>{requester.name}</bdi> · <bdi>{requester.relation}</bdi>
      <Reached requester={requester} />
    </>
  )
}

/** The way to the requester. Somebody in custody has no telephone to be called on: only who stands between is shown. */
export function Reached({ requester }: { requester: ListedRequest['requester'] }) {
  const t = useWords(words)
  const { inCustody, through, channel, contact, place } = requester
  if (inCustody)
    return (
      <div className="tracing-custody small">{t('tracing.reach.custody', { who: through ?? contact })}</div>
    )
  const between = through && channel ? `${t(`tracing.channel.${channel}`)}: ${through}` : undefined
  return (
    <div className="soft small">
      {[between, contact, place]
        .filter((one) => one !== undefined)
        .map((one, n) => (
          <span key={one}>
            {n ? ' · ' : null}
            <bdi>{one}</bdi>
          </span>
        ))}
    </div>
  )
}

function SoughtPeople({ one }: { one: ListedRequest }) {
  const t = useWords(words)
  const f = useFormats()
  return (
    <ul className="tracing-plain">
      {one.sought.map((sought) => (
        <li key={sought.name}>
          <bdi>{sought.name}</bdi>{' '}
          <bdi className="soft small">{bornIn(sought.birth, f.date) ?? t('tracing.about.unknown')}</bdi>
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
