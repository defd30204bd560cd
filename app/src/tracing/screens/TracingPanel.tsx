import { Answer } from '../../casefile/screens/Answer.tsx'
import { Badge, Card, Link, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing } from './asking.ts'
import { DecidedLine } from './DecidedLine.tsx'
import { FamilyCard } from './FamilyCard.tsx'
import './tracing.css'

/** On the child's own page: who asks for this child, and whether somebody still has to decide. */
export function TracingPanel({ child, operation }: { child: string; operation: string }) {
  const t = useWords(words)
  const answer = tracing.useAnswer('listCandidates', operation ? { operation, child } : undefined)
  if (!operation) return null
  return (
    <>
      <Card title={t('tracing.panel.title')}>
        <Answer of={answer}>
          {({ confirmed, candidates }) => (
            <>
              {confirmed.length ? (
                <ul className="tracing-plain">
                  {confirmed.map((one) => (
                    <DecidedLine key={`${one.relative} ${one.sought}`} one={one} />
                  ))}
                </ul>
              ) : (
                <p className="soft">{t('tracing.panel.nobody')}</p>
              )}
              {candidates.length ? (
                <p>
                  <Badge kind="waiting">{t('tracing.panel.candidates', { n: candidates.length })}</Badge>{' '}
                  <Link href="/tracing">{t('tracing.candidates.title')}</Link>
                </p>
              ) : null}
            </>
          )}
        </Answer>
      </Card>
      <FamilyCard file={child} />
    </>
  )
}

/** On a relative's page: the family alone, because they are asked for by nobody. */
export const FamilyPanel = ({ child }: { child: string }) => <FamilyCard file={child} />
