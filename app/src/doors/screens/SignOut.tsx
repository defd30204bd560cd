import { useHere } from '../../casefile/screens/use.tsx'
import { Button } from '../../design/components/Button.tsx'
import { showToast } from '../../design/components/toasts.tsx'
import { useWords } from '../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'
import { forgetDrafts } from './kept.ts'

/**
 * What this tab kept goes first, whether or not the house can be reached; then the session ends on the server, and
 * only then is the page left.
 */
export function SignOut() {
  const t = useWords(words)
  const { wire } = useHere()
  const leave = async () => {
    forgetDrafts()
    const answer = await fetch(`${wire.base}/api/session/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => undefined)
    // Whoever cannot be heard is still signed in, and must know.
    if (!answer?.ok) return showToast(wire.unreachable)
    location.assign('/')
  }
  return (
    <Button kind="bare" onPress={() => void leave()}>
      {t('shell.sign-out')}
    </Button>
  )
}
