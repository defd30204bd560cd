import { Button } from '../../design/components/Button.tsx'
import { Card, Row } from '../../design/components/layout.tsx'
import { showToast } from '../../design/components/toasts.tsx'
import { useWords } from '../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'

/** The request to keep the link with the figures, and the link itself. */
export function Cite({ path }: { path: string }) {
  const t = useWords(words)
  const link = `${location.origin}${path}`
  const copy = () => navigator.clipboard.writeText(link).then(() => showToast(t('publication.copied')))
  return (
    <Card title={t('publication.cite')}>
      <p>{t('publication.cite-why')}</p>
      <Row>
        <code className="cite-link" dir="ltr">
          {link}
        </code>
        <Button kind="quiet" onPress={() => void copy()}>
          {t('publication.copy')}
        </Button>
      </Row>
    </Card>
  )
}
