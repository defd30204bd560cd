import { Answer } from '../../casefile/screens/Answer.tsx'
import { PageHeader, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { AircraftCard } from './AircraftCard.tsx'
import { evacuation } from './asking.ts'
import { OfOperation } from './OfOperation.tsx'
import { PartiesCard } from './PartiesCard.tsx'
import type { People } from './people.ts'
import { TeamCard } from './TeamCard.tsx'
import './evacuation.css'

/** What a plan is made from: the aircraft, the team, who travels together. */
export function SetupScreen() {
  return (
    <OfOperation>
      {(operation, people) => <Everything operation={operation.id} people={people} />}
    </OfOperation>
  )
}

function Everything({ operation, people }: { operation: string; people: People }) {
  const t = useWords(words)
  const read = evacuation.useAnswer('readSetup', { operation })
  return (
    <Answer of={read}>
      {(setup) => (
        <>
          <PageHeader
            title={t('evacuation.setup-headline', {
              seats: setup.aircraft.reduce((sum, { seats }) => sum + seats.length, 0),
              team: setup.team.length,
              children: setup.children.length,
            })}
            line={t('evacuation.setup-line')}
          />
          <AircraftCard operation={operation} setup={setup} people={people} />
          <TeamCard operation={operation} setup={setup} people={people} />
          <PartiesCard operation={operation} setup={setup} people={people} />
        </>
      )}
    </Answer>
  )
}
