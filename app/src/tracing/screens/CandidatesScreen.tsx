import { useState } from 'react'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { ButtonLink, Card, Notice, Page, PageHeader, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type Candidates, type DecidedPair, tracing } from './asking.ts'
import { CandidatePrior } from './CandidatePrior.tsx'
import { CandidateReview } from './CandidateReview.tsx'
import { DecidedLine } from './DecidedLine.tsx'
import { type Deciding, DecisionDialog } from './DecisionDialog.tsx'
import './tracing.css'

export function CandidatesScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  const answer = tracing.useAnswer('listCandidates', operation ? { operation } : undefined)
  return (
    <Page>
      {operation ? (
        <Answer of={answer}>{(data) => <Desk data={data} operation={operation} />}</Answer>
      ) : (
        <Notice kind="empty" title={t('tracing.noOperation')} />
      )}
    </Page>
  )
}

function Desk({ data, operation }: { data: Candidates; operation: string }) {
  const t = useWords(words)
  const [deciding, setDeciding] = useState<Deciding>()
  const { candidates, children, withFamily, unread, unlisted, waiting } = data
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
        line={t('tracing.candidates.wait', { n: waiting })}
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
      <CandidateReview candidates={candidates} waiting={waiting} />
      {candidates.length ? <CandidatePrior operation={operation} unlisted={unlisted} /> : null}
      {(['confirmed', 'rejected'] as const).map((choice) => (
        <Decided
          key={choice}
          title={t(`tracing.candidates.${choice}`)}
          pairs={data[choice]}
          onWithdraw={(one) => setDeciding(withdrawing(one))}
        />
      ))}
      <DecisionDialog deciding={deciding} onClose={() => setDeciding(undefined)} />
    </>
  )
}

const withdrawing = ({ child, relative, sought, requester, names }: DecidedPair): Deciding => ({
  choice: 'withdrawn',
  pair: { child, relative, sought },
  asked: requester.name,
  listed: names,
})

type DecidedProps = { title: string; pairs: DecidedPair[]; onWithdraw: (one: DecidedPair) => void }

function Decided({ title, pairs, onWithdraw }: DecidedProps) {
  if (pairs.length === 0) return null
  return (
    <Card title={title}>
      <ul className="tracing-plain">
        {pairs.map((one) => (
          <DecidedLine
            key={`${one.child} ${one.relative} ${one.sought}`}
            one={one}
            linked
            onWithdraw={() => onWithdraw(one)}
          />
        ))}
      </ul>
    </Card>
  )
}
