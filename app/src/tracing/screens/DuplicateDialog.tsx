import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Button, Dialog, Row, Stack, showToast, TextArea, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing } from './asking.ts'
import { DuplicateJoin } from './DuplicateJoin.tsx'
import type { Apart, Pair } from './duplicates.ts'

export type Deciding = { what: 'join' | 'apart'; pair: Pair } | { what: 'doubt'; pair: Apart }

const titles = {
  join: 'tracing.duplicates.join.ask',
  apart: 'tracing.duplicates.apart.ask',
  doubt: 'tracing.duplicates.apart.back.ask',
} as const

export function DuplicateDialog({
  deciding,
  onClose,
}: {
  deciding: Deciding | undefined
  onClose: () => void
}) {
  const t = useWords(words)
  return (
    <Dialog
      open={deciding !== undefined}
      onClose={onClose}
      wide={deciding?.what === 'join'}
      title={t(titles[deciding?.what ?? 'join'])}
    >
      {deciding?.what === 'join' ? <DuplicateJoin pair={deciding.pair} onClose={onClose} /> : null}
      {deciding?.what === 'apart' ? <ApartForm pair={deciding.pair} onClose={onClose} /> : null}
      {deciding?.what === 'doubt' ? <DoubtForm pair={deciding.pair} onClose={onClose} /> : null}
    </Dialog>
  )
}

function ApartForm({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const tell = tracing.useDoing('tellApart')
  const onSuccess = () => {
    showToast(t('tracing.duplicates.apart.done'))
    onClose()
  }
  const send = () => tell.mutate({ a: pair.a.id, b: pair.b.id, reason, seen: pair.version }, { onSuccess })
  return (
    <Stack>
      <p>
        <PersonName names={pair.a.description.names} /> · <PersonName names={pair.b.description.names} />
      </p>
      <p>{t('tracing.duplicates.apart.means')}</p>
      <TextArea label={t('tracing.duplicates.reason')} value={reason} onChange={setReason} rows={3} />
      <No problem={tell.error} />
      <Row>
        <Button onPress={send} pending={tell.isPending} isDisabled={!reason.trim()}>
          {t('tracing.duplicates.apart.do')}
        </Button>
      </Row>
    </Stack>
  )
}

function DoubtForm({ pair, onClose }: { pair: Apart; onClose: () => void }) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const doubt = tracing.useDoing('doubtApart')
  const send = () => doubt.mutate({ a: pair.a.id, b: pair.b.id, reason }, { onSuccess: onClose })
  return (
    <Stack>
      <p>
        <PersonName names={pair.a.names} /> · <PersonName names={pair.b.names} />
      </p>
      <p>{t('tracing.duplicates.apart.back.means')}</p>
      <TextArea label={t('tracing.duplicates.reason')} value={reason} onChange={setReason} rows={3} />
      <No problem={doubt.error} />
      <Row>
        <Button onPress={send} pending={doubt.isPending} isDisabled={!reason.trim()}>
          {t('tracing.duplicates.apart.back')}
        </Button>
      </Row>
    </Stack>
  )
}
