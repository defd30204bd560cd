import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { operations as casefileOperations } from '../../casefile/operations.ts'
import { nameIn } from '../../casefile/rules.ts'
import { Answer, fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { asking } from '../../casefile/screens/use.tsx'
import {
  Button,
  ButtonLink,
  Card,
  Columns,
  type Language,
  languageNames,
  languages,
  Notice,
  Page,
  PageHeader,
  Row,
  Select,
  TextField,
  useLanguage,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { AskChild, type ChildDraft, emptyChild, toSoughtInput } from './AskChild.tsx'
import { tracing } from './asking.ts'
import { keepReceipt } from './receipt.ts'
import './tracing.css'

const casefile = asking<typeof casefileOperations>('casefile')
const MOST_CHILDREN = 12

/** The public form. Nobody has to sign in, know everything, or write in another language than their own. */
export function AskScreen() {
  const t = useWords(words)
  const language = useLanguage()
  const answer = casefile.useAnswer('listOperations', {})
  return (
    <Page>
      <PageHeader title={t('tracing.ask.title')} line={t('tracing.ask.lead')} />
      <Answer of={answer}>
        {({ operations }) => {
          const open = operations
            .filter((one) => one.takesRequests)
            .map(({ id, names }) => ({ key: id, label: nameIn(names, language).text }))
          if (open.length === 0) return <Notice kind="empty" title={t('tracing.ask.closed')} />
          return <AskForm operations={open} />
        }}
      </Answer>
    </Page>
  )
}

type You = { name: string; relation: string; contact: string; place: string; language: Language }

function AskForm({ operations }: { operations: { key: string; label: string }[] }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const [operation, setOperation] = useState(operations.length === 1 ? operations[0]!.key : undefined)
  const [you, setYou] = useState<You>({
    ...{ name: '', relation: '', contact: '', place: '', language: useLanguage() },
  })
  const [children, setChildren] = useState<ChildDraft[]>([emptyChild()])
  const request = tracing.useDoing('requestTracing')
  const send = () => {
    const requester = { ...you, place: you.place.trim() || undefined }
    request.mutate(
      { operation: operation ?? '', requester, sought: children.map(toSoughtInput) },
      {
        onSuccess: (receipt) => {
          keepReceipt(receipt)
          void navigate({ to: '/ask/thanks' })
        },
      },
    )
  }
  const change = (at: number, child: ChildDraft) =>
    setChildren(children.map((one, index) => (index === at ? child : one)))
  return (
    <form
      className="stack tracing-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {operations.length > 1 ? (
        <Select
          label={t('tracing.ask.operation')}
          options={operations}
          value={operation}
          onChange={setOperation}
          error={fieldSentence(request.error, 'operation')}
        />
      ) : null}
      {children.map((child, at) => (
        <AskChild
          key={child.key}
          {...{ child, at, problem: request.error }}
          onChange={(changed) => change(at, changed)}
          onRemove={children.length > 1 ? () => setChildren(children.toSpliced(at, 1)) : undefined}
        />
      ))}
      {children.length < MOST_CHILDREN ? (
        <Row>
          <Button kind="quiet" onPress={() => setChildren([...children, emptyChild()])}>
            {t('tracing.ask.addChild')}
          </Button>
        </Row>
      ) : null}
      <AboutYou you={you} onChange={setYou} problem={request.error} />
      <p className="soft">{t('tracing.ask.promise')}</p>
      {request.error?.no.kind === 'invalid' ? (
        <Notice kind="invalid" title={request.error.no.sentence} />
      ) : (
        <No problem={request.error} />
      )}
      <Row>
        <Button type="submit" pending={request.isPending}>
          {t('tracing.ask.send')}
        </Button>
        <ButtonLink kind="bare" href="/ask/stage">
          {t('tracing.ask.toStage')}
        </ButtonLink>
      </Row>
    </form>
  )
}

type AboutProps = {
  you: You
  onChange: (you: You) => void
  problem: Parameters<typeof fieldSentence>[0]
}

function AboutYou({ you, onChange, problem }: AboutProps) {
  const t = useWords(words)
  const field = (key: 'name' | 'relation' | 'contact' | 'place') => ({
    label: t(`tracing.ask.${key}`),
    value: you[key],
    onChange: (value: string) => onChange({ ...you, [key]: value }),
    error: fieldSentence(problem, `requester.${key}`),
  })
  return (
    <Card title={t('tracing.ask.you')}>
      <Columns least={18}>
        <TextField {...field('name')} autoComplete="name" />
        <TextField {...field('relation')} help={t('tracing.ask.relationHint')} />
        <TextField {...field('contact')} help={t('tracing.ask.contactHint')} />
        <TextField {...field('place')} optional />
        <Select
          label={t('tracing.ask.language')}
          options={languages.map((key) => ({ key, label: languageNames[key] }))}
          value={you.language}
          onChange={(language) => onChange({ ...you, language })}
        />
      </Columns>
    </Card>
  )
}
