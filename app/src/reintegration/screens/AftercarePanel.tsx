import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Badge, Card, DefinitionList, Stack, useFormats, useWords } from '../../design/kit.ts'
import { daysBetween } from '../rules.ts'
import { words } from '../words.ts'
import { type Aftercare, reintegration } from './asking.ts'
import { FiveVisits } from './MarkOfVisit.tsx'
import { Notes } from './Notes.tsx'
import { ObservationForm, VisitForm } from './VisitForm.tsx'
import './reintegration.css'

/** On the child's own page: where the child lives, who came to see, and to those who look after the child what was noted. */
export function AftercarePanel({ child }: { child: string }) {
  const t = useWords(words)
  const { actor } = useHere()
  const visits = actor?.profession === 'socialWorker'
  const answer = reintegration.useAnswer('openAftercare', { child })
  return (
    <Answer of={answer}>
      {(aftercare) => (
        <Card title={t('reintegration.title')} aside={<Overdue aftercare={aftercare} />}>
          <Lives aftercare={aftercare} />
          {aftercare.marks.length > 0 ? <FiveVisits marks={aftercare.marks} /> : null}
          {aftercare.mayReadNotes ? (
            <Stack>
              {aftercare.home && visits ? <VisitForm child={child} marks={aftercare.marks} /> : null}
              <ObservationForm child={child} />
              <Notes notes={aftercare.notes} />
            </Stack>
          ) : (
            <p className="soft">{t('reintegration.notesClosed')}</p>
          )}
        </Card>
      )}
    </Answer>
  )
}

function Overdue({ aftercare: { marks } }: { aftercare: Aftercare }) {
  const t = useWords(words)
  const late = marks.some(({ state }) => state === 'overdue')
  return late ? <Badge kind="waiting">{t('reintegration.mark.overdue')}</Badge> : null
}

function Lives({ aftercare: { home, lastSeen, today, earlier } }: { aftercare: Aftercare }) {
  const t = useWords(words)
  const f = useFormats()
  if (!home) return <p>{t('reintegration.noHome')}</p>
  const seen = lastSeen
    ? `${f.date(lastSeen)}, ${t('reintegration.daysAgo', { days: Math.max(0, daysBetween(lastSeen, today)) })}`
    : '—'
  const before = earlier.map((one) => `${one.place} (${f.date(one.on)})`).join('; ')
  return (
    <DefinitionList
      items={[
        {
          term: t('reintegration.home'),
          value: (
            <>
              <bdi>{home.place}</bdi>, {t(`reintegration.kind.${home.kind}`)},{' '}
              {t('reintegration.since', { day: f.date(home.on) })}
            </>
          ),
        },
        { term: t('reintegration.address'), value: <bdi>{home.address}</bdi> },
        { term: t('reintegration.reason'), value: <bdi>{home.reason}</bdi> },
        { term: t('reintegration.lastSeen'), value: seen },
        ...(before ? [{ term: t('reintegration.earlier'), value: <bdi>{before}</bdi> }] : []),
      ]}
    />
  )
}
