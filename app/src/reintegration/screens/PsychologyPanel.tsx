import { useState } from 'react'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { Button, Card, Row, Stack, showToast, TextArea, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { AftercarePanel } from './AftercarePanel.tsx'
import { reintegration } from './asking.ts'

/** On the child's page, for psychologists: their own notes, then how the child lives. */
export function PsychologyPanel({ child }: { child: string }) {
  const t = useWords(words)
  const answer = reintegration.useAnswer('listPsychology', { child })
  return (
    <Answer of={answer}>
      {({ isChild, notes }) =>
        isChild ? (
          <>
            <Card title={t('reintegration.psychology')}>
              <p className="soft small">{t('reintegration.psychologyWho')}</p>
              <NoteForm child={child} />
              <Notes notes={notes} />
            </Card>
            <AftercarePanel child={child} />
          </>
        ) : null
      }
    </Answer>
  )
}

function Notes({ notes }: { notes: { at: string; by: string | null; text: string }[] }) {
  const t = useWords(words)
  const f = useFormats()
  if (notes.length === 0) return <p className="soft">{t('reintegration.psychologyNone')}</p>
  return (
    <ol className="aftercare-notes">
      {notes.map(({ at, by, text }) => (
        <li key={at}>
          <p dir="auto">{text}</p>
          <p className="small soft">
            {by ? <bdi>{by}</bdi> : null} · {f.dateTime(at)}
          </p>
        </li>
      ))}
    </ol>
  )
}

function NoteForm({ child }: { child: string }) {
  const t = useWords(words)
  const note = reintegration.useDoing('notePsychology')
  const [text, setText] = useState('')
  const onSuccess = () => {
    setText('')
    showToast(t('reintegration.saved'))
  }
  return (
    <Stack gap={3}>
      <TextArea label={t('reintegration.psychologyText')} value={text} onChange={setText} rows={4} />
      <No problem={note.error} />
      <Row>
        <Button
          onPress={() => note.mutate({ child, text }, { onSuccess })}
          pending={note.isPending}
          isDisabled={!text.trim()}
        >
          {t('reintegration.save')}
        </Button>
      </Row>
    </Stack>
  )
}
