import { useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { Button, DateField, Dialog, Row, Stack, TextArea, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing, type WaitingWork } from './asking.ts'

type Props = { one: WaitingWork | undefined; onClose: () => void }

/** It can wait: until which day, and why. */
export function PutOffDialog({ one, onClose }: Props) {
  const t = useWords(words)
  return (
    <Dialog open={one !== undefined} onClose={onClose} title={t('tracing.queue.putOff')}>
      {one ? <PutOffForm one={one} onClose={onClose} /> : null}
    </Dialog>
  )
}

function PutOffForm({ one, onClose }: { one: WaitingWork; onClose: () => void }) {
  const t = useWords(words)
  const [until, setUntil] = useState<string>()
  const [reason, setReason] = useState('')
  const off = tracing.useDoing('putOffWork')
  const send = () =>
    off.mutate({ request: one.request, work: one.work, until: until ?? '', reason }, { onSuccess: onClose })
  return (
    <Stack>
      <p>
        {t(`tracing.work.${one.work}`, { n: one.n })} · <bdi>{one.requester.name}</bdi>
      </p>
      <p>{t('tracing.queue.putOffMeans')}</p>
      <DateField
        label={t('tracing.queue.until')}
        value={until}
        onChange={setUntil}
        error={fieldSentence(off.error, 'until')}
      />
      <TextArea label={t('tracing.queue.reason')} value={reason} onChange={setReason} rows={3} />
      {off.error?.no.kind === 'invalid' ? null : <No problem={off.error} />}
      <Row>
        <Button onPress={send} pending={off.isPending} isDisabled={!until || !reason.trim()}>
          {t('tracing.queue.putOff')}
        </Button>
      </Row>
    </Stack>
  )
}
