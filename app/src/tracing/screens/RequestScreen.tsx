import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Answer } from '../../casefile/screens/Answer.tsx'
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  DefinitionList,
  languageNames,
  Page,
  PageHeader,
  Stack,
  useFormats,
  useWords,
  WideAndSide,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { type OneRequest, tracing } from './asking.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { FamilyCard } from './FamilyCard.tsx'
import { RequestIdentity } from './RequestIdentity.tsx'
import { RequestNext } from './RequestNext.tsx'
import { RequestNotes } from './RequestNotes.tsx'
import { ReachDialog } from './RequestReach.tsx'
import { RequestSearch } from './RequestSearch.tsx'
import { RequestSought } from './RequestSought.tsx'
import { Reached, stageBadges } from './RequestsScreen.tsx'
import './queue.css'
import './requests.css'
import './tracing.css'

/** One request: what comes next first, then who asks, for whom, and what was said of it. */
export function RequestScreen() {
  const { request } = useParams({ strict: false }) as { request: string }
  const answer = tracing.useAnswer('getRequest', { request })
  return (
    <Page>
      <Answer of={answer}>{(data) => <Opened request={data} />}</Answer>
    </Page>
  )
}

function Opened({ request }: { request: OneRequest }) {
  const t = useWords(words)
  const f = useFormats()
  const [closing, setClosing] = useState(false)
  const { stage, number, requester, askedAt } = request
  return (
    <>
      <PageHeader
        title={t('tracing.request.of', { name: requester.name })}
        line={
          <>
            <bdi dir="ltr" className="tracing-number">
              {number}
            </bdi>{' '}
            · {t('tracing.request.asked', { day: f.date(askedAt) })} ·{' '}
            <Badge kind={stageBadges[stage]}>{t(`tracing.desk.${stage}`)}</Badge>
          </>
        }
        actions={
          <>
            <ButtonLink kind="quiet" href={`/children/${request.id}`}>
              {t('tracing.request.file')}
            </ButtonLink>
            {stage === 'closed' ? null : (
              <Button kind="quiet" onPress={() => setClosing(true)}>
                {t('tracing.requests.close')}
              </Button>
            )}
          </>
        }
      />
      <WideAndSide>
        <Stack>
          <RequestNext request={request} />
          <Section name="notes">
            <RequestNotes request={request} />
          </Section>
          <RequestSought request={request} />
          <Section name="search">
            <RequestSearch request={request} />
          </Section>
          <FamilyCard file={request.id} />
        </Stack>
        <Stack>
          <Who request={request} />
          <Section name="identity">
            <RequestIdentity request={request} />
          </Section>
          <Conversations request={request} />
        </Stack>
      </WideAndSide>
      <CloseDialog request={closing ? request : undefined} onClose={() => setClosing(false)} />
    </>
  )
}

/** A part that the list of what comes next leads to. */
function Section({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div id={`request-${name}`} tabIndex={-1} className="tracing-section stack">
      {children}
    </div>
  )
}

function Who({ request }: { request: OneRequest }) {
  const t = useWords(words)
  const [changing, setChanging] = useState(false)
  const { name, relation, language } = request.requester
  const change = (
    <Button kind="bare" onPress={() => setChanging(true)}>
      {t('tracing.reach.change')}
    </Button>
  )
  return (
    <Card title={t('tracing.about.requester')} aside={change}>
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {' · '}
        <bdi>{relation}</bdi>
      </p>
      <Reached requester={request.requester} />
      <DefinitionList items={[{ term: t('tracing.reach.language'), value: languageNames[language] }]} />
      <ReachDialog request={request} open={changing} onClose={() => setChanging(false)} />
    </Card>
  )
}

function Conversations({ request }: { request: OneRequest }) {
  const t = useWords(words)
  const f = useFormats()
  const { conversations, passedOn } = request
  if (conversations.length === 0 && !passedOn) return null
  return (
    <Card title={t('tracing.spoke.title')}>
      <ul className="tracing-plain">
        {conversations.map(({ on, how, note, who, at }) => (
          <li key={at}>
            {f.date(on)} · {t(`tracing.channel.${how}`)} · <bdi>{who}</bdi>
            {note ? (
              <div>
                <bdi>{note}</bdi>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {passedOn ? <p>{t('tracing.dna.passedOn', { who: passedOn.who, day: f.date(passedOn.at) })}</p> : null}
    </Card>
  )
}
