import { formatTime, useFormats, useWords } from '../../design/kit.ts'
import { lastDayOf } from '../rules.ts'
import { words } from '../words.ts'

/** "until 20 December", and to the minute where a paper ends within a day. */
export function useUntil(): (expires: string) => string {
  const t = useWords(words)
  const f = useFormats()
  return (expires) => {
    const day = lastDayOf(expires)
    return t('clearance.until', { day: day ? f.day(day) : `${f.day(expires)}, ${formatTime(expires)}` })
  }
}
