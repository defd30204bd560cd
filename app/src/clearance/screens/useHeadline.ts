import { type MessageValues, useFormats, useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Matrix } from './asking.ts'

/**
 * The state of an operation in words: who could fly, and what the others wait for. A child that waits for
 * several things is counted once, at the first on the path.
 */
export function useHeadline(matrix: Matrix): { title: string; line: string } {
  const t = useWords(words)
  const f = useFormats()
  const language = useLanguage()
  const all = matrix.children.length
  const waiting = matrix.children.filter(({ ready }) => !ready)
  const values: MessageValues = { ready: all - waiting.length, all, day: f.day(matrix.flightAt) }
  if (matrix.children.every(({ flown }) => flown)) return { title: t('clearance.allFlown', values), line: '' }
  if (waiting.length === 0) return { title: t('clearance.allReady', values), line: '' }
  const firsts = Map.groupBy(waiting, ({ because }) => because[0] ?? '')
  const counts = [...firsts].sort(([, one], [, other]) => other.length - one.length)
  const parts = counts.map(([code, children]) =>
    t('clearance.countFor', { count: children.length, what: t(`waits.${code}`) }),
  )
  const line = `${t('clearance.waiting', { waiting: waiting.length })} ${parts.join(language === 'ar' ? '؛ ' : '; ')}.`
  return { title: t('clearance.headline', values), line }
}
