import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import {
  Button,
  ButtonLink,
  Card,
  Notice,
  PageHeader,
  Row,
  Stack,
  showToast,
  useFormats,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { evacuation, type ListedOperation, type PlanAnswer, type Setup } from './asking.ts'
import { Cabin } from './Cabin.tsx'
import { ChangesCard } from './ChangesCard.tsx'
import { OfOperation } from './OfOperation.tsx'
import { useManifest } from './paper.ts'
import type { People } from './people.ts'
import { SeatTable } from './SeatTable.tsx'
import { useHeadline } from './useHeadline.ts'
import { WaitingCard } from './WaitingCard.tsx'
import './evacuation.css'

/** Who flies, where they sit and with whom; who waits and why; what is another than before. */
export function FlightScreen() {
  return <OfOperation>{(operation, people) => <Flight operation={operation} people={people} />}</OfOperation>
}

function Flight({ operation, people }: { operation: ListedOperation; people: People }) {
  const read = evacuation.useAnswer('readPlan', { operation: operation.id })
  const setup = evacuation.useAnswer('readSetup', { operation: operation.id })
  return (
    <Answer of={read}>
      {({ answer, plannedAt, stale }) =>
        answer ? (
          <Answer of={setup}>
            {(made) => (
              <>
                <Headline operation={operation} answer={answer} people={people} plannedAt={plannedAt} />
                {stale ? <Stale operation={operation.id} /> : null}
                <Aboard answer={answer} people={people} setup={made} />
                <WaitingCard waiting={answer.waiting} people={people} />
                {answer.changes ? <ChangesCard changes={answer.changes} people={people} /> : null}
              </>
            )}
          </Answer>
        ) : (
          <NoPlan operation={operation.id} />
        )
      }
    </Answer>
  )
}

type HeadlineProps = {
  operation: ListedOperation
  answer: PlanAnswer
  people: People
  plannedAt: string | null
}

function Headline({ operation, answer, people, plannedAt }: HeadlineProps) {
  const t = useWords(words)
  const f = useFormats()
  const { title, line } = useHeadline(operation.flightAt, answer, people)
  const { print, press } = useManifest(operation.id)
  return (
    <Stack gap={3}>
      <PageHeader title={title} line={line} />
      <Row apart>
        <span className="soft small">
          {plannedAt
            ? t('evacuation.planned-at', { version: answer.version, at: f.dateTime(plannedAt) })
            : null}
        </span>
        <Button kind="quiet" onPress={press} pending={print.isPending}>
          {t('evacuation.print-manifest')}
        </Button>
      </Row>
      <No problem={print.error} />
    </Stack>
  )
}

function Stale({ operation }: { operation: string }) {
  const t = useWords(words)
  return (
    <Notice
      kind="waiting"
      title={t('evacuation.stale')}
      actions={<PlanButton operation={operation} label={t('evacuation.plan-again')} />}
    />
  )
}

function PlanButton({ operation, label }: { operation: string; label: string }) {
  const t = useWords(words)
  const { actor } = useHere()
  const plan = evacuation.useDoing('planFlight')
  if (actor?.profession !== 'lead') return null
  const press = () => plan.mutate({ operation }, { onSuccess: () => showToast(t('evacuation.planned-now')) })
  return (
    <Stack gap={2}>
      <Row>
        <Button onPress={press} pending={plan.isPending}>
          {label}
        </Button>
      </Row>
      <No problem={plan.error} />
    </Stack>
  )
}

function NoPlan({ operation }: { operation: string }) {
  const t = useWords(words)
  const { actor } = useHere()
  const maySet = actor?.profession === 'lead' || actor?.profession === 'coordinator'
  return (
    <Stack>
      <PageHeader title={t('evacuation.no-plan')} line={t('evacuation.no-plan-why')} />
      <PlanButton operation={operation} label={t('evacuation.plan')} />
      {maySet ? (
        <Row>
          <ButtonLink kind="quiet" href="/evacuation/setup">
            {t('evacuation.to-setup')}
          </ButtonLink>
        </Row>
      ) : null}
    </Stack>
  )
}

function Aboard({ answer, people, setup }: { answer: PlanAnswer; people: People; setup: Setup }) {
  const t = useWords(words)
  const { assignments } = answer.plan
  return (
    <>
      <Card title={t('evacuation.cabin')}>
        {setup.aircraft.map((aircraft) => (
          <Cabin key={aircraft.id} aircraft={aircraft} places={assignments} people={people} />
        ))}
      </Card>
      <Card title={t('evacuation.aboard')}>
        <SeatTable answer={answer} people={people} setup={setup} />
      </Card>
    </>
  )
}
