import { useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { Button, DateField, Row, Stack, showToast, TextArea, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { clearance } from './asking.ts'
import type { Chosen } from './RequirementDialog.tsx'

type Props = { chosen: Chosen; version: number }

/** Whom we asked and since when: so that nobody asks twice and nobody forgets to ask again. */
export function AskedForm({ chosen: { child, requirement }, version }: Props) {
  const t = useWords(words)
  const note = clearance.useDoing('noteWait')
  const [since, setSince] = useState<string>()
  const [text, setText] = useState('')
  const save = () => {
    if (!since) return
    const done = () => {
      setText('')
      showToast(t('clearance.saved'))
    }
    note.mutate({ child, requirement, seen: version, since, note: text }, { onSuccess: done })
  }
  return (
    <details>
      <summary>{t('clearance.noteWait')}</summary>
      <Stack gap={3}>
        <DateField
          label={t('clearance.since')}
          value={since}
          onChange={setSince}
          error={fieldSentence(note.error, 'since')}
        />
        <TextArea label={t('clearance.note')} value={text} onChange={setText} rows={2} />
        <No problem={note.error} />
        <Row>
          <Button kind="quiet" onPress={save} pending={note.isPending} isDisabled={!since || !text.trim()}>
            {t('clearance.save')}
          </Button>
        </Row>
      </Stack>
    </details>
  )
}

export function WithdrawForm({ chosen: { child, requirement }, version }: Props) {
  const t = useWords(words)
  const withdraw = clearance.useDoing('withdrawRequirement')
  const [reason, setReason] = useState('')
  const done = { onSuccess: () => showToast(t('clearance.saved')) }
  const save = () => withdraw.mutate({ child, requirement, seen: version, reason }, done)
  return (
    <details>
      <summary>{t('clearance.withdraw')}</summary>
      <Stack gap={3}>
        <TextArea label={t('clearance.reason')} value={reason} onChange={setReason} rows={2} />
        <No problem={withdraw.error} />
        <Row>
          <Button kind="danger" onPress={save} pending={withdraw.isPending} isDisabled={!reason.trim()}>
            {t('clearance.withdraw')}
          </Button>
        </Row>
      </Stack>
    </details>
  )
}
