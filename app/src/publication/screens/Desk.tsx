import { useState } from 'react'
import type { AnswerOf } from '../../casefile/asking.ts'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { Badge } from '../../design/components/Badge.tsx'
import { Button } from '../../design/components/Button.tsx'
import { Card, Page, PageHeader, Row, Stack } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { TextField } from '../../design/components/TextField.tsx'
import { useFormats, useWords } from '../../design/languages/LanguageProvider.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { publication } from './desk.ts'

type Correction = AnswerOf<typeof operations, 'listCorrections'>['corrections'][number]
const kinds = { open: 'waiting', accepted: 'ok', declined: 'muted' } as const

/** The editors' queue of what readers reported. */
export function Desk() {
  const t = useWords(words)
  const queue = publication.useAnswer('listCorrections', {})
  return (
    <Page>
      <Answer of={queue}>
        {({ corrections }) => (
          <>
            <PageHeader
              title={t('publication.desk-headline', {
                n: corrections.filter((one) => one.state === 'open').length,
              })}
            />
            {corrections.length === 0 ? <Notice kind="empty" title={t('publication.queue-empty')} /> : null}
            <Stack>
              {corrections.map((one) => (
                <Reported key={one.id} correction={one} />
              ))}
            </Stack>
          </>
        )}
      </Answer>
    </Page>
  )
}

function Reported({ correction }: { correction: Correction }) {
  const t = useWords(words)
  const f = useFormats()
  const { report, state, page, receivedAt, note } = correction
  return (
    <Card waiting={state === 'open'}>
      <Row apart>
        <span className="small soft">
          <a className="link" href={page} dir="ltr">
            {page.length > 30 ? `${page.slice(0, 30)}…` : page}
          </a>{' '}
          · {f.dateTime(receivedAt)}
        </span>
        <Badge kind={kinds[state]}>{t(`publication.state.${state}`)}</Badge>
      </Row>
      {report ? (
        <blockquote className="report-quote" dir="auto" lang={report.language}>
          {report.before}
          <mark>{report.selected}</mark>
          {report.after}
        </blockquote>
      ) : null}
      {report?.comment ? <p>{t('publication.reader-says', { text: report.comment })}</p> : null}
      {note ? <p dir="auto">{note}</p> : <Deciding id={correction.id} />}
    </Card>
  )
}

function Deciding({ id }: { id: string }) {
  const t = useWords(words)
  const [note, setNote] = useState('')
  const decide = publication.useDoing('decideCorrection')
  const say = (accepted: boolean) => decide.mutate({ correction: id, verdict: { accepted, note } })
  return (
    <Stack gap={2}>
      <TextField label={t('publication.note')} value={note} onChange={setNote} />
      <No problem={decide.error} />
      <Row>
        <Button onPress={() => say(true)} pending={decide.isPending} isDisabled={!note.trim()}>
          {t('publication.accept')}
        </Button>
        <Button kind="quiet" onPress={() => say(false)} isDisabled={!note.trim()}>
          {t('publication.decline')}
        </Button>
      </Row>
    </Stack>
  )
}
