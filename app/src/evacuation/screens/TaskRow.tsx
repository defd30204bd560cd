import { useState } from 'react'
import type { Language } from '../../casefile/model.ts'
import { nameIn } from '../../casefile/rules.ts'
import { No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Badge, Button, formatTime, Row, Stack, useFormats, useLanguage, useWords } from '../../design/kit.ts'
import { listIn, professionIn } from '../saying.ts'
import { words } from '../words.ts'
import { evacuation, type Moved, type TimedTask } from './asking.ts'
import { toMinutes } from './counts.ts'
import { MinutesField } from './MinutesField.tsx'
import { useDuration } from './useTimes.ts'

type Props = {
  task: TimedTask
  version: number
  operation: string
  /** Absent: the reader may not change it. */
  onMoved: ((moved: Moved) => void) | undefined
}

export function TaskRow({ task, version, operation, onMoved }: Props) {
  const t = useWords(words)
  const f = useFormats()
  const language = useLanguage()
  const duration = useDuration()
  const needs = task.needs ?? []
  return (
    <li className="day-task">
      <div>
        <div className="day-time" dir="ltr">
          {formatTime(task.start)}–{formatTime(task.end)}
        </div>
        <div className="soft small">{f.day(task.start)}</div>
      </div>
      <Stack gap={2}>
        <Row>
          <TaskName task={task} />
          <Slip task={task} />
        </Row>
        <div className="soft small">
          {t('evacuation.takes', { time: duration(task.minutes) })}
          {needs.length > 0
            ? ` · ${t('evacuation.needed', {
                who: listIn(
                  language,
                  needs.map((one) => professionIn(language, one)),
                ),
              })}`
            : ''}
        </div>
        {onMoved ? (
          <ChangeMinutes task={task} version={version} operation={operation} onMoved={onMoved} />
        ) : null}
      </Stack>
    </li>
  )
}

export function TaskName({ task }: { task: TimedTask }) {
  const { wire } = useHere()
  const { text, language } = nameIn(task.names, wire.language as Language)
  return (
    <strong>
      <bdi lang={language}>{text}</bdi>
    </strong>
  )
}

/** Whether it may slip, in words. */
function Slip({ task }: { task: TimedTask }) {
  const t = useWords(words)
  const duration = useDuration()
  if (task.lateMinutes > 0)
    return <Badge kind="problem">{t('evacuation.late-by', { time: duration(task.lateMinutes) })}</Badge>
  if (task.critical) return <Badge kind="muted">{t('evacuation.critical')}</Badge>
  return <Badge kind="ok">{t('evacuation.slack', { time: duration(task.slackMinutes) })}</Badge>
}

function ChangeMinutes({ task, version, operation, onMoved }: Props & { onMoved: (moved: Moved) => void }) {
  const t = useWords(words)
  const [text, setText] = useState<string>()
  const change = evacuation.useDoing('changeTask')
  if (text === undefined)
    return (
      <Row>
        <Button kind="quiet" onPress={() => setText(String(task.minutes))}>
          {t('evacuation.change-minutes')}
        </Button>
      </Row>
    )
  const minutes = toMinutes(text)
  const save = () => {
    if (minutes === undefined) return
    const done = (moved: Moved) => {
      setText(undefined)
      onMoved(moved)
    }
    const wanted = { kind: 'minutes' as const, id: task.id, minutes }
    change.mutate({ operation, seen: version, change: wanted }, { onSuccess: done })
  }
  return (
    <Stack gap={2}>
      <MinutesField text={text} onChange={setText} />
      <No problem={change.error} />
      <Row>
        <Button onPress={save} pending={change.isPending} isDisabled={minutes === undefined}>
          {t('evacuation.save')}
        </Button>
        <Button kind="quiet" onPress={() => setText(undefined)}>
          {t('evacuation.cancel')}
        </Button>
      </Row>
    </Stack>
  )
}
