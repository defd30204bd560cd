import { useParams } from '@tanstack/react-router'
import type { AnswerOf } from '../../casefile/asking.ts'
import { nameIn } from '../../casefile/rules.ts'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { Card, Page, PageHeader } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { useFormats, useLanguage, useWords } from '../../design/languages/LanguageProvider.tsx'
import { languageNames } from '../../design/languages/language.ts'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { Cite } from './Cite.tsx'
import { Correctable } from './Correctable.tsx'
import { casefile, publication } from './desk.ts'
import { FigureCards } from './FigureCards.tsx'

type Published = AnswerOf<typeof operations, 'readPublicPage'>

/** What the public reads of one operation: the account, the figures with their history, what was corrected. */
export function PublicPage() {
  const { operation } = useParams({ strict: false }) as { operation: string }
  const page = publication.useAnswer('readPublicPage', { operation })
  const operations = casefile.useAnswer('listOperations', {})
  const language = useLanguage()
  const names = operations.data?.operations.find((one) => one.id === operation)?.names
  return (
    <Correctable page={`/public/${operation}`}>
      <Page>
        <Answer of={page}>
          {(published) => (
            <>
              <Account accounts={published.accounts} name={names ? nameIn(names, language).text : ''} />
              <FigureCards figures={published.figures} />
              <Cite path={`/public/${operation}`} />
              <Corrected corrections={published.corrections} accounts={published.accounts} />
            </>
          )}
        </Answer>
      </Page>
    </Correctable>
  )
}

function Account({ accounts, name }: { accounts: Published['accounts']; name: string }) {
  const t = useWords(words)
  const f = useFormats()
  const language = useLanguage()
  const own = accounts.filter((account) => account.language === language).at(-1)
  const shown = own ?? accounts.at(-1)
  if (!shown)
    return (
      <>
        <PageHeader title={name} />
        <Notice kind="empty" title={t('publication.no-account')} />
      </>
    )
  return (
    <>
      <PageHeader title={shown.title} line={`${name} · ${f.date(shown.publishedAt.slice(0, 10))}`} />
      {own ? null : (
        <Notice
          kind="empty"
          title={t('publication.account-other', { language: languageNames[shown.language] })}
        />
      )}
      <Card>
        <div className="account-text" lang={shown.language} dir="auto">
          {shown.text}
        </div>
      </Card>
    </>
  )
}

/** The published history: corrections readers reported, and accounts that replaced another with their reason. */
function Corrected({
  corrections,
  accounts,
}: {
  corrections: Published['corrections']
  accounts: Published['accounts']
}) {
  const t = useWords(words)
  const f = useFormats()
  const replaced = accounts
    .filter((account) => account.reason)
    .map(({ reason, publishedAt }) => ({ note: reason!, at: publishedAt }))
  const all = [...replaced, ...corrections.map(({ note, decidedAt }) => ({ note, at: decidedAt }))]
  return (
    <Card title={t('publication.corrected')}>
      {all.length ? (
        <ul>
          {all
            .sort((a, b) => b.at.localeCompare(a.at))
            .map(({ note, at }) => (
              <li key={at + note}>
                {f.date(at.slice(0, 10))}: <bdi>{note}</bdi>
              </li>
            ))}
        </ul>
      ) : (
        <p className="soft">{t('publication.corrected-none')}</p>
      )}
    </Card>
  )
}
