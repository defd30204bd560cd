import { Button } from '../../../design/components/Button.tsx'
import { Dialog } from '../../../design/components/Dialog.tsx'
import { Stack } from '../../../design/components/layout.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'

/** Shown once: only the button that says they are written down closes it. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const t = useWords(words)
  return (
    <Dialog open={codes.length > 0} onClose={onClose} title={t('accounts.codes.title')} mustAnswer>
      <Stack gap={3}>
        <p>{t('accounts.codes.line')}</p>
        <ol className="accounts-codes" dir="ltr">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <div>
          <Button onPress={onClose}>{t('accounts.codes.kept')}</Button>
        </div>
      </Stack>
    </Dialog>
  )
}
