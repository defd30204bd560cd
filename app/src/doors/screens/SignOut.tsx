import { useHere } from '../../casefile/screens/use.tsx'
import { Button } from '../../design/components/Button.tsx'
import { useWords } from '../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'

/** Ends the session on the server first; only then is the page left. */
export function SignOut() {
  const t = useWords(words)
  const { wire } = useHere()
  const leave = async () => {
    await fetch(`${wire.base}/api/session/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    location.assign('/')
  }
  return (
    <Button kind="bare" onPress={() => void leave()}>
      {t('shell.sign-out')}
    </Button>
  )
}
