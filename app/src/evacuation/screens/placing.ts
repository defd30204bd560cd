import { useLanguage, useWords } from '../../design/kit.ts'
import { becauseIn, type Reason } from '../saying.ts'
import { words } from '../words.ts'
import type { People } from './people.ts'

type Placed = { seat?: string; lapOf?: string }

/** Places and reasons in the reader's words. */
export function useSaying(people: People) {
  const t = useWords(words)
  const language = useLanguage()
  const place = ({ seat, lapOf }: Placed): string =>
    seat ?? (lapOf ? t('evacuation.seat-lap', { adult: people.nameOf(lapOf) }) : t('evacuation.seat-crew'))
  const because = (reasons: Reason[]): string =>
    reasons.map((reason) => becauseIn(language, reason, people.nameOf)).join(' ')
  return { place, because }
}
