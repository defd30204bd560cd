import { Answer } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Button, Card, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing } from './asking.ts'
import { type Apart, keyOf } from './duplicates.ts'

type Props = { operation: string; kind: 'child' | 'relative'; onDoubt: (pair: Apart) => void }

/** Pairs who look alike and are two people: why, and who said so. */
export function DuplicateApart({ operation, kind, onDoubt }: Props) {
  const t = useWords(words)
  const f = useFormats()
  const answer = tracing.useAnswer('listApart', { operation, kind })
  return (
    <Card title={t('tracing.duplicates.apart.list')}>
      <Answer of={answer}>
        {({ pairs }) => (
          <ul className="tracing-plain dup-apart">
            {pairs.map((pair) => (
              <li key={keyOf(pair)}>
                <div>
                  <PersonName names={pair.a.names} child={pair.a.id} /> ·{' '}
                  <PersonName names={pair.b.names} child={pair.b.id} />
                  <p className="soft small">
                    {t('tracing.duplicates.apart.who', {
                      ...{ day: f.date(pair.at.slice(0, 10)), who: pair.who, reason: pair.reason ?? '—' },
                    })}
                  </p>
                </div>
                <Button kind="bare" onPress={() => onDoubt(pair)}>
                  {t('tracing.duplicates.apart.back')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Card>
  )
}
