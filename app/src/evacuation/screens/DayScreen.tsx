import { useState } from 'react'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Card, Notice, PageHeader, Stack, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { AddTask } from './AddTask.tsx'
import { evacuation, type ListedOperation, type Moved, type Runbook } from './asking.ts'
import { MovedNotice } from './MovedNotice.tsx'
import { OfOperation } from './OfOperation.tsx'
import { Overbooked } from './Overbooked.tsx'
import { TaskRow } from './TaskRow.tsx'
import { useMoment } from './useTimes.ts'
import './evacuation.css'

/** The tasks of the day with their times; a changed one moves all after it at once. */
export function DayScreen() {
  return <OfOperation>{(operation) => <Day operation={operation} />}</OfOperation>
}

function Day({ operation }: { operation: ListedOperation }) {
  const t = useWords(words)
  const { actor } = useHere()
  const read = evacuation.useAnswer('readRunbook', { operation: operation.id })
  const isLead = actor?.profession === 'lead'
  return (
    <Answer of={read}>
      {(runbook) => (
        <>
          {runbook.tasks.length === 0 ? (
            <PageHeader title={t('evacuation.day-empty')} line={t('evacuation.day-empty-why')} />
          ) : (
            <Tasks operation={operation.id} runbook={runbook} isLead={isLead} />
          )}
          {isLead ? <AddTask operation={operation} runbook={runbook} /> : null}
        </>
      )}
    </Answer>
  )
}

function Tasks({ operation, runbook, isLead }: { operation: string; runbook: Runbook; isLead: boolean }) {
  const [moved, setMoved] = useState<Moved>()
  const ordered = [...runbook.tasks].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
  return (
    <Stack>
      <Headline runbook={runbook} />
      {moved ? <MovedNotice moved={moved} tasks={runbook.tasks} /> : null}
      <Overbooked runbook={runbook} />
      <Card>
        <ol className="fly-list">
          {ordered.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              version={runbook.version}
              operation={operation}
              onMoved={isLead ? setMoved : undefined}
            />
          ))}
        </ol>
      </Card>
    </Stack>
  )
}

function Headline({ runbook }: { runbook: Runbook }) {
  const t = useWords(words)
  const moment = useMoment()
  const { tasks, start, finish } = runbook
  const late = tasks.filter((task) => task.lateMinutes > 0).length
  const critical = tasks.filter((task) => task.critical).length
  return (
    <Stack gap={3}>
      <PageHeader
        title={t('evacuation.day-headline', {
          start: moment(start ?? ''),
          finish: moment(finish ?? ''),
        })}
        line={t('evacuation.day-critical', { n: critical, tasks: tasks.length })}
      />
      {late > 0 ? <Notice kind="waiting" title={t('evacuation.day-late', { n: late })} /> : null}
    </Stack>
  )
}
