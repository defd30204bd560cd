import { useState } from 'react'
import type { AnswerOf } from '../../casefile/asking.ts'
import { nameIn } from '../../casefile/rules.ts'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Button } from '../../design/components/Button.tsx'
import { Link } from '../../design/components/Link.tsx'
import { Card, Columns, Page, PageHeader, Stack } from '../../design/components/layout.tsx'
import { Select } from '../../design/components/Select.tsx'
import { TextArea, TextField } from '../../design/components/TextField.tsx'
import { useFormats, useLanguage, useWords } from '../../design/languages/LanguageProvider.tsx'
import { languageNames, languages } from '../../design/languages/language.ts'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { casefile, publication } from './desk.ts'

type Draft = AnswerOf<typeof operations, 'draftFigures'>['figures'][number]

/** Where an editor freezes figures and writes the account of an operation. */
export function Publishing() {
  const t = useWords(words)
  const language = useLanguage()
  const { operation, chooseOperation } = useHere()
  const operations = casefile.useAnswer('listOperations', {})
  return (
    <Page>
      <PageHeader title={t('publication.desk-figures')} line={t('publication.desk-figures-lead')} />
      <Answer of={operations}>
        {({ operations: all }) => {
          const chosen = all.find((one) => one.id === operation) ?? all[0]
          if (!chosen) return null
          return (
            <>
              <Select
                label={t('publication.operations')}
                options={all.map((one) => ({ key: one.id, label: nameIn(one.names, language).text }))}
                value={chosen.id}
                onChange={chooseOperation}
              />
              <p>
                <Link href={`/public/${chosen.id}`}>{t('publication.see-page')}</Link>
              </p>
              <Figures operation={chosen.id} />
              <AccountForm operation={chosen.id} />
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function Figures({ operation }: { operation: string }) {
  const drafts = publication.useAnswer('draftFigures', { operation })
  return (
    <Answer of={drafts}>
      {({ figures }) => (
        <Columns least={18}>
          {figures.map((one) => (
            <FigureDraft key={one.figure} operation={operation} draft={one} />
          ))}
        </Columns>
      )}
    </Answer>
  )
}

function FigureDraft({ operation, draft }: { operation: string; draft: Draft }) {
  const t = useWords(words)
  const f = useFormats()
  const [reason, setReason] = useState('')
  const publish = publication.useDoing('publishFigure')
  const say = (value: number | null) => (value === null ? t('publication.suppressed') : f.number(value))
  const { published } = draft
  return (
    <Card title={t(`publication.figure.${draft.figure}`)}>
      <p>
        {t('publication.today')}: <strong>{say(draft.value)}</strong>
        <br />
        <span className="soft">
          {t('publication.published')}:{' '}
          {published ? `${say(published.value)}, ${f.date(published.asOf)}` : t('publication.never')}
        </span>
      </p>
      {published ? <TextField label={t('publication.reason')} value={reason} onChange={setReason} /> : null}
      <No problem={publish.error} />
      <Button
        kind="quiet"
        pending={publish.isPending}
        isDisabled={Boolean(published) && !reason.trim()}
        onPress={() =>
          publish.mutate(
            { operation, figure: draft.figure, ...(published ? { reason } : {}) },
            { onSuccess: () => setReason('') },
          )
        }
      >
        {t('publication.publish')}
      </Button>
    </Card>
  )
}

function AccountForm({ operation }: { operation: string }) {
  const t = useWords(words)
  const reader = useLanguage()
  const page = publication.useAnswer('readPublicPage', { operation })
  const [language, setLanguage] = useState(reader)
  const before = page.data?.accounts.filter((account) => account.language === language).at(-1)
  return (
    <Card title={t('publication.account')}>
      <Stack gap={3}>
        <Select
          label={t('publication.account-language')}
          options={languages.map((key) => ({ key, label: languageNames[key] }))}
          value={language}
          onChange={setLanguage}
        />
        <AccountFields
          key={`${language} ${before?.publishedAt}`}
          operation={operation}
          language={language}
          before={before}
        />
      </Stack>
    </Card>
  )
}

type Fields = {
  operation: string
  language: (typeof languages)[number]
  before: { title: string; text: string } | undefined
}

function AccountFields({ operation, language, before }: Fields) {
  const t = useWords(words)
  const [title, setTitle] = useState(before?.title ?? '')
  const [text, setText] = useState(before?.text ?? '')
  const [reason, setReason] = useState('')
  const publish = publication.useDoing('publishAccount')
  const account = { language, title, text, ...(before ? { reason } : {}) }
  return (
    <>
      <TextField label={t('publication.account-title')} value={title} onChange={setTitle} />
      <TextArea label={t('publication.account-text')} value={text} onChange={setText} rows={8} />
      {before ? <TextField label={t('publication.reason')} value={reason} onChange={setReason} /> : null}
      <No problem={publish.error} />
      <Button
        onPress={() => publish.mutate({ operation, account })}
        pending={publish.isPending}
        isDisabled={!title.trim() || !text.trim() || (Boolean(before) && !reason.trim())}
      >
        {t('publication.publish')}
      </Button>
    </>
  )
}
