import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Card, Row, Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { TextArea, TextField } from '../../../design/components/TextField.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { fieldSentence, No } from '../../screens/Answer.tsx'
import { useHere } from '../../screens/use.tsx'
import { policyOf } from '../rules.ts'
import { words } from '../words.ts'
import { emergency } from './asking.ts'

const LEAST = 20
/** A number alone, or a link that has it in it, as a colleague would send it. */
const numberIn = (text: string): string | undefined =>
  text.toLowerCase().match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/)?.[0]

/** The number of a file and why it must be opened now; what will happen is said before the button. */
export function OpenForm() {
  const t = useWords(words)
  const navigate = useNavigate()
  const { actor } = useHere()
  const { file: linked = '' } = useSearch({ strict: false }) as { file?: string }
  const opening = emergency.useDoing('openInEmergency')
  const [number, setNumber] = useState(linked)
  const [reason, setReason] = useState('')
  const policy = actor ? policyOf(actor.profession) : undefined
  if (!policy) return null
  const file = numberIn(number)
  const send = () =>
    opening.mutate(
      { file: file!, reason },
      {
        onSuccess({ state }) {
          setReason('')
          if (state === 'standing') void navigate({ to: `/children/${file}` })
        },
      },
    )
  return (
    <Card title={t('emergency.open')}>
      <Stack gap={3}>
        <p>{t(policy.second ? 'emergency.second.yes' : 'emergency.second.no')}</p>
        <TextField
          label={t('emergency.number')}
          help={t('emergency.number.help')}
          value={number}
          onChange={setNumber}
          direction="ltr"
          error={number.trim() && !file ? t('emergency.number.wrong') : undefined}
        />
        <TextArea
          label={t('emergency.reason')}
          help={t('emergency.reason.help')}
          value={reason}
          onChange={setReason}
          rows={3}
          error={fieldSentence(opening.error, 'reason')}
        />
        <No problem={opening.error?.no.kind === 'invalid' ? undefined : opening.error} />
        {opening.data?.state === 'waiting' ? <Notice kind="done" title={t('emergency.sent')} /> : null}
        <Row>
          <Button
            kind="primary"
            pending={opening.isPending}
            isDisabled={!file || reason.trim().length < LEAST}
            onPress={send}
          >
            {t(policy.second ? 'emergency.ask' : 'emergency.send')}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
