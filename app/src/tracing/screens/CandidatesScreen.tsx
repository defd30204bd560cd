import { useState } from 'react'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { ButtonLink, Card, Notice, Page, PageHeader, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type Candidates, tracing } from './asking.ts'
import { CandidateCard } from './CandidateCard.tsx'
import { ConfirmedLine } from './ConfirmedLine.tsx'
import { type Deciding, DecisionDialog } from './DecisionDialog.tsx'
import './tracing.css'

export function CandidatesScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  const answer = tracing.useAnswer('listCandidates', operation ? { operation } : undefined)
  return (
    <Page>
      {operation ? (
        <Answer of={answer}>{(data) => <Desk data={data} />}</Answer>
      ) : (
        <Notice kind="empty" title={t('tracing.noOperation')} />
      )}
    </Page>
  )
}

function Desk({ data }: { data: Candidates }) {
  const t = useWords(words)
  const [deciding, setDeciding] = useState<Deciding>()
  const { candidates, children, withFamily, unread } = data
  const toRequests = (
    <ButtonLink kind="quiet" href="/tracing/requests">
      {t('tracing.candidates.toRequests')}
    </ButtonLink>
  )
  const toImport = (
    <ButtonLink kind="quiet" href="/tracing/import">
      {t('tracing.candidates.toImport')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={
          children
            ? t('tracing.candidates.headline', { withFamily, children })
            : t('tracing.candidates.noChildren')
        }
        line={t('tracing.candidates.wait', { n: candidates.length })}
        actions={children ? undefined : toImport}
      />
      {unread ? (
        <Notice kind="waiting" title={t('tracing.candidates.unread', { n: unread })} actions={toRequests} />
      ) : null}
      {candidates.length === 0 ? (
        <Notice kind="empty" title={t('tracing.candidates.empty')} actions={toImport} />
      ) : (
        <p className="soft">{t('tracing.candidates.caution')}</p>
      )}
      {candidates.map((candidate) => (
        <CandidateCard
          key={`${candidate.child} ${candidate.relative} ${candidate.sought}`}
          candidate={candidate}
          onDecide={(choice) => setDeciding({ candidate, choice })}
        />
      ))}
      {data.confirmed.length ? <Confirmed confirmed={data.confirmed} /> : null}
      <DecisionDialog deciding={deciding} onClose={() => setDeciding(undefined)} />
    </>
  )
}

function Confirmed({ confirmed }: { confirmed: Candidates['confirmed'] }) {
  const t = useWords(words)
  return (
    <Card title={t('tracing.candidates.confirmed')}>
      <ul className="tracing-plain">
        {confirmed.map((one) => (
          <ConfirmedLine key={`${one.child} ${one.relative} ${one.sought}`} one={one} linked />
        ))}
      </ul>
    </Card>
  )
}
