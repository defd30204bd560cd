import { useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { Button, Notice, Page, PageHeader, Row, TextField, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing } from './asking.ts'
import './tracing.css'

export function StageScreen() {
  const t = useWords(words)
  const [number, setNumber] = useState('')
  const [secret, setSecret] = useState('')
  const see = tracing.useDoing('seeStage')
  const field = (key: string) => ({ error: fieldSentence(see.error, key), direction: 'ltr' as const })
  return (
    <Page>
      <PageHeader title={t('tracing.stage.title')} line={t('tracing.stage.lead')} />
      <form
        className="stack tracing-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          see.mutate({ number, secret })
        }}
      >
        <TextField
          {...field('number')}
          label={t('tracing.thanks.number')}
          value={number}
          onChange={setNumber}
          placeholder="S-0000-0000"
        />
        <TextField
          {...field('secret')}
          label={t('tracing.thanks.secret')}
          value={secret}
          onChange={setSecret}
        />
        <Row>
          <Button type="submit" pending={see.isPending} isDisabled={!number.trim() || !secret.trim()}>
            {t('tracing.stage.look')}
          </Button>
        </Row>
      </form>
      <No problem={see.error} />
      {see.data ? (
        <Notice kind={see.data.stage === 'closed' ? 'empty' : 'done'} title={see.data.sentence}>
          <p>{see.data.next}</p>
        </Notice>
      ) : null}
    </Page>
  )
}
