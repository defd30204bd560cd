import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { type Entered, enterByLink } from '../../casefile/accounts/screens/door.ts'
import { PasskeyButton, PasswordForm, ProviderLinks } from '../../casefile/accounts/screens/SignInWays.tsx'
import { words as accounts } from '../../casefile/accounts/words.ts'
import { Problem } from '../../casefile/asking.ts'
import { No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { ButtonLink } from '../../design/components/Link.tsx'
import { Card, Page, PageHeader, Stack } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { Spinner } from '../../design/components/Progress.tsx'
import { useWords } from '../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'

/** In by a one-time link where the address holds one (after the #, so no server or proxy writes it down); else by one's own ways. */
export function SignIn() {
  const [token] = useState(() => location.hash.slice(1))
  return token ? <ByLink token={token} /> : <ByOwnWays />
}

/** Whoever is yet to set up a way goes there first; everybody else to the front page. */
function useEntering() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async ({ settingUp }: Entered) => {
    await queries.invalidateQueries()
    await navigate({ to: settingUp ? '/account/set-up' : '/', replace: true })
  }
}

function ByLink({ token }: { token: string }) {
  const t = useWords(words)
  const a = useWords(accounts)
  const { wire } = useHere()
  const entering = useEntering()
  const [problem, setProblem] = useState<Problem>()
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    enterByLink(wire, token)
      .then(entering)
      .catch((cause) => setProblem(cause instanceof Problem ? cause : undefined))
  }, [token, wire, entering])
  return (
    <Page>
      <PageHeader title={t('sign-in.title')} />
      {problem ? (
        <No
          problem={problem}
          actions={
            <ButtonLink kind="quiet" href="/sign-in" onPress={() => location.assign('/sign-in')}>
              {a('accounts.other-ways')}
            </ButtonLink>
          }
        />
      ) : (
        <Spinner label={t('sign-in.wait')} />
      )}
    </Page>
  )
}

const reasons = ['provider-late', 'provider-failed', 'provider-stranger'] as const

function ByOwnWays() {
  const t = useWords(accounts)
  const entering = useEntering()
  const enter = (entered: Entered) => void entering(entered)
  const said = new URLSearchParams(location.search).get('no')
  const why = reasons.find((one) => one === said)
  return (
    <Page>
      <PageHeader title={t('accounts.sign-in')} line={t('accounts.sign-in.line')} />
      {why ? <Notice kind="refusal" title={t(`accounts.no.${why}`)} /> : null}
      <Card title={t('accounts.way.passkey')}>
        <PasskeyButton onDone={enter} />
      </Card>
      <Card title={t('accounts.other-ways')}>
        <Stack gap={4}>
          <ProviderLinks />
          <section aria-labelledby="by-password">
            <Stack gap={3}>
              <h3 id="by-password">{t('accounts.password.title')}</h3>
              <PasswordForm onDone={enter} />
            </Stack>
          </section>
          <section aria-labelledby="by-link">
            <h3 id="by-link">{t('accounts.link.title')}</h3>
            <p>{t('accounts.link.how')}</p>
          </section>
          <section aria-labelledby="lost">
            <h3 id="lost">{t('accounts.lost.title')}</h3>
            <p>{t('accounts.lost.how')}</p>
          </section>
        </Stack>
      </Card>
    </Page>
  )
}
