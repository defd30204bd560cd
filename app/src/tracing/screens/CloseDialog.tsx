import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button, Dialog, RadioGroup, Row, Stack, TextArea, useWords } from '../../design/kit.ts'
import { closings } from '../model.ts'
import { words } from '../words.ts'
import { type ListedRequest, tracing } from './asking.ts'

type Why = (typeof closings)[number]

export function CloseDialog({
  request,
  onClose,
}: {
  request: ListedRequest | undefined
  onClose: () => void
}) {
  const t = useWords(words)
  return (
    <Dialog open={request !== undefined} onClose={onClose} title={t('tracing.requests.why')}>
      {request ? <CloseForm request={request} onClose={onClose} /> : null}
    </Dialog>
  )
}

function CloseForm({ request, onClose }: { request: ListedRequest; onClose: () => void }) {
  const t = useWords(words)
  const [why, setWhy] = useState<Why>()
  const [note, setNote] = useState('')
  const close = tracing.useDoing('closeRequest')
  const send = (reason: Why) =>
    close.mutate(
      { request: request.id, seen: request.version, why: reason, note: note.trim() || undefined },
      { onSuccess: onClose },
    )
  return (
    <Stack>
      <p>
        <bdi>{request.requester.name}</bdi> · <bdi dir="ltr">{request.number}</bdi>
      </p>
      <RadioGroup
        label={t('tracing.requests.why')}
        options={closings.map((key) => ({ key, label: t(`tracing.closing.${key}`) }))}
        value={why}
        onChange={setWhy}
      />
      <TextArea label={t('tracing.requests.note')} value={note} onChange={setNote} rows={2} optional />
      <No problem={close.error} />
      <Row>
        <Button onPress={() => why && send(why)} pending={close.isPending} isDisabled={!why}>
          {t('tracing.requests.close')}
        </Button>
      </Row>
    </Stack>
  )
}
