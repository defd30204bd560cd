import { Link } from '@tanstack/react-router'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Card, Stack } from '../../design/components/layout.tsx'
import { evidence, useT } from './asking.ts'
import { StageBadge } from './EvidenceHome.tsx'

/** On the child's own page: who claims them, and what is decided. */
export function EvidencePanel({ child, operation }: { child: string; operation: string }) {
  const t = useT()
  const answer = evidence.useAnswer('listClaims', { operation, child })
  return (
    <Card title={t('evidence.title')}>
      <Answer of={answer}>
        {({ claims }) => (
          <Stack gap={3}>
            {claims.length === 0 ? <p>{t('evidence.no-claim')}</p> : null}
            {claims.map(({ claim, claimant, statement, stage }) => (
              <div key={claim}>
                <p>
                  {claimant ? <PersonName names={claimant.names} /> : '—'}: <bdi>{statement}</bdi>
                </p>
                <StageBadge stage={stage} />{' '}
                <Link className="link" to="/evidence/claims/$claim" params={{ claim }} search={{ child }}>
                  {t('evidence.report')}
                </Link>
              </div>
            ))}
          </Stack>
        )}
      </Answer>
    </Card>
  )
}
