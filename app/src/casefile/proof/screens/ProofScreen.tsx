import { Page, PageHeader } from '../../../design/components/layout.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'
import { log } from './asking.ts'
import { CheckForm } from './CheckForm.tsx'
import { Newest } from './Newest.tsx'
import './proof.css'

/** Anybody learns whether a document stands in the log. What is chosen never leaves the browser. */
export function ProofScreen() {
  const t = useWords(words)
  const newest = log.useAnswer('checkpoint', {})
  return (
    <Page>
      <PageHeader title={t('log.title')} line={t('log.lead')} />
      <CheckForm published={newest.data?.keys.map(({ verifier }) => verifier) ?? []} />
      <Newest of={newest} />
    </Page>
  )
}
