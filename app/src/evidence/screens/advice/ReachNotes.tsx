import { useState } from 'react'
import { No } from '../../../casefile/screens/Answer.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Card, Row, Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import { type AdviceOpened, evidence, useT } from '../asking.ts'
import { type Marks, ReachRows } from './ReachRows.tsx'

export const canBeAsked = (data: AdviceOpened) =>
  data.people.filter((person) => person.couldBeAsked && person.person?.kind === 'relative')

export const marksOf = (data: AdviceOpened): Marks =>
  Object.fromEntries(
    canBeAsked(data).map(({ id, reach }) => [
      id,
      reach ?? { canBeReached: false, cost: 0, place: '', likely: true },
    ]),
  )

/** The marks as an operation takes them. */
export const toNoted = (marks: Marks) => Object.entries(marks).map(([person, reach]) => ({ person, reach }))

/** A coordinator marks who can be reached; the geneticist's advice counts with it. */
export function ReachNotes({ data, mayWrite }: { data: AdviceOpened; mayWrite: boolean }) {
  const t = useT()
  const [marks, setMarks] = useState(() => marksOf(data))
  const note = evidence.useDoing('noteReach')
  const people = canBeAsked(data)
  if (people.length === 0) return <Notice kind="empty" title={t('evidence.advice-nobody')} />
  const keep = () =>
    note.mutate({ people: toNoted(marks) }, { onSuccess: () => showToast(t('evidence.advice-kept')) })
  return (
    <Card title={t('evidence.advice-reach')}>
      <Stack gap={3}>
        <p className="soft small">{t('evidence.advice-likely-help')}</p>
        <ReachRows people={people} marks={marks} onChange={setMarks} mayWrite={mayWrite} />
        <No problem={note.error} />
        {mayWrite ? (
          <Row>
            <Button onPress={keep} pending={note.isPending}>
              {t('evidence.advice-note')}
            </Button>
          </Row>
        ) : null}
      </Stack>
    </Card>
  )
}
