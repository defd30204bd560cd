import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Button, Notice, PageHeader, Row, Stack, showToast, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { evacuation, type Handovers } from './asking.ts'
import { CountCard } from './CountCard.tsx'
import { HandoverCard } from './HandoverCard.tsx'
import { OfOperation } from './OfOperation.tsx'
import type { People } from './people.ts'
import './evacuation.css'

/** For a phone in a hand: who is here, and handing over child by child. */
export function GateScreen() {
  return <OfOperation>{(operation, people) => <Gate operation={operation.id} people={people} />}</OfOperation>
}

function Gate({ operation, people }: { operation: string; people: People }) {
  const t = useWords(words)
  const plan = evacuation.useAnswer('readPlan', { operation })
  const handovers = evacuation.useAnswer('readHandovers', { operation })
  return (
    <Answer of={plan}>
      {({ answer }) =>
        answer ? (
          <Answer of={handovers}>
            {(acts) => (
              <>
                <Headline acts={acts} />
                <CountCard operation={operation} expected={answer.done} people={people} />
                <HandoverCard acts={acts} people={people} />
                <Landing operation={operation} acts={acts} />
              </>
            )}
          </Answer>
        ) : (
          <Notice kind="empty" title={t('evacuation.gate-no-plan')} />
        )
      }
    </Answer>
  )
}

function Headline({ acts }: { acts: Handovers }) {
  const t = useWords(words)
  const all = acts.children.length
  const done = acts.children.filter((one) => one.handover).length
  if (acts.landed) return <PageHeader title={t('evacuation.gate-landed')} />
  if (all > 0 && done === all) return <PageHeader title={t('evacuation.gate-all')} />
  return <PageHeader title={t('evacuation.gate-headline', { done, all })} />
}

function Landing({ operation, acts }: { operation: string; acts: Handovers }) {
  const t = useWords(words)
  const { actor } = useHere()
  const land = evacuation.useDoing('recordLanding')
  const isWhole = acts.children.length > 0 && acts.children.every((one) => one.handover)
  if (actor?.profession !== 'lead' || acts.landed) return null
  const done = ({ children }: { children: number }) =>
    showToast(t('evacuation.landing-done', { n: children }))
  return (
    <Stack gap={2}>
      {isWhole ? null : <p className="soft">{t('evacuation.landing-waits')}</p>}
      <No problem={land.error} />
      <Row>
        <Button
          onPress={() => land.mutate({ operation }, { onSuccess: done })}
          pending={land.isPending}
          isDisabled={!isWhole}
        >
          {t('evacuation.landing')}
        </Button>
      </Row>
    </Stack>
  )
}
