import { useNavigate } from '@tanstack/react-router'
import type { operations as casefileOperations } from '../../casefile/operations.ts'
import { nameIn } from '../../casefile/rules.ts'
import { Answer, fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { asking } from '../../casefile/screens/use.tsx'
import {
  Button,
  ButtonLink,
  Notice,
  Page,
  PageHeader,
  Row,
  Select,
  useLanguage,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { type ChildDraft, emptyChild, toSoughtInput } from './AskChild.tsx'
import { AskPeople } from './AskPeople.tsx'
import { AboutYou, type You } from './AskYou.tsx'
import { tracing } from './asking.ts'
import { useDraft } from './draft.ts'
import { keepReceipt } from './receipt.ts'
import './tracing.css'

const casefile = asking<typeof casefileOperations>('casefile')

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

type Draft = { operation: string | undefined; you: You; children: ChildDraft[] }

function AskForm({ operations }: { operations: { key: string; label: string }[] }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const language = useLanguage()
  const [draft, setDraft, clear] = useDraft<Draft>('ask', () => ({
    operation: operations.length === 1 ? operations[0]!.key : undefined,
    you: { name: '', relation: '', contact: '', place: '', language },
    children: [emptyChild()],
  }))
  const { operation, you, children } = draft
  const request = tracing.useDoing('requestTracing')
  const send = () =>
    request.mutate(
      {
        operation: operation ?? '',
        requester: { ...you, place: you.place.trim() || undefined },
        sought: children.map(toSoughtInput),
      },
      {
        onSuccess: (receipt) => {
          clear()
          keepReceipt({ ...receipt, language: you.language })
          void navigate({ to: '/ask/thanks' })
        },
      },
    )
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
          onChange={(chosen) => setDraft({ ...draft, operation: chosen })}
          error={fieldSentence(request.error, 'operation')}
        />
      ) : null}
      <AskPeople
        people={children}
        problem={request.error}
        onChange={(changed) => setDraft({ ...draft, children: changed })}
      />
      <AboutYou
        title={t('tracing.ask.you')}
        you={you}
        problem={request.error}
        onChange={(changed) => setDraft({ ...draft, you: changed })}
      />
      <p className="soft">
        {t('tracing.ask.promise')} {t('tracing.ask.draft')}
      </p>
      {request.error?.no.kind === 'invalid' ? (
        <Notice kind="invalid" title={request.error.no.sentence} />
      ) : (
        <No problem={request.error} />
      )}
      <Row>
        <Button type="submit" pending={request.isPending}>
          {t('tracing.ask.send')}
        </Button>
        <Button kind="bare" onPress={clear}>
          {t('tracing.ask.clear')}
        </Button>
        <ButtonLink kind="bare" href="/ask/stage">
          {t('tracing.ask.toStage')}
        </ButtonLink>
      </Row>
    </form>
  )
}
