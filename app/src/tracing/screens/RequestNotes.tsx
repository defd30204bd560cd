import { No } from '../../casefile/screens/Answer.tsx'
import { Badge, Button, Card, Row, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type OneRequest, tracing } from './asking.ts'

/** What the requester wrote since, the new first. */
export function RequestNotes({ request }: { request: OneRequest }) {
  const t = useWords(words)
  const f = useFormats()
  const read = tracing.useDoing('readNotes')
  if (request.notes.length === 0) return null
  const hasNew = request.notes.some((note) => note.isNew)
  return (
    <Card title={t('tracing.notes.title')} waiting={hasNew}>
      <ul className="tracing-plain">
        {request.notes.toReversed().map((note) => (
          <li key={note.id}>
            {note.isNew ? <Badge kind="waiting">{t('tracing.notes.new')}</Badge> : null}{' '}
            <span className="soft small">{f.dateTime(note.at)}</span>
            <p className="tracing-note" dir="auto">
              {note.text}
            </p>
          </li>
        ))}
      </ul>
      <No problem={read.error} />
      {hasNew ? (
        <Row>
          <Button onPress={() => read.mutate({ request: request.id })} pending={read.isPending}>
            {t('tracing.notes.read')}
          </Button>
        </Row>
      ) : null}
    </Card>
  )
}
