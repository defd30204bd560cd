import { formatTime, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'

/** Minutes as people say them: 200 is "3 hours 20 minutes". */
export function useDuration(): (minutes: number) => string {
  const t = useWords(words)
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    const inMinutes = t('evacuation.minutes', { n: rest })
    if (hours === 0) return inMinutes
    const inHours = t('evacuation.hours', { n: hours })
    return rest === 0 ? inHours : t('evacuation.hours-minutes', { hours: inHours, minutes: inMinutes })
  }
}

/** A moment of the operation's own days: day and month and the time, without the year everybody knows. */
export function useMoment(): (instant: string) => string {
  const t = useWords(words)
  const f = useFormats()
  return (instant) => t('evacuation.moment', { day: f.day(instant), time: formatTime(instant) })
}
