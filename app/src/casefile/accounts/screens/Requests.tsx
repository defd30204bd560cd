import { Button } from '../../../design/components/Button.tsx'
import { Card, Row } from '../../../design/components/layout.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { No } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import type { Handed } from './LinkToHand.tsx'
import type { Listed } from './People.tsx'
import './accounts.css'

const accounts = asking<typeof operations>('accounts')
type Request = Listed['requests'][number]

/** What one administrator asked for and another decides. */
export function Requests(props: { requests: Request[]; decides: boolean; onLink: (handed: Handed) => void }) {
  const t = useWords(words)
  const mine = props.decides && props.requests.some((one) => !one.own)
  return (
    <Card title={t('accounts.people.waiting', { n: props.requests.length })} waiting={mine}>
      <ul className="accounts-ways">
        {props.requests.map((request) => (
          <Waiting key={request.id} request={request} decides={props.decides} onLink={props.onLink} />
        ))}
      </ul>
    </Card>
  )
}

function Waiting({
  request,
  decides,
  onLink,
}: {
  request: Request
  decides: boolean
  onLink: (handed: Handed) => void
}) {
  const t = useWords(words)
  const f = useFormats()
  const answer = accounts.useDoing('answerRequest')
  const decide = (approve: boolean) =>
    answer.mutate(
      { request: request.id, approve },
      { onSuccess: ({ link }) => link && onLink({ name: request.name, link }) },
    )
  return (
    <li>
      <div>
        <strong>{t(`accounts.request.${request.what}`, { name: request.name })}</strong>
        <p>
          <bdi>{request.reason}</bdi>
        </p>
        <p className="soft small">
          {t('accounts.request.by', {
            by: request.by ?? t('accounts.request.machine'),
            at: f.dateTime(request.at),
          })}
        </p>
        {request.own ? <p className="soft small">{t('accounts.request.own')}</p> : null}
        <No problem={answer.error} />
      </div>
      {decides && !request.own ? (
        <Row>
          <Button pending={answer.isPending} onPress={() => decide(true)}>
            {t('accounts.request.approve')}
          </Button>
          <Button kind="quiet" onPress={() => decide(false)}>
            {t('accounts.request.decline')}
          </Button>
        </Row>
      ) : null}
    </li>
  )
}
