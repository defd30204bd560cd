import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'
import { useEmergencies, waitingIn } from './asking.ts'

/** In the menu: how many decisions wait for this reader. */
export function WaitingCount() {
  const t = useWords(words)
  const { data } = useEmergencies()
  const n = waitingIn(data)
  if (n === 0) return null
  return (
    <span className="emergency-count">
      <span aria-hidden="true">{n}</span>
      <span className="hidden">{t('emergency.waiting-count', { n })}</span>
    </span>
  )
}
