import { Button } from '../../../design/components/Button.tsx'
import { Card, Page, PageHeader, Row, Stack } from '../../../design/components/layout.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { Answer, No } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import { OwnTraining } from '../../training/screens/OwnTraining.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { AddPasskey } from './AddPasskey.tsx'
import { AddPassword } from './AddPassword.tsx'
import { OwnHistory } from './History.tsx'
import { Sessions } from './Sessions.tsx'
import { Ways } from './Ways.tsx'

const accounts = asking<typeof operations>('accounts')
export type Mine = NonNullable<ReturnType<typeof accounts.useAnswer<'myAccount'>>['data']>

/** My ways to sign in, my sessions, and what happened to my account while I was away. */
export function Account() {
  const t = useWords(words)
  const mine = accounts.useAnswer('myAccount', {})
  const headline = (count: number) =>
    count === 0 ? 'accounts.mine.no-way' : count === 1 ? 'accounts.mine.one-way' : 'accounts.mine.safe'
  return (
    <Page>
      <Answer of={mine}>
        {(data) => (
          <>
            <PageHeader title={t('accounts.mine')} line={t(headline(data.ways.length))} />
            <Notices notices={data.notices} />
            <Card title={t('accounts.ways')}>
              <Ways mine={data} />
              <Row>
                <AddPasskey quiet={data.ways.length > 0} />
                <AddPassword has={data.ways.some((one) => one.way === 'password')} name={data.signInName} />
              </Row>
            </Card>
            <OwnTraining />
            <Sessions sessions={data.sessions} most={data.mostSessions} />
            <OwnHistory />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Notices({ notices }: { notices: Mine['notices'] }) {
  const t = useWords(words)
  const f = useFormats()
  const read = accounts.useDoing('readNotices')
  if (!notices.length) return null
  const said = ({ code, detail, at }: Mine['notices'][number]) => {
    const way = t(`accounts.way.${detail.way ?? 'passkey'}` as 'accounts.way.passkey')
    const key = `accounts.notice.${code}` as 'accounts.notice.slowed'
    return t(key, { failures: 0, ...detail, way, at: f.dateTime(at) } as never)
  }
  return (
    <Card title={t('accounts.notices')} waiting>
      <ul>
        {notices.map((notice) => (
          <li key={notice.id}>{said(notice)}</li>
        ))}
      </ul>
      <No problem={read.error} />
      <div>
        <Button
          kind="quiet"
          pending={read.isPending}
          onPress={() => read.mutate({ notices: notices.map((notice) => notice.id) })}
        >
          {t('accounts.notices.read')}
        </Button>
      </div>
    </Card>
  )
}

/** After an invitation link: choose a way; then the house opens. */
export function SetUp() {
  const t = useWords(words)
  const mine = accounts.useAnswer('myAccount', {})
  return (
    <Page>
      <Answer of={mine}>
        {(data) => {
          const isDone = data.ways.length > 0
          return (
            <>
              <PageHeader
                title={t(isDone ? 'accounts.setup.enough' : 'accounts.setup.title')}
                line={isDone ? undefined : t('accounts.setup.line')}
              />
              {isDone ? <Finished mine={data} /> : null}
              {/* Kept in place when done: the recovery codes they show once must not go with them. */}
              <div hidden={isDone}>
                <Choices />
              </div>
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function Finished({ mine }: { mine: Mine }) {
  const t = useWords(words)
  return (
    <>
      <Card title={t('accounts.ways')}>
        <Ways mine={mine} />
      </Card>
      <Row>
        <Button onPress={() => location.assign('/')}>{t('accounts.done')}</Button>
      </Row>
    </>
  )
}

function Choices() {
  const t = useWords(words)
  return (
    <Stack gap={4}>
      <Card title={t('accounts.way.passkey')}>
        <p>{t('accounts.passkey.about')}</p>
        <Row>
          <AddPasskey quiet={false} />
        </Row>
      </Card>
      <Card title={t('accounts.way.password')}>
        <p>{t('accounts.password.about')}</p>
        <Row>
          <AddPassword has={false} name={null} />
        </Row>
      </Card>
    </Stack>
  )
}
