import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button, Dialog, Row, Stack, showToast, TextArea, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type Candidate, tracing } from './asking.ts'

export type Deciding = { candidate: Candidate; choice: 'confirmed' | 'rejected' }

export function DecisionDialog({
  deciding,
  onClose,
}: {
  deciding: Deciding | undefined
  onClose: () => void
}) {
  const t = useWords(words)
  const isConfirming = deciding?.choice === 'confirmed'
  return (
    <Dialog
      open={deciding !== undefined}
      onClose={onClose}
      title={t(isConfirming ? 'tracing.candidates.confirmAsk' : 'tracing.candidates.rejectAsk')}
    >
      {deciding ? <DecisionForm deciding={deciding} onClose={onClose} /> : null}
    </Dialog>
  )
}

function DecisionForm({ deciding, onClose }: { deciding: Deciding; onClose: () => void }) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const decide = tracing.useDoing('decideCandidate')
  const { candidate, choice } = deciding
  const { child, relative, sought, version } = candidate
  const send = () =>
    decide.mutate(
      { child, relative, sought, choice, reason, seen: version },
      {
        onSuccess: () => {
          showToast(t('tracing.candidates.decided'))
          onClose()
        },
      },
    )
  const isConfirming = choice === 'confirmed'
  return (
    <Stack>
      <p>
        <bdi>{candidate.request.sought.name}</bdi> · <bdi>{Object.values(candidate.listed.names)[0]}</bdi>
      </p>
      <p>{t(isConfirming ? 'tracing.candidates.confirmMeans' : 'tracing.candidates.rejectMeans')}</p>
      <TextArea label={t('tracing.candidates.reason')} value={reason} onChange={setReason} rows={3} />
      <No problem={decide.error} />
      <Row>
        <Button onPress={send} pending={decide.isPending} isDisabled={!reason.trim()}>
          {t(isConfirming ? 'tracing.candidates.confirm' : 'tracing.candidates.reject')}
        </Button>
      </Row>
    </Stack>
  )
}
