import { useNavigate } from '@tanstack/react-router'
import { No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Button, Card, Notice, Page, PageHeader, Row, useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type ChildDraft, emptyChild, toSoughtInput } from './AskChild.tsx'
import { AskPeople } from './AskPeople.tsx'
import { AboutYou, ReachFields, type Reaching, type You } from './AskYou.tsx'
import { tracing } from './asking.ts'
import { useDraft } from './draft.ts'
import { type IdentityDraft, IdentityFields, noIdentity, toIdentification } from './RequestIdentity.tsx'
import { keepReceipt } from './receipt.ts'
import './tracing.css'

/** The desk's own form: a colleague writes down what a visitor, a caller or a letter says. */
export function AskDeskScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  return (
    <Page>
      <PageHeader title={t('tracing.request.write')} line={t('tracing.request.writeLead')} />
      {operation ? (
        <DeskForm operation={operation} />
      ) : (
        <Notice kind="empty" title={t('tracing.noOperation')} />
      )}
    </Page>
  )
}

type Draft = { you: You; reach: Reaching; identity: IdentityDraft; children: ChildDraft[] }

function DeskForm({ operation }: { operation: string }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const language = useLanguage()
  const { actor } = useHere()
  const [draft, setDraft, clear] = useDraft<Draft>('ask-desk', () => ({
    you: { name: '', relation: '', contact: '', place: '', language },
    reach: { channel: 'self', through: '', inCustody: false },
    identity: noIdentity(actor?.name ?? ''),
    children: [emptyChild()],
  }))
  const { you, reach, identity, children } = draft
  const request = tracing.useDoing('writeDownRequest')
  const send = () => {
    const requester = { ...you, ...reach, place: you.place.trim() || undefined }
    request.mutate(
      {
        ...{ operation, identified: toIdentification(identity), sought: children.map(toSoughtInput) },
        requester: { ...requester, through: reach.through.trim() || undefined },
      },
      {
        onSuccess: ({ request: id, number, secret }) => {
          clear()
          keepReceipt({ number, secret, language: you.language, name: you.name, request: id })
          void navigate({ to: '/ask/thanks' })
        },
      },
    )
  }
  return (
    <form
      className="stack tracing-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <AboutYou
        theirs
        title={t('tracing.about.requester')}
        you={you}
        problem={request.error}
        onChange={(changed) => setDraft({ ...draft, you: changed })}
      />
      <Card title={t('tracing.reach.title')}>
        <ReachFields
          {...{ reach, problem: request.error, under: 'requester' }}
          onChange={(changed) => setDraft({ ...draft, reach: changed })}
        />
      </Card>
      <Card title={t('tracing.identity.title')}>
        <IdentityFields
          {...{ identity, problem: request.error, under: 'identified' }}
          onChange={(changed) => setDraft({ ...draft, identity: changed })}
        />
      </Card>
      <AskPeople
        people={children}
        problem={request.error}
        onChange={(changed) => setDraft({ ...draft, children: changed })}
      />
      {request.error?.no.kind === 'invalid' ? (
        <Notice kind="invalid" title={request.error.no.sentence} />
      ) : (
        <No problem={request.error} />
      )}
      <Row>
        <Button type="submit" pending={request.isPending}>
          {t('tracing.request.write')}
        </Button>
        <Button kind="bare" onPress={clear}>
          {t('tracing.ask.clear')}
        </Button>
      </Row>
    </form>
  )
}
