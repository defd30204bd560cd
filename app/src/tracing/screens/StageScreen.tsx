import { useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import {
  Button,
  Card,
  Notice,
  Page,
  PageHeader,
  Row,
  Stack,
  TextArea,
  TextField,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { type SeenStage, tracing } from './asking.ts'
import './requests.css'
import './tracing.css'

/** For the requester, without an account: large, one thing at a time, nothing but the stage and what comes next. */
export function StageScreen() {
  const t = useWords(words)
  const [number, setNumber] = useState('')
  const [secret, setSecret] = useState('')
  const see = tracing.useDoing('seeStage')
  const field = (key: string) => ({ error: fieldSentence(see.error, key), direction: 'ltr' as const })
  if (see.data)
    return (
      <Page>
        <div className="tracing-large stack">
          <StageAnswer seen={see.data} />
          <AddNote held={{ number, secret }} />
          <Row>
            <Button kind="bare" onPress={() => see.reset()}>
              {t('tracing.stage.another')}
            </Button>
          </Row>
        </div>
      </Page>
    )
  return (
    <Page>
      <div className="tracing-large stack">
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
        {see.error?.no.kind === 'invalid' ? null : <No problem={see.error} />}
      </div>
    </Page>
  )
}

function StageAnswer({ seen }: { seen: SeenStage }) {
  const t = useWords(words)
  return (
    <div role="status" className="stack">
      <PageHeader title={seen.sentence} />
      <dl className="tracing-stage">
        <dt>{t('tracing.stage.nextTitle')}</dt>
        <dd>{seen.next}</dd>
        <dt>{t('tracing.stage.usuallyTitle')}</dt>
        <dd>{seen.usually}</dd>
      </dl>
    </div>
  )
}

function AddNote({ held }: { held: { number: string; secret: string } }) {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const add = tracing.useDoing('addToRequest')
  if (!open)
    return (
      <Stack>
        {add.isSuccess ? <Notice kind="done" title={t('tracing.stage.added')} /> : null}
        <Row>
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t('tracing.stage.add')}
          </Button>
        </Row>
      </Stack>
    )
  const send = () =>
    add.mutate(
      { ...held, note },
      {
        onSuccess: () => {
          setNote('')
          setOpen(false)
        },
      },
    )
  return (
    <Card title={t('tracing.stage.add')}>
      <TextArea
        label={t('tracing.stage.addLabel')}
        help={t('tracing.stage.addHint')}
        value={note}
        onChange={setNote}
        error={fieldSentence(add.error, 'note')}
        rows={5}
      />
      {add.error?.no.kind === 'invalid' ? null : <No problem={add.error} />}
      <Row>
        <Button onPress={send} pending={add.isPending} isDisabled={!note.trim()}>
          {t('tracing.ask.send')}
        </Button>
      </Row>
    </Card>
  )
}
