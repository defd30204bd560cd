import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { DateField } from '../../../design/components/DateField.tsx'
import { Card, Columns, Row, Stack } from '../../../design/components/layout.tsx'
import { TextArea, TextField } from '../../../design/components/TextField.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import type { AnswerOf } from '../../asking.ts'
import { Answer, fieldSentence, No } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'

const casefile = asking<typeof operations>('casefile')
type Noted = NonNullable<AnswerOf<typeof operations, 'getCustody'>['custody']>[number]

/** On a relative's page, for consuls and lawyers: where they are held. Nothing at all on a child's. */
export function CustodyPanel({ child: file }: { child: string }) {
  const t = useWords(words)
  const answer = casefile.useAnswer('getCustody', { file })
  return (
    <Answer of={answer}>
      {({ custody }) =>
        custody ? (
          <Card title={t('custody.title')}>
            <Standing last={custody[0]} />
            <p className="soft small">{t('custody.who')}</p>
            <NoteForm relative={file} />
            <ol className="plain">
              {custody.map((one) => (
                <li key={one.at}>
                  <Line one={one} />
                </li>
              ))}
            </ol>
          </Card>
        ) : null
      }
    </Answer>
  )
}

function Standing({ last }: { last: Noted | undefined }) {
  const t = useWords(words)
  if (!last) return <p>{t('custody.none')}</p>
  return <p>{t(last.until ? 'custody.over' : 'custody.now', { place: last.place })}</p>
}

function Line({ one: { place, since, until, note, at, by } }: { one: Noted }) {
  const t = useWords(words)
  const f = useFormats()
  const days = [
    since ? `${t('custody.since')}: ${f.date(since)}` : '',
    until ? `${t('custody.until')}: ${f.date(until)}` : '',
  ].filter(Boolean)
  return (
    <>
      <strong>
        <bdi>{place}</bdi>
      </strong>
      {days.length ? <div>{days.join(' · ')}</div> : null}
      {note ? <p dir="auto">{note}</p> : null}
      <p className="small soft">
        {by ? <bdi>{by}</bdi> : null} · {f.dateTime(at)}
      </p>
    </>
  )
}

function NoteForm({ relative }: { relative: string }) {
  const t = useWords(words)
  const noting = casefile.useDoing('noteCustody')
  const [place, setPlace] = useState('')
  const [since, setSince] = useState<string>()
  const [until, setUntil] = useState<string>()
  const [note, setNote] = useState('')
  const onSuccess = () => {
    setPlace('')
    setNote('')
    showToast(t('custody.saved'))
  }
  const send = () =>
    noting.mutate({ relative, place, since, until, note: note.trim() || undefined }, { onSuccess })
  return (
    <details>
      <summary>{t('custody.add')}</summary>
      <Stack gap={3}>
        <TextField label={t('custody.place')} value={place} onChange={setPlace} />
        <Columns least={12}>
          <DateField label={t('custody.since')} value={since} onChange={setSince} optional />
          <DateField
            label={t('custody.until')}
            value={until}
            onChange={setUntil}
            optional
            error={fieldSentence(noting.error, 'until')}
          />
        </Columns>
        <TextArea label={t('custody.note')} value={note} onChange={setNote} rows={2} optional />
        <No problem={noting.error?.no.kind === 'invalid' ? undefined : noting.error} />
        <Row>
          <Button onPress={send} pending={noting.isPending} isDisabled={!place.trim()}>
            {t('custody.save')}
          </Button>
        </Row>
      </Stack>
    </details>
  )
}
