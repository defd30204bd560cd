import { type KeyboardEvent, useState } from 'react'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { ButtonLink, Notice, Page, PageHeader, Stack, Tabs, useWords, WideAndSide } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type ListedWork, tracing, type WaitingWork } from './asking.ts'
import { QueueItem } from './QueueItem.tsx'
import { QueueTimes } from './QueueTimes.tsx'
import './tracing.css'
import './queue.css'

export function QueueScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  const answer = tracing.useAnswer('listWork', operation ? { operation } : undefined)
  return (
    <Page>
      {operation ? (
        <Answer of={answer}>{(work) => <Queue work={work} operation={operation} />}</Answer>
      ) : (
        <Notice kind="empty" title={t('tracing.noOperation')} />
      )}
    </Page>
  )
}

const whose = ['mine', 'nobodys', 'all'] as const
type Whose = (typeof whose)[number]

const belongs: Record<Whose, (one: WaitingWork) => boolean> = {
  mine: (one) => one.isMine,
  nobodys: (one) => !one.owner,
  all: () => true,
}

function Queue({ work, operation }: { work: ListedWork; operation: string }) {
  const t = useWords(words)
  const now = work.waiting.filter((one) => !one.putOffUntil)
  const mine = now.filter(belongs.mine).length
  const [chosen, setChosen] = useState<Whose>(mine ? 'mine' : now.some(belongs.nobodys) ? 'nobodys' : 'all')
  const lines = [
    t('tracing.queue.late', { n: now.filter((one) => one.isLate).length }),
    t('tracing.queue.nobodysLine', { n: now.filter(belongs.nobodys).length }),
  ]
  return (
    <>
      <PageHeader
        title={t('tracing.queue.headline', { n: mine })}
        line={lines.join(' ')}
        actions={
          <ButtonLink kind="quiet" href="/tracing/requests/new">
            {t('tracing.request.write')}
          </ButtonLink>
        }
      />
      <WideAndSide>
        <Tabs
          label={t('tracing.queue.tabs')}
          selected={chosen}
          onSelect={setChosen}
          tabs={whose.map((key) => {
            const own = work.waiting.filter(belongs[key])
            return {
              ...{
                key,
                label: t(`tracing.queue.${key}`),
                count: String(own.filter((one) => !one.putOffUntil).length),
              },
              content: (
                <QueueList own={own} colleagues={work.colleagues} empty={t(`tracing.queue.empty.${key}`)} />
              ),
            }
          })}
        />
        <QueueTimes work={work} operation={operation} />
      </WideAndSide>
    </>
  )
}

type ListProps = { own: WaitingWork[]; colleagues: ListedWork['colleagues']; empty: string }

function QueueList({ own, colleagues, empty }: ListProps) {
  const t = useWords(words)
  if (own.length === 0) return <Notice kind="empty" title={empty} />
  return (
    <Stack gap={2}>
      <ul className="tracing-works" onKeyDown={moveBetween}>
        {[...Map.groupBy(own, (one) => one.request)].map(([request, works]) => (
          <QueueItem key={request} own={works} colleagues={colleagues} />
        ))}
      </ul>
      <p className="soft small tracing-keys">{t('tracing.queue.keys')}</p>
    </Stack>
  )
}

/** Arrow up and down go from one piece of work to the next; everything else is as Tab and Enter have it. */
function moveBetween(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const item = (event.target as HTMLElement).closest('.tracing-work')
  if (!step || !item) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('h3 a')]
  const here = links.findIndex((link) => item.contains(link))
  const next = links[here + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
