import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import {
  Badge,
  Button,
  Dialog,
  Link,
  RadioGroup,
  Row,
  Stack,
  useFormats,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { type ListedWork, tracing, type WaitingWork } from './asking.ts'
import { PutOffDialog } from './QueuePutOff.tsx'

/** How long it waits, how long is usual, and whether that is too long. */
export function QueueTiming({ one }: { one: WaitingWork }) {
  const t = useWords(words)
  const f = useFormats()
  return (
    <p className="tracing-timing small">
      {one.isLate ? <Badge kind="problem">{t('tracing.queue.isLate')}</Badge> : null}
      {one.putOffUntil ? (
        <Badge kind="muted">{t('tracing.queue.isPutOff', { day: f.date(one.putOffUntil) })}</Badge>
      ) : null}
      <span className="soft">
        {t('tracing.queue.waits', { n: one.waitingDays })} ·{' '}
        {t('tracing.queue.allowed', { n: one.allowedDays })}
      </span>
    </p>
  )
}

type ItemProps = { own: WaitingWork[]; colleagues: ListedWork['colleagues'] }

/** One request and everything that waits on it, the most urgent first; on a phone a card under a card. */
export function QueueItem({ own, colleagues }: ItemProps) {
  const t = useWords(words)
  const { actor } = useHere()
  const { request, number, requester, sought, owner } = own[0]!
  return (
    <li className="tracing-work" data-late={own.some((one) => one.isLate) || undefined}>
      <div className="tracing-work-who">
        <h3>
          <Link href={`/tracing/requests/${request}`}>
            <bdi>{requester.name}</bdi>
          </Link>{' '}
          <span className="soft">
            <bdi>{requester.relation}</bdi>
          </span>
        </h3>
        <p>
          {t('tracing.queue.about')}: <bdi>{sought.join(' · ')}</bdi>
        </p>
        <p className="soft small">
          <bdi dir="ltr" className="tracing-number">
            {number}
          </bdi>{' '}
          · {t('tracing.queue.owner')}:{' '}
          <bdi>
            {owner?.id === actor?.id ? t('tracing.queue.me') : (owner?.name ?? t('tracing.queue.nobody'))}
          </bdi>
        </p>
        <Row>
          <Taking request={request} isFree={!owner} />
          <HandOver request={request} owner={owner?.id ?? null} colleagues={colleagues} />
        </Row>
      </div>
      <ul className="tracing-works-of">
        {own.map((one) => (
          <QueueWork key={`${one.work} ${one.other?.request}`} one={one} />
        ))}
      </ul>
    </li>
  )
}

function QueueWork({ one }: { one: WaitingWork }) {
  const t = useWords(words)
  const [puttingOff, setPuttingOff] = useState(false)
  return (
    <li>
      <div>
        <strong>{t(`tracing.work.${one.work}`, { n: one.n })}</strong>
        {one.other ? (
          <p className="soft small">
            {t('tracing.queue.with', { name: one.other.requester, number: one.other.number })}
          </p>
        ) : null}
        <QueueTiming one={one} />
      </div>
      <Button kind="bare" onPress={() => setPuttingOff(true)}>
        {t('tracing.queue.putOff')}
      </Button>
      <PutOffDialog one={puttingOff ? one : undefined} onClose={() => setPuttingOff(false)} />
    </li>
  )
}

export function Taking({ request, isFree }: { request: string; isFree: boolean }) {
  const t = useWords(words)
  const take = tracing.useDoing('takeWork')
  if (!isFree) return null
  return (
    <>
      <Button kind="quiet" onPress={() => take.mutate({ request })} pending={take.isPending}>
        {t('tracing.queue.take')}
      </Button>
      <No problem={take.error} />
    </>
  )
}

const NOBODY = 'nobody'
type HandOverProps = { request: string; owner: string | null; colleagues: ListedWork['colleagues'] }

export function HandOver({ request, owner, colleagues }: HandOverProps) {
  const t = useWords(words)
  const { actor } = useHere()
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState<string>()
  const give = tracing.useDoing('handOverWork')
  const mayGive = owner === null || owner === actor?.id || actor?.profession === 'coordinator'
  const others = colleagues.filter((one) => one.id !== owner)
  if (!mayGive || others.length === 0) return null
  const options = [
    ...others.map((one) => ({ key: one.id, label: one.name })),
    ...(owner ? [{ key: NOBODY, label: t('tracing.queue.giveBack') }] : []),
  ]
  const send = (chosen: string) =>
    give.mutate({ request, to: chosen === NOBODY ? null : chosen }, { onSuccess: () => setOpen(false) })
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('tracing.queue.handOver')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('tracing.queue.handOver')}>
        <Stack>
          <RadioGroup label={t('tracing.queue.handOverTo')} options={options} value={to} onChange={setTo} />
          <No problem={give.error} />
          <Row>
            <Button onPress={() => to && send(to)} pending={give.isPending} isDisabled={!to}>
              {t('tracing.queue.handOver')}
            </Button>
          </Row>
        </Stack>
      </Dialog>
    </>
  )
}
