import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Link } from '../../design/components/Link.tsx'
import { Card } from '../../design/components/layout.tsx'
import { evidence, useT } from './asking.ts'

/** Who may ask it; a consul records consents and sees no finding. */
const askers = ['coordinator', 'geneticist', 'lawyer']

/** Before a consent is taken back, what rests on it; afterwards, what somebody has to look at again. */
export function RestsOnConsent({ person, stands }: { person: string; stands: boolean }) {
  const { actor } = useHere()
  return actor && askers.includes(actor.profession) ? <Rests person={person} stands={stands} /> : null
}

function Rests({ person, stands }: { person: string; stands: boolean }) {
  const t = useT()
  const rests = evidence.useAnswer('whatDependsOn', { person })
  return (
    <Card title={t(stands ? 'evidence.depends' : 'evidence.depended')}>
      <Answer of={rests}>
        {({ depends }) =>
          depends.length ? (
            <ul className="list">
              {depends.map((one) => (
                <li key={`${one.kind} ${one.child} ${one.of}`}>
                  {one.child ? <Link href={`/children/${one.child}`}>{one.sentence}</Link> : one.sentence}
                </li>
              ))}
            </ul>
          ) : (
            <p className="soft">{t('evidence.depends-none')}</p>
          )
        }
      </Answer>
    </Card>
  )
}
