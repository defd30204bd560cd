import { useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { Button, Dialog, Notice, Row, Stack, TextField, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { ReachFields, type Reaching } from './AskYou.tsx'
import { type OneRequest, tracing } from './asking.ts'

type Props = { request: OneRequest; open: boolean; onClose: () => void }

export function ReachDialog({ request, open, onClose }: Props) {
  const t = useWords(words)
  return (
    <Dialog open={open} onClose={onClose} title={t('tracing.reach.title')}>
      <ReachForm request={request} onClose={onClose} />
    </Dialog>
  )
}

function ReachForm({ request, onClose }: Omit<Props, 'open'>) {
  const t = useWords(words)
  const before = request.requester
  const [contact, setContact] = useState(before.contact)
  const [reach, setReach] = useState<Reaching>({
    ...{ channel: before.channel ?? 'self', through: before.through ?? '' },
    inCustody: before.inCustody ?? false,
  })
  const change = tracing.useDoing('changeReach')
  const send = () =>
    change.mutate(
      { request: request.id, reach: { ...reach, contact, through: reach.through.trim() || undefined } },
      { onSuccess: onClose },
    )
  return (
    <Stack>
      <TextField
        label={t('tracing.ask.contact')}
        help={t('tracing.ask.contactHint')}
        value={contact}
        onChange={setContact}
        error={fieldSentence(change.error, 'reach.contact')}
      />
      <ReachFields {...{ reach, problem: change.error, under: 'reach' }} onChange={setReach} />
      {change.error?.no.kind === 'invalid' ? (
        <Notice kind="invalid" title={change.error.no.sentence} />
      ) : (
        <No problem={change.error} />
      )}
      <Row>
        <Button onPress={send} pending={change.isPending}>
          {t('tracing.queue.save')}
        </Button>
      </Row>
    </Stack>
  )
}
