import { Card, Notice, Stack, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { AircraftForm } from './AircraftForm.tsx'
import type { Setup } from './asking.ts'
import { Cabin } from './Cabin.tsx'
import type { People } from './people.ts'

type Props = { operation: string; setup: Setup; people: People }

export function AircraftCard({ operation, setup, people }: Props) {
  const t = useWords(words)
  const [first] = setup.aircraft
  const form = <AircraftForm key={first?.id ?? 'new'} operation={operation} known={first} people={people} />
  if (!first)
    return (
      <Card title={t('evacuation.aircraft')}>
        <Notice kind="empty" title={t('evacuation.aircraft-none')} />
        {form}
      </Card>
    )
  return (
    <Card title={t('evacuation.aircraft')}>
      {setup.aircraft.map((aircraft) => (
        <Stack key={aircraft.id} gap={2}>
          <p>
            {t('evacuation.aircraft-lap', {
              ...{ aircraft: aircraft.id, seats: aircraft.seats.length, laps: aircraft.lapMasks },
            })}
          </p>
          <Cabin aircraft={aircraft} places={[]} people={people} />
        </Stack>
      ))}
      <details>
        <summary>{t('evacuation.aircraft-again')}</summary>
        {form}
      </details>
    </Card>
  )
}
