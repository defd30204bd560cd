import { useParams, useSearch } from '@tanstack/react-router'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Card, Page, PageHeader, Row, Stack } from '../../design/components/layout.tsx'
import { DefinitionList } from '../../design/components/lists.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { evidence, type OpenedClaim, useT } from './asking.ts'
import { ReportOf } from './Report.tsx'
import { Signing } from './Signing.tsx'
import './evidence.css'
import { useSaying } from './useSaying.ts'
import { Weigh } from './Weigh.tsx'

/** One claim: what it says, what the DNA says, who signed, and the whole report under it. */
export function ClaimScreen() {
  const { claim } = useParams({ strict: false }) as { claim: string }
  const { child } = useSearch({ strict: false }) as { child?: string }
  const answer = evidence.useAnswer('openClaim', child ? { claim, child } : undefined)
  return (
    <Page>
      <Answer of={answer}>{(data) => <Opened data={data} child={child!} />}</Answer>
    </Page>
  )
}

function Opened({ data, child }: { data: OpenedClaim; child: string }) {
  const t = useT()
  const { actor } = useHere()
  const say = useSaying()
  const { weighing, decision, claim } = data
  const sentences = weighing ? say(weighing) : [t('evidence.not-weighed')]
  const title = decision
    ? t(`evidence.decided.${decision}`)
    : weighing
      ? t(`evidence.verdict.${weighing.finding}`)
      : t('evidence.not-weighed')
  const isGeneticist = actor?.profession === 'geneticist'
  return (
    <>
      <PageHeader title={title} line={<Named data={data} ids={claim.children} />} />
      <Card title={t('evidence.claim')}>
        <Stack gap={3}>
          <DefinitionList
            items={[
              { term: t('evidence.claimant'), value: <Named data={data} ids={[claim.claimant]} /> },
              { term: t('evidence.statement'), value: <bdi>{claim.statement}</bdi> },
              { term: t('evidence.questioned'), value: t(`evidence.questioned.${claim.questioned}`) },
            ]}
          />
          {weighing ? (
            <div className="evidence-says">
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          ) : null}
          {data.outdated ? <Notice kind="waiting" title={t('evidence.outdated')} /> : null}
        </Stack>
      </Card>
      {weighing && actor?.profession !== 'lead' ? <Signing data={data} child={child} /> : null}
      {isGeneticist && (!decision || decision === 'disagreed') ? <Weigh data={data} child={child} /> : null}
      {weighing ? <ReportOf claim={claim.claim} child={child} /> : null}
    </>
  )
}

function Named({ data, ids }: { data: OpenedClaim; ids: string[] }) {
  const people = ids.flatMap((id) => data.people.find((person) => person.id === id) ?? [])
  return (
    <Row gap={2}>
      {people.map((person) => (
        <PersonName
          key={person.id}
          names={person.names}
          child={person.kind === 'child' ? person.id : undefined}
        />
      ))}
    </Row>
  )
}
