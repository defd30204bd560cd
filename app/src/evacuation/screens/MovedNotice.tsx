import type { Language } from '../../casefile/model.ts'
import { nameIn } from '../../casefile/rules.ts'
import { Notice, useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Moved, TimedTask } from './asking.ts'
import { useDuration, useMoment } from './useTimes.ts'

/** What one change moved, and when the day now ends. */
export function MovedNotice({ moved, tasks }: { moved: Moved; tasks: TimedTask[] }) {
  const t = useWords(words)
  const moment = useMoment()
  const duration = useDuration()
  const language: Language = useLanguage()
  const nameOf = (id: string) => {
    const task = tasks.find((one) => one.id === id)
    return task ? nameIn(task.names, language).text : id
  }
  const { before, after } = moved.finish
  if (moved.moved.length === 0)
    return <Notice kind="done" title={t('evacuation.moved-none', { finish: moment(after) })} />
  const values = { n: moved.moved.length, before: moment(before), after: moment(after) }
  return (
    <Notice kind="done" title={t('evacuation.moved-tasks', values)}>
      <ul>
        {moved.moved.map(({ id, minutes, toStart }) => (
          <li key={id}>
            {t(minutes > 0 ? 'evacuation.later' : 'evacuation.earlier', {
              task: nameOf(id),
              time: duration(Math.abs(minutes)),
              start: moment(toStart),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
