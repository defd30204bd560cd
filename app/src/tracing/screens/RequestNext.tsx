import { type ReactNode, useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import {
  Button,
  ButtonLink,
  Card,
  DateField,
  Dialog,
  Notice,
  Row,
  Select,
  Stack,
  TextArea,
  useWords,
} from '../../design/kit.ts'
import { type Channel, channels } from '../requester/model.ts'
import { words } from '../words.ts'
import { type OneRequest, tracing, type WaitingWork } from './asking.ts'
import { HandOver, QueueTiming, Taking } from './QueueItem.tsx'
import { PutOffDialog } from './QueuePutOff.tsx'

/** What waits on a request, each with the way to do it; and who looks after it. */
export function RequestNext({ request }: { request: OneRequest }) {
  const t = useWords(words)
  const { waiting, colleagues } = request
  const owner = waiting[0]?.owner
  return (
    <Card title={t('tracing.request.next')} waiting={waiting.some((one) => !one.putOffUntil)}>
      {waiting.length === 0 ? <p className="soft">{t('tracing.request.nothingWaits')}</p> : null}
      <ul className="tracing-next">
        {waiting.map((one) => (
          <li key={`${one.work} ${one.other?.request}`}>
            <strong>{t(`tracing.work.${one.work}`, { n: one.n })}</strong>
            <QueueTiming one={one} />
            <Doing one={one} request={request} />
          </li>
        ))}
      </ul>
      <Row>
        <span className="soft">
          {t('tracing.queue.owner')}: <bdi>{request.owner ?? t('tracing.queue.nobody')}</bdi>
        </span>
        <Taking request={request.id} isFree={!request.owner} />
        <HandOver request={request.id} owner={owner?.id ?? null} colleagues={colleagues} />
      </Row>
    </Card>
  )
}

function Doing({ one, request }: { one: WaitingWork; request: OneRequest }) {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  const [puttingOff, setPuttingOff] = useState(false)
  const accept = tracing.useDoing('acceptRequest')
  const passOn = tracing.useDoing('passOnToProof')
  const actions: Partial<Record<WaitingWork['work'], ReactNode>> = {
    read: (
      <Button
        onPress={() => accept.mutate({ request: request.id, seen: request.version })}
        pending={accept.isPending}
      >
        {t('tracing.requests.accept')}
      </Button>
    ),
    decide: <ButtonLink href="/tracing">{t('tracing.candidates.title')}</ButtonLink>,
    speak: <Button onPress={() => setOpen(true)}>{t('tracing.spoke.record')}</Button>,
    note: <GoTo section="notes">{t('tracing.notes.title')}</GoTo>,
    identify: <GoTo section="identity">{t('tracing.identity.title')}</GoTo>,
    join: <GoTo section="search">{t('tracing.search.title')}</GoTo>,
    dna: (
      <Button onPress={() => passOn.mutate({ request: request.id })} pending={passOn.isPending}>
        {t('tracing.dna.passOn')}
      </Button>
    ),
  }
  return (
    <>
      <Row>
        {actions[one.work]}
        <Button kind="quiet" onPress={() => setPuttingOff(true)}>
          {t('tracing.queue.putOff')}
        </Button>
      </Row>
      <No problem={accept.error ?? passOn.error} />
      <Dialog open={open} onClose={() => setOpen(false)} title={t('tracing.spoke.record')}>
        <SpokeForm request={request} onClose={() => setOpen(false)} />
      </Dialog>
      <PutOffDialog one={puttingOff ? one : undefined} onClose={() => setPuttingOff(false)} />
    </>
  )
}

/** To the part of this page where it is done. */
function GoTo({ section, children }: { section: string; children: string }) {
  const go = () => {
    const part = document.getElementById(`request-${section}`)
    part?.scrollIntoView({ block: 'center' })
    part?.focus({ preventScroll: true })
  }
  return (
    <Button kind="quiet" onPress={go}>
      {children}
    </Button>
  )
}

/** Whoever is in custody is spoken with through somebody: the other ways are not offered. */
const waysTo = (inCustody: boolean | undefined): Channel[] =>
  channels.filter((channel) => !inCustody || (channel !== 'phone' && channel !== 'self'))

function SpokeForm({ request, onClose }: { request: OneRequest; onClose: () => void }) {
  const t = useWords(words)
  const ways = waysTo(request.requester.inCustody)
  const usual = request.requester.channel ?? 'phone'
  const [how, setHow] = useState<Channel>(ways.includes(usual) ? usual : ways[0]!)
  const [on, setOn] = useState<string | undefined>(new Date().toISOString().slice(0, 10))
  const [note, setNote] = useState('')
  const record = tracing.useDoing('recordConversation')
  const send = () =>
    record.mutate(
      { request: request.id, conversation: { how, on: on ?? '', note: note.trim() || undefined } },
      { onSuccess: onClose },
    )
  return (
    <Stack>
      <Select
        label={t('tracing.spoke.how')}
        options={ways.map((key) => ({ key, label: t(`tracing.channel.${key}`) }))}
        value={how}
        onChange={setHow}
      />
      <DateField
        label={t('tracing.spoke.on')}
        value={on}
        onChange={setOn}
        error={fieldSentence(record.error, 'conversation.on')}
      />
      <TextArea label={t('tracing.spoke.note')} optional value={note} onChange={setNote} rows={4} />
      {record.error?.no.kind === 'invalid' ? (
        <Notice kind="invalid" title={record.error.no.sentence} />
      ) : (
        <No problem={record.error} />
      )}
      <Row>
        <Button onPress={send} pending={record.isPending}>
          {t('tracing.queue.save')}
        </Button>
      </Row>
    </Stack>
  )
}
