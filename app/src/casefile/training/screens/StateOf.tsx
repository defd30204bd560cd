import { Badge } from '../../../design/components/Badge.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'
import { daysUntil, isLacking, type Standing } from './asking.ts'

/** How somebody stands with a course, in words. `asked`: it is required, so that lacking it is a problem. */
export function StateOf({ one, asked }: { one: Standing; asked: boolean }) {
  const t = useWords(words)
  const f = useFormats()
  const kind = isLacking(one) ? (asked ? 'problem' : 'muted') : one.state === 'soon' ? 'waiting' : 'ok'
  const until = one.until ? f.date(one.until) : ''
  const days = one.until ? daysUntil(one.until) : 0
  return <Badge kind={kind}>{t(`training.state.${one.state}`, { until, days })}</Badge>
}
