import { ButtonLink } from '../../design/components/Link.tsx'
import { Page } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { useWords } from '../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'

/** A screen that broke: nothing recorded is lost, and that is what it says. */
export function Failed() {
  const t = useWords(words)
  return (
    <Page>
      <Notice
        kind="fault"
        title={t('shell.failed')}
        actions={<ButtonLink href="/">{t('shell.to-home')}</ButtonLink>}
      />
    </Page>
  )
}

export function NotFound() {
  const t = useWords(words)
  return (
    <Page>
      <Notice
        kind="empty"
        title={t('shell.not-found')}
        actions={<ButtonLink href="/">{t('shell.to-home')}</ButtonLink>}
      />
    </Page>
  )
}
