import { useEffect } from 'react'
import { Answer, No } from '../../../casefile/screens/Answer.tsx'
import { useHere } from '../../../casefile/screens/use.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Card, PageHeader, Row } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { Progress } from '../../../design/components/Progress.tsx'
import { evidence, useT } from '../asking.ts'
import { Within } from '../Within.tsx'
import { JointCard, KinCard, LeftOut } from './Beside.tsx'
import { Board } from './Board.tsx'
import { StartSearch } from './StartSearch.tsx'
import type { SearchAnswer } from './search.ts'
import './search.css'

const EVERY_MS = 1500
/** Without a piece done for so long, nobody is working on it. */
const QUIET_MS = 3 * 60_000

/** The last search of an operation: how far it is, the board, and what all children together say. */
export function SearchScreen() {
  const t = useT()
  return <Within title={t('evidence.search')}>{(operation) => <Last operation={operation} />}</Within>
}

function Last({ operation }: { operation: string }) {
  const t = useT()
  const { actor } = useHere()
  const answer = evidence.useAnswer('listSearches', { operation })
  const isGeneticist = actor?.profession === 'geneticist'
  return (
    <Answer of={answer}>
      {({ searches }) => {
        const last = searches[0]
        return last ? (
          <Found key={last.search} search={last.search} operation={operation} isGeneticist={isGeneticist} />
        ) : (
          <>
            <PageHeader title={t('evidence.search.none')} line={t('evidence.search.what')} />
            {isGeneticist ? (
              <StartSearch operation={operation} />
            ) : (
              <Notice kind="empty" title={t('evidence.search.ask-geneticist')} />
            )}
          </>
        )
      }}
    </Answer>
  )
}

type Asked = { search: string; operation: string; isGeneticist: boolean }

function Found({ search, operation, isGeneticist }: Asked) {
  const answer = evidence.useAnswer('getSearch', { search })
  const isRunning = answer.data?.state === 'running'
  const { refetch } = answer
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => void refetch(), EVERY_MS)
    return () => clearInterval(timer)
  }, [isRunning, refetch])
  return (
    <Answer of={answer}>
      {(found) => (
        <>
          <Headline found={found} />
          {isRunning ? <UnderWay found={found} /> : null}
          <Stopped found={found} />
          <Board found={found} />
          <JointCard found={found} />
          <KinCard found={found} />
          <LeftOut found={found} />
          {isGeneticist && !isRunning ? <StartSearch operation={operation} again /> : null}
        </>
      )}
    </Answer>
  )
}

function Headline({ found }: { found: SearchAnswer }) {
  const t = useT()
  const strong = found.children.filter(({ cells }) => cells[0]?.band === 'supports').length
  const pointing = found.children.filter(({ cells }) => cells[0]?.band === 'towards').length
  if (found.state !== 'finished') {
    const title = found.state === 'running' ? 'evidence.search.weighing' : 'evidence.search.unfinished'
    // What is not weighed yet must not read as a family that does not fit.
    return (
      <PageHeader
        title={t(title)}
        line={`${t('evidence.search.so-far', { strong })} ${t('evidence.search.not-finding')}`}
      />
    )
  }
  return (
    <PageHeader
      title={t('evidence.search.headline', { strong, total: found.children.length })}
      line={`${t('evidence.search.pointing', { n: pointing })} ${t('evidence.search.not-finding')}`}
    />
  )
}

function UnderWay({ found }: { found: SearchAnswer }) {
  const t = useT()
  const { actor } = useHere()
  const cancel = evidence.useDoing('cancelSearch')
  const { done, pieces, since, search } = found
  const isQuiet = Date.now() - Date.parse(since) > QUIET_MS
  const may = actor?.profession === 'geneticist' || actor?.profession === 'coordinator'
  return (
    <Card title={t('evidence.search.running')}>
      <Progress
        label={t('evidence.search.progress')}
        value={done}
        total={pieces}
        words={t('evidence.search.pieces', { done, pieces })}
      />
      {isQuiet ? <Notice kind="waiting" title={t('evidence.search.quiet')} /> : null}
      {may ? (
        <Row>
          <Button kind="quiet" pending={cancel.isPending} onPress={() => cancel.mutate({ search })}>
            {t('evidence.search.cancel')}
          </Button>
        </Row>
      ) : null}
      <No problem={cancel.error} />
    </Card>
  )
}

function Stopped({ found: { state, because } }: { found: SearchAnswer }) {
  const t = useT()
  if (state === 'cancelled') return <Notice kind="empty" title={t('evidence.search.cancelled')} />
  if (state !== 'stopped') return null
  const known = because === 'engine-refused' || because === 'table-unknown' ? because : 'other'
  return <Notice kind="fault" title={t(`evidence.search.stopped.${known}`)} />
}
