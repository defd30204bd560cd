import { Badge, Card, Row, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { PlanAnswer } from './asking.ts'
import type { People } from './people.ts'
import { useSaying } from './placing.ts'
import { Who } from './Who.tsx'

/** Children first: everybody who does not fly now, each with the reasons in words. */
export function WaitingCard({ waiting, people }: { waiting: PlanAnswer['waiting']; people: People }) {
  const t = useWords(words)
  const { because } = useSaying(people)
  if (waiting.length === 0) return null
  const ordered = [
    ...waiting.filter(({ id }) => people.isChild(id)),
    ...waiting.filter(({ id }) => !people.isChild(id)),
  ]
  return (
    <Card title={t('evacuation.waiting')}>
      <ul className="fly-list">
        {ordered.map((one) => (
          <li key={one.id}>
            <Row>
              <strong>
                <Who id={one.id} people={people} />
              </strong>
              {people.isChild(one.id) ? null : <Badge kind="muted">{t('evacuation.legend-team')}</Badge>}
            </Row>
            <p>{because(one.because)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
