import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Badge, Card, Stack, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { evacuation, type PlanAnswer } from './asking.ts'
import { HandedOver, PrintAct } from './HandoverCard.tsx'
import { Needs } from './Needs.tsx'
import { WithPeople } from './OfOperation.tsx'
import type { People } from './people.ts'
import { useSaying } from './placing.ts'

type Props = { child: string; operation: string }

/** On the child's own page: where they sit and with whom, or why they wait; whether they were handed over. */
export function FlightPanel({ child, operation }: Props) {
  return (
    <WithPeople operation={operation}>
      {(people) => <OneChild child={child} operation={operation} people={people} />}
    </WithPeople>
  )
}

function OneChild({ child, operation, people }: Props & { people: People }) {
  const t = useWords(words)
  const { actor } = useHere()
  const profession = actor?.profession ?? ''
  const read = evacuation.useAnswer('readPlan', { operation })
  return (
    <Answer of={read}>
      {({ answer }) => (
        <Card title={t('evacuation.panel-title')} aside={<State child={child} answer={answer} />}>
          <Stack gap={3}>
            <Flying child={child} answer={answer} people={people} />
            {['lead', 'doctor', 'coordinator'].includes(profession) ? (
              <Handover child={child} operation={operation} people={people} />
            ) : null}
            {['lead', 'doctor'].includes(profession) ? <Needs child={child} operation={operation} /> : null}
          </Stack>
        </Card>
      )}
    </Answer>
  )
}

function State({ child, answer }: { child: string; answer: PlanAnswer | null }) {
  const t = useWords(words)
  if (answer?.done.includes(child)) return <Badge kind="ok">{t('evacuation.panel-flies')}</Badge>
  return <Badge kind="muted">{t('evacuation.panel-waits')}</Badge>
}

function Flying({ child, answer, people }: { child: string; answer: PlanAnswer | null; people: People }) {
  const t = useWords(words)
  const { place, because } = useSaying(people)
  const seat = answer?.plan.assignments.find((one) => one.id === child)
  const waits = answer?.waiting.find((one) => one.id === child)
  const escort = answer?.plan.escorts.find((one) => one.passengers.includes(child))?.adult
  if (waits) return <p>{because(waits.because)}</p>
  if (!seat) return <p>{t('evacuation.panel-not-planned')}</p>
  return (
    <>
      <p>{t('evacuation.panel-seat', { place: place(seat) })}</p>
      <p>
        {escort
          ? t('evacuation.panel-escort', { who: people.nameOf(escort) })
          : t('evacuation.panel-no-escort')}
      </p>
    </>
  )
}

function Handover({ child, operation, people }: Props & { people: People }) {
  const { actor } = useHere()
  const read = evacuation.useAnswer('readHandovers', { operation })
  return (
    <Answer of={read}>
      {({ children }) => {
        const act = children.find((one) => one.child === child)
        if (!act?.handover) return null
        return (
          <>
            <HandedOver act={act} people={people} />
            {actor?.profession === 'coordinator' ? null : <PrintAct child={child} />}
          </>
        )
      }}
    </Answer>
  )
}
