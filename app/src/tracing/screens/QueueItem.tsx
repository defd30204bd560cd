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

type ItemProps = { one: WaitingWork; colleagues: ListedWork['colleagues'] }

/** One thing that waits, as a row or, on a phone, a card: what to do, for whom, since when, whose. */
export function QueueItem({ one, colleagues }: ItemProps) {
  const t = useWords(words)
  const { actor } = useHere()
  const [puttingOff, setPuttingOff] = useState(false)
  const isMine = one.owner?.id === actor?.id
  return (
    <li className="tracing-work" data-late={one.isLate || undefined}>
      <div>
        <h3>
          <Link href={`/tracing/requests/${one.request}`}>{t(`tracing.work.${one.work}`, { n: one.n })}</Link>
        </h3>
        <p>
          <bdi>{one.requester.name}</bdi> · <bdi>{one.requester.relation}</bdi>{' '}
          <span className="soft">
            {t('tracing.queue.about')}: <bdi>{one.sought.join(' · ')}</bdi>
          </span>
        </p>
        {one.other ? (
          <p className="soft small">
            {t('tracing.queue.with', { name: one.other.requester, number: one.other.number })}
          </p>
        ) : null}
        <QueueTiming one={one} />
        <p className="soft small">
          <bdi dir="ltr" className="tracing-number">
            {one.number}
          </bdi>{' '}
          · {t('tracing.queue.owner')}:{' '}
          <bdi>{isMine ? t('tracing.queue.me') : (one.owner?.name ?? t('tracing.queue.nobody'))}</bdi>
        </p>
      </div>
      <Row>
        <Taking request={one.request} isFree={!one.owner} />
        <HandOver request={one.request} owner={one.owner?.id ?? null} colleagues={colleagues} />
        <Button kind="quiet" onPress={() => setPuttingOff(true)}>
          {t('tracing.queue.putOff')}
        </Button>
      </Row>
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
      <Button onPress={() => take.mutate({ request })} pending={take.isPending}>
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
