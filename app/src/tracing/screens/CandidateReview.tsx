import { useEffect, useRef, useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button, Checkbox, Row, showToast, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type Candidate, tracing } from './asking.ts'
import { CandidateCard } from './CandidateCard.tsx'
import { keyCaps, type ReviewKey, useKeysWanted, useReviewKeys } from './candidate-keys.ts'
import { type Deciding, DecisionDialog } from './DecisionDialog.tsx'

export const keyOfPair = ({ child, relative, sought }: Deciding['pair']): string =>
  `${child} ${relative} ${sought}`

const decidingOn = (candidate: Candidate, choice: 'confirmed' | 'rejected'): Deciding => {
  const { child, relative, sought, request, listed, version } = candidate
  return {
    ...{ choice, pair: { child, relative, sought }, seen: version },
    ...{ asked: request.sought.name, listed: listed.names },
  }
}

/** One suggestion at a time, by hand or by keys; after a decision the next one comes. */
export function CandidateReview({ candidates, waiting }: { candidates: Candidate[]; waiting: number }) {
  const t = useWords(words)
  const [place, setPlace] = useState(0)
  const [deciding, setDeciding] = useState<Deciding>()
  const [last, setLast] = useState<Deciding['pair']>()
  const [wanted, setWanted] = useKeysWanted()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const withdraw = tracing.useDoing('withdrawDecision')
  const at = Math.min(place, Math.max(0, candidates.length - 1))
  const candidate = candidates[at]
  const heading = useFocusOnChange(candidate && keyOfPair(candidate))

  const move = (by: number) => setPlace(Math.max(0, Math.min(candidates.length - 1, at + by)))
  const undo = () => {
    if (!last || withdraw.isPending) return
    const input = { ...last, reason: t('tracing.review.undoReason') }
    withdraw.mutate(input, {
      onSuccess: () => {
        setLast(undefined)
        showToast(t('tracing.review.undone'))
      },
    })
  }
  const decide = (choice: 'confirmed' | 'rejected') => candidate && setDeciding(decidingOn(candidate, choice))
  const press: Record<ReviewKey, () => void> = {
    ...{ next: () => move(1), previous: () => move(-1), undo },
    ...{ confirm: () => decide('confirmed'), reject: () => decide('rejected') },
    help: () => setHelpOpen((open) => !open),
  }
  useReviewKeys(wanted && !deciding, (key) => press[key]())

  return (
    <>
      {candidate ? (
        <>
          <div className="review-bar">
            <Row>
              <Button kind="quiet" onPress={() => move(-1)} isDisabled={at === 0}>
                {t('tracing.review.previous')}
              </Button>
              <Button kind="quiet" onPress={() => move(1)} isDisabled={at === candidates.length - 1}>
                {t('tracing.review.next')}
              </Button>
            </Row>
            {waiting > candidates.length ? (
              <span className="soft small">
                {t('tracing.review.more', { waiting, shown: candidates.length })}
              </span>
            ) : null}
          </div>
          <CandidateCard
            key={keyOfPair(candidate)}
            candidate={candidate}
            heading={t('tracing.review.position', { n: at + 1, of: candidates.length })}
            headingRef={heading}
            onDecide={decide}
          />
        </>
      ) : null}
      {last ? (
        <Row>
          <Button kind="quiet" onPress={undo} pending={withdraw.isPending}>
            {t('tracing.review.undo')}
          </Button>
        </Row>
      ) : null}
      <No problem={withdraw.error} />
      {candidate ? (
        <Keys wanted={wanted} onWanted={setWanted} isOpen={isHelpOpen} onOpen={setHelpOpen} />
      ) : null}
      <DecisionDialog
        deciding={deciding}
        onClose={() => setDeciding(undefined)}
        onDone={(done) => setLast(done.pair)}
      />
    </>
  )
}

/** Takes the focus to the heading when another pair comes, so that a reader begins there; not when the page opens. */
function useFocusOnChange(key: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(key)
  useEffect(() => {
    if (before.current !== undefined && key !== before.current) heading.current?.focus()
    before.current = key
  }, [key])
  return heading
}

function Keys(props: {
  wanted: boolean
  onWanted: (wanted: boolean) => void
  isOpen: boolean
  onOpen: (open: boolean) => void
}) {
  const { wanted, onWanted, isOpen, onOpen } = props
  const t = useWords(words)
  return (
    <details
      className="review-keys-box small"
      open={isOpen}
      onToggle={(event) => onOpen(event.currentTarget.open)}
    >
      <summary>
        {t('tracing.review.keys')} <kbd className="review-key">?</kbd>
      </summary>
      <Checkbox checked={wanted} onChange={onWanted}>
        {t('tracing.review.keysOn')}
      </Checkbox>
      <dl className="review-keys">
        {(Object.keys(keyCaps) as ReviewKey[]).map((key) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              {keyCaps[key].map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{t(`tracing.key.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t('tracing.review.keysHelp')}</p>
    </details>
  )
}
