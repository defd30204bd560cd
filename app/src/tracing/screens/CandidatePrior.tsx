import { useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { Button, Card, Dialog, Row, Stack, TextField, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing } from './asking.ts'

/** What is counted on before anything is compared, and where the desk says it better. */
export function CandidatePrior({ operation, unlisted }: { operation: string; unlisted: number | null }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  return (
    <Card
      title={t('tracing.prior.title')}
      aside={
        <Button kind="bare" onPress={() => setOpen(true)}>
          {t('tracing.prior.change')}
        </Button>
      }
    >
      <p className="soft">
        {unlisted === null ? t('tracing.prior.unset') : t('tracing.prior.set', { n: unlisted })}
      </p>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('tracing.prior.title')}>
        <PriorForm operation={operation} unlisted={unlisted} onDone={() => setOpen(false)} />
      </Dialog>
    </Card>
  )
}

function PriorForm(props: { operation: string; unlisted: number | null; onDone: () => void }) {
  const { operation, unlisted, onDone } = props
  const t = useWords(words)
  const [written, setWritten] = useState(unlisted === null ? '' : String(unlisted))
  const save = tracing.useDoing('expectUnlisted')
  const text = written.trim()
  const isNumber = /^\d{1,6}$/.test(text)
  const send = () =>
    save.mutate({ operation, unlisted: text === '' ? null : Number(text) }, { onSuccess: onDone })
  return (
    <Stack>
      <TextField
        label={t('tracing.prior.field')}
        help={t('tracing.prior.help')}
        error={fieldSentence(save.error, 'unlisted')}
        value={written}
        onChange={setWritten}
        inputMode="numeric"
        direction="ltr"
      />
      <No problem={save.error} />
      <Row>
        <Button onPress={send} pending={save.isPending} isDisabled={text !== '' && !isNumber}>
          {t('tracing.prior.save')}
        </Button>
      </Row>
    </Stack>
  )
}
