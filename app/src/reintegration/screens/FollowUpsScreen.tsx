import { Answer } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import {
  ButtonLink,
  Card,
  Notice,
  Page,
  PageHeader,
  Stack,
  Table,
  useFormats,
  useWords,
} from '../../design/kit.ts'
import { daysBetween, FOLLOW_UP_MONTHS } from '../rules.ts'
import { words } from '../words.ts'
import { type FollowUps, type Line, reintegration } from './asking.ts'
import { MarkOfVisit } from './MarkOfVisit.tsx'
import './reintegration.css'

export function FollowUpsScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  const answer = reintegration.useAnswer('listFollowUps', operation ? { operation } : undefined)
  return (
    <Page>
      {operation ? (
        <Answer of={answer}>{(followUps) => <Everybody followUps={followUps} />}</Answer>
      ) : (
        <Notice kind="empty" title={t('reintegration.noOperation')} />
      )}
    </Page>
  )
}

/** Where silence shows: the sentence first, then a line for each child, the longest silence on top. */
function Everybody({ followUps: { children, unplaced, today } }: { followUps: FollowUps }) {
  const t = useWords(words)
  const f = useFormats()
  if (children.length + unplaced.length === 0)
    return <Notice kind="empty" title={t('reintegration.noChildren')} />
  const overdue = children.filter(({ marks }) => marks.some(({ state }) => state === 'overdue'))
  const day = overdue[0] ? f.date(overdue[0].lastSeen) : ''
  const title =
    children.length === 0
      ? t('reintegration.nobodyHome')
      : t('reintegration.headline', { overdue: overdue.length, day })
  const line = t('reintegration.line', { home: children.length, unplaced: unplaced.length })
  const toHomes = (
    <ButtonLink href="/reintegration/homes" kind={unplaced.length > 0 ? 'primary' : 'quiet'}>
      {t('reintegration.toPlacement')}
    </ButtonLink>
  )
  return (
    <Stack>
      <PageHeader title={title} line={line} actions={toHomes} />
      {children.length > 0 ? (
        <Card>
          <Visits lines={children} today={today} />
        </Card>
      ) : null}
    </Stack>
  )
}

function Visits({ lines, today }: { lines: Line[]; today: string }) {
  const t = useWords(words)
  const child = {
    key: 'child',
    label: t('reintegration.child'),
    names: true,
    cell: (line: Line) => <PersonName names={line.names} child={line.child} />,
  }
  const seen = {
    key: 'seen',
    label: t('reintegration.lastSeen'),
    cell: (line: Line) => <Seen line={line} today={today} />,
  }
  const months = FOLLOW_UP_MONTHS.map((month) => ({
    key: String(month),
    label: t('reintegration.month', { month }),
    cell: (line: Line) => {
      const mark = line.marks.find((one) => one.month === month)
      return mark ? <MarkOfVisit mark={mark} /> : null
    },
  }))
  return (
    <div className="visits-table">
      <Table
        caption={t('reintegration.visits')}
        columns={[child, seen, ...months]}
        rows={lines}
        rowKey={(line) => line.child}
      />
    </div>
  )
}

function Seen({ line, today }: { line: Line; today: string }) {
  const t = useWords(words)
  const f = useFormats()
  const days = Math.max(0, daysBetween(line.lastSeen, today))
  return (
    <span>
      {t('reintegration.daysAgo', { days })}
      <br />
      <small className="soft">
        {f.date(line.lastSeen)} · {t(`reintegration.kind.${line.kind}`)}
      </small>
    </span>
  )
}
