import { nameIn } from '../../casefile/rules.ts'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { Link } from '../../design/components/Link.tsx'
import { Card, Page, PageHeader, Stack } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { useFormats, useLanguage, useWords } from '../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'
import { Correctable } from './Correctable.tsx'
import { casefile } from './desk.ts'
import { Ledger } from './Ledger.tsx'

/** The public front of what is published: the operations, and the ledger of all known returns. */
export function PublicList() {
  const t = useWords(words)
  const f = useFormats()
  const language = useLanguage()
  const operations = casefile.useAnswer('listOperations', {})
  return (
    <Correctable page="/public">
      <Page>
        <PageHeader title={t('publication.public-title')} line={t('publication.public-lead')} />
        <Card title={t('publication.operations')}>
          <Answer of={operations}>
            {({ operations: all }) =>
              all.length ? (
                <Stack gap={2}>
                  {all.map((one) => (
                    <p key={one.id}>
                      <Link href={`/public/${one.id}`}>{nameIn(one.names, language).text}</Link>{' '}
                      <span className="soft">{f.month(one.flightAt.slice(0, 10))}</span>
                    </p>
                  ))}
                </Stack>
              ) : (
                <Notice kind="empty" title={t('publication.no-operations')} />
              )
            }
          </Answer>
        </Card>
        <Ledger />
      </Page>
    </Correctable>
  )
}
