import { Link } from '@tanstack/react-router'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Badge, type BadgeKind } from '../../design/components/Badge.tsx'
import { Card, PageHeader, Row } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { Table } from '../../design/components/Table.tsx'
import type { ClaimStage } from '../rules/steps.ts'
import { evidence, type ListedClaim, useT } from './asking.ts'
import { Within } from './Within.tsx'

/** What is decided, what waits and for what. */
export function EvidenceHome() {
  const t = useT()
  return <Within title={t('evidence.title')}>{(operation) => <Claims operation={operation} />}</Within>
}

function Claims({ operation }: { operation: string }) {
  const t = useT()
  const { actor } = useHere()
  const answer = evidence.useAnswer('listClaims', { operation })
  const isGeneticist = actor?.profession === 'geneticist'
  return (
    <Answer of={answer}>
      {({ claims, unclaimed }) => (
        <>
          <PageHeader
            title={t('evidence.headline', {
              total: claims.length,
              decided: claims.filter((claim) => isDecided(claim.stage)).length,
            })}
            line={unclaimed.length > 0 ? t('evidence.unclaimed', { n: unclaimed.length }) : undefined}
            actions={
              <>
                <Link className="link" to="/evidence/families">
                  {t('evidence.families')}
                </Link>
                {isGeneticist ? (
                  <Link className="link" to="/evidence/kits">
                    {t('evidence.kits')}
                  </Link>
                ) : null}
                {isGeneticist ? (
                  <Link className="link" to="/evidence/profiles">
                    {t('evidence.profiles')}
                  </Link>
                ) : null}
              </>
            }
          />
          {unclaimed.length > 0 ? (
            <Row>
              {unclaimed.map((child) => (
                <PersonName key={child.id} names={child.names} child={child.id} />
              ))}
            </Row>
          ) : null}
          <Card title={t('evidence.claims')}>
            <ClaimsTable claims={claims} />
          </Card>
        </>
      )}
    </Answer>
  )
}

const isDecided = (stage: ClaimStage): boolean => stage === 'supported' || stage === 'closed'

const badges: Record<ClaimStage, BadgeKind> = {
  ...{ claimed: 'waiting', weighed: 'waiting', inconclusive: 'waiting', signed: 'waiting' },
  ...{ disagreed: 'problem', supported: 'ok', closed: 'muted' },
}

export const StageBadge = ({ stage }: { stage: ClaimStage }) => {
  const t = useT()
  return <Badge kind={badges[stage]}>{t(`evidence.stage.${stage}`)}</Badge>
}

export function ClaimsTable({ claims }: { claims: ListedClaim[] }) {
  const t = useT()
  return (
    <Table
      rows={claims}
      rowKey={(claim) => claim.claim}
      empty={<Notice kind="empty" title={t('evidence.empty')} />}
      columns={[
        { key: 'children', label: t('evidence.children'), cell: (claim) => <Children claim={claim} /> },
        {
          key: 'claimant',
          label: t('evidence.claimant'),
          cell: ({ claimant }) => (claimant ? <PersonName names={claimant.names} /> : '—'),
        },
        { key: 'statement', label: t('evidence.statement'), cell: (claim) => <bdi>{claim.statement}</bdi> },
        {
          key: 'finding',
          label: t('evidence.verdict'),
          cell: ({ finding }) => (finding ? t(`evidence.verdict.${finding}`) : '—'),
        },
        { key: 'stage', label: t('evidence.state'), cell: ({ stage }) => <StageBadge stage={stage} /> },
        { key: 'open', label: t('evidence.claim'), cell: (claim) => <ClaimLink claim={claim} /> },
      ]}
    />
  )
}

const Children = ({ claim }: { claim: ListedClaim }) => (
  <Row gap={2}>
    {claim.children.map((child) => (
      <PersonName key={child.id} names={child.names} child={child.id} />
    ))}
  </Row>
)

function ClaimLink({ claim }: { claim: ListedClaim }) {
  const t = useT()
  return (
    <Link
      className="link"
      to="/evidence/claims/$claim"
      params={{ claim: claim.claim }}
      search={{ child: claim.children[0]?.id }}
    >
      {t('evidence.report')}
    </Link>
  )
}
