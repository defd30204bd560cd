import { type FormEvent, useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { FileField } from '../../../design/components/FileField.tsx'
import { Card, Columns, Stack } from '../../../design/components/layout.tsx'
import { TextField } from '../../../design/components/TextField.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { parseVerifier } from '../core/note.ts'
import { words } from '../words.ts'
import { type Answered, checkFiles } from './checking.ts'
import { Outcome } from './Outcome.tsx'

const PROOF_BYTES = 1_000_000
/** A phone reads this much in a few seconds; nothing is sent, so no server sets the limit. */
const PAPER_BYTES = 200_000_000

/** `published`: the keys this server names; a key that was typed in takes their place. */
export function CheckForm({ published }: { published: string[] }) {
  const t = useWords(words)
  const [proof, setProof] = useState<File>()
  const [paper, setPaper] = useState<File>()
  const [key, setKey] = useState('')
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answered>()
  const own = key.trim()
  const error = own && !parseVerifier(own) ? t('log.key-wrong') : undefined
  // Another file or key is another question: an answer to the old one must not stand beside it.
  const forget =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setAnswer(undefined)
      set(value)
    }
  const check = async (event: FormEvent) => {
    event.preventDefault()
    if (!proof || error) return
    setBusy(true)
    setAnswer(await checkFiles(proof, paper, own ? [own] : published))
    setBusy(false)
  }
  return (
    <Card title={t('log.choose')}>
      <form onSubmit={(event) => void check(event)}>
        <Stack gap={4}>
          <Columns least={18}>
            <FileField
              {...{ label: t('log.paper-file'), help: t('log.paper-help'), limit: PAPER_BYTES }}
              {...{ value: paper, onChange: forget(setPaper) }}
            />
            <FileField
              {...{ label: t('log.proof-file'), help: t('log.proof-help'), limit: PROOF_BYTES }}
              {...{ value: proof, onChange: forget(setProof) }}
            />
          </Columns>
          <TextField
            {...{ label: t('log.key'), help: t('log.key-help'), error, optional: true }}
            {...{ value: key, onChange: forget(setKey), direction: 'ltr' }}
          />
          <div>
            <Button type="submit" pending={busy} isDisabled={!proof || error !== undefined}>
              {t(busy ? 'log.checking' : 'log.check')}
            </Button>
          </div>
          {answer ? <Outcome answer={answer} hasPaper={paper !== undefined} /> : null}
        </Stack>
      </form>
    </Card>
  )
}
