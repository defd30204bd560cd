import { Button } from '../../../design/components/Button.tsx'
import { Dialog } from '../../../design/components/Dialog.tsx'
import { Row, Stack } from '../../../design/components/layout.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'
import './accounts.css'

export type Handed = { name: string; link: string }

/** The one time a link is shown. */
export function LinkToHand({ handed, onClose }: { handed: Handed | undefined; onClose: () => void }) {
  const t = useWords(words)
  if (!handed) return null
  const copy = () =>
    navigator.clipboard?.writeText(handed.link).then(
      () => showToast(t('accounts.link.copied')),
      () => undefined,
    )
  return (
    <Dialog open onClose={onClose} title={t('accounts.link.ready', { name: handed.name })} mustAnswer>
      <Stack gap={3}>
        <p>{t('accounts.link.care')}</p>
        <p className="accounts-link">
          <code dir="ltr">{handed.link}</code>
        </p>
        <Row>
          <Button kind="quiet" onPress={() => void copy()}>
            {t('accounts.link.copy')}
          </Button>
          <Button onPress={onClose}>{t('accounts.done')}</Button>
        </Row>
      </Stack>
    </Dialog>
  )
}
