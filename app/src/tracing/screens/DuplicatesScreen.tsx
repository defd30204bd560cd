import { useEffect, useState } from 'react'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { ButtonLink, Notice, Page, PageHeader, Spinner, Tabs, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing } from './asking.ts'
import { DuplicateApart } from './DuplicateApart.tsx'
import { DuplicateCard } from './DuplicateCard.tsx'
import { type Deciding, DuplicateDialog } from './DuplicateDialog.tsx'
import { type Duplicates, keyOf } from './duplicates.ts'
import './tracing.css'
import './duplicates.css'

type Kind = 'child' | 'relative'

/** Who may be in the lists twice, side by side: join them, tell them apart, or leave it for later. */
export function DuplicatesScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  const [kind, setKind] = useState<Kind>('child')
  return (
    <Page>
      {operation ? (
        <Tabs
          label={t('tracing.duplicates.whom')}
          selected={kind}
          onSelect={(key) => setKind(key as Kind)}
          tabs={[
            {
              key: 'child',
              label: t('tracing.duplicates.children'),
              content: <OfKind {...{ operation }} kind="child" />,
            },
            {
              key: 'relative',
              label: t('tracing.duplicates.relatives'),
              content: <OfKind {...{ operation }} kind="relative" />,
            },
          ]}
        />
      ) : (
        <Notice kind="empty" title={t('tracing.noOperation')} />
      )}
    </Page>
  )
}

const AGAIN = 700

function OfKind({ operation, kind }: { operation: string; kind: Kind }) {
  const answer = tracing.useAnswer('findDuplicates', { operation, kind })
  const { data, refetch, dataUpdatedAt } = answer
  const isComparing = (data?.left ?? 0) > 0
  useEffect(() => {
    if (!isComparing || dataUpdatedAt === 0) return
    const timer = setTimeout(() => void refetch(), AGAIN)
    return () => clearTimeout(timer)
  }, [isComparing, dataUpdatedAt, refetch])
  return <Answer of={answer}>{(found) => <Desk data={found} operation={operation} kind={kind} />}</Answer>
}

function Desk({ data, operation, kind }: { data: Duplicates; operation: string; kind: Kind }) {
  const t = useWords(words)
  const [later, setLater] = useState<string[]>([])
  const [deciding, setDeciding] = useState<Deciding>()
  const at = (pair: Duplicates['pairs'][number]) => later.indexOf(keyOf(pair))
  const pairs = data.pairs.toSorted((x, y) => at(x) - at(y))
  return (
    <div className="stack">
      <PageHeader
        title={t('tracing.duplicates.headline', { n: pairs.length })}
        line={pairs.length ? t('tracing.duplicates.caution') : undefined}
      />
      {data.left ? <Spinner label={t('tracing.duplicates.left', { n: data.left })} /> : null}
      {pairs.length === 0 && data.left === 0 ? (
        <Notice
          kind="empty"
          title={t('tracing.duplicates.empty')}
          actions={
            <ButtonLink kind="quiet" href="/tracing/enter">
              {t('tracing.enter.headline')}
            </ButtonLink>
          }
        />
      ) : null}
      {pairs.map((pair) => (
        <DuplicateCard
          key={keyOf(pair)}
          pair={pair}
          onJoin={() => setDeciding({ what: 'join', pair })}
          onApart={() => setDeciding({ what: 'apart', pair })}
          onLater={() => setLater((some) => [...some.filter((one) => one !== keyOf(pair)), keyOf(pair)])}
        />
      ))}
      {data.apart ? (
        <DuplicateApart
          operation={operation}
          kind={kind}
          onDoubt={(pair) => setDeciding({ what: 'doubt', pair })}
        />
      ) : null}
      <DuplicateDialog deciding={deciding} onClose={() => setDeciding(undefined)} />
    </div>
  )
}
