import { useEffect, useRef, useState } from 'react'
import type { Names } from '../../casefile/model.ts'
import { No } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Button, Dialog, Row, Stack, showToast, TextArea, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing } from './asking.ts'

/** What is about to be decided on a pair: `seen` is the state the person looked at. */
export type Deciding = {
  choice: 'confirmed' | 'rejected' | 'withdrawn'
  pair: { child: string; relative: string; sought: number }
  asked: string
  listed: Names
  seen?: number
}

type Closing = { onClose: () => void; onDone?: (deciding: Deciding) => void }

export function DecisionDialog({ deciding, onClose, onDone }: Closing & { deciding: Deciding | undefined }) {
  const t = useWords(words)
  return (
    <Dialog
      open={deciding !== undefined}
      onClose={onClose}
      title={t(`tracing.decide.${deciding?.choice ?? 'confirmed'}.ask`)}
    >
      {deciding ? <DecisionForm deciding={deciding} onClose={onClose} onDone={onDone} /> : null}
    </Dialog>
  )
}

function DecisionForm({ deciding, onClose, onDone }: Closing & { deciding: Deciding }) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const decide = tracing.useDoing('decideCandidate')
  const withdraw = tracing.useDoing('withdrawDecision')
  const { pair, choice, seen } = deciding
  const done = {
    onSuccess: () => {
      showToast(t('tracing.candidates.decided'))
      onDone?.(deciding)
      onClose()
    },
  }
  const send = () =>
    choice === 'withdrawn'
      ? withdraw.mutate({ ...pair, reason }, done)
      : decide.mutate({ ...pair, choice, reason, seen }, done)
  // Who works by keyboard writes the reason at once.
  const field = useRef<HTMLDivElement>(null)
  useEffect(() => field.current?.querySelector('textarea')?.focus(), [])
  return (
    <Stack>
      <p>
        <bdi>{deciding.asked}</bdi> · <PersonName names={deciding.listed} />
      </p>
      <p>{t(`tracing.decide.${choice}.means`)}</p>
      <div ref={field}>
        <TextArea label={t('tracing.candidates.reason')} value={reason} onChange={setReason} rows={3} />
      </div>
      <No problem={decide.error ?? withdraw.error} />
      <Row>
        <Button onPress={send} pending={decide.isPending || withdraw.isPending} isDisabled={!reason.trim()}>
          {t(`tracing.decide.${choice}`)}
        </Button>
      </Row>
    </Stack>
  )
}
