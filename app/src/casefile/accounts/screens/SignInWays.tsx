import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { TextField } from '../../../design/components/TextField.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import type { Problem } from '../../asking.ts'
import { useHere } from '../../screens/use.tsx'
import { words } from '../words.ts'
import { type Entered, enterByPasskey, enterByPassword, namedAddress, toProblem } from './door.ts'

type Done = (entered: Entered) => void

function ProblemSentence({ problem }: { problem: Problem | undefined }) {
  if (!problem) return null
  const { no } = problem
  return (
    <Notice kind={no.kind} title={no.sentence}>
      {no.kind === 'refusal' && no.rule ? <p className="rule">{no.rule}</p> : null}
    </Notice>
  )
}

/** The first way that is offered: nothing to type, nothing to forget. */
export function PasskeyButton({ onDone }: { onDone: Done }) {
  const t = useWords(words)
  const { wire } = useHere()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [cancelled, setCancelled] = useState(false)
  const named = namedAddress(location)
  if (named)
    return (
      <Notice kind="empty" title={t('accounts.passkey.by-name')}>
        <p>
          <a className="link" href={named}>
            <bdi dir="ltr">{new URL(named).host}</bdi>
          </a>
        </p>
      </Notice>
    )
  if (!browserSupportsWebAuthn()) return <Notice kind="empty" title={t('accounts.passkey.none')} />
  const use = async () => {
    setBusy(true)
    setProblem(undefined)
    setCancelled(false)
    try {
      const entered = await enterByPasskey(wire)
      if (entered) onDone(entered)
      else setCancelled(true)
    } catch (cause) {
      setProblem(toProblem(cause))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap={2}>
      <div>
        <Button pending={busy} onPress={() => void use()}>
          {t('accounts.passkey.use')}
        </Button>
      </div>
      <p className="soft small">{t('accounts.passkey.what')}</p>
      {cancelled ? <Notice kind="empty" title={t('accounts.passkey.cancelled')} /> : null}
      <ProblemSentence problem={problem} />
    </Stack>
  )
}

/** Name, password and code in one step: no answer tells which of them was wrong. */
export function PasswordForm({ onDone }: { onDone: Done }) {
  const t = useWords(words)
  const { wire } = useHere()
  const [typed, setTyped] = useState({ name: '', password: '', code: '' })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    try {
      onDone(await enterByPassword(wire, typed))
    } catch (cause) {
      setProblem(toProblem(cause))
      setTyped((before) => ({ ...before, code: '' }))
    } finally {
      setBusy(false)
    }
  }
  const set = (field: keyof typeof typed) => (value: string) => setTyped({ ...typed, [field]: value })
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap={3}>
        <TextField
          label={t('accounts.password.name')}
          value={typed.name}
          onChange={set('name')}
          autoComplete="username"
          direction="ltr"
        />
        <TextField
          label={t('accounts.password.password')}
          value={typed.password}
          onChange={set('password')}
          type="password"
          autoComplete="current-password"
          direction="ltr"
        />
        <TextField
          label={t('accounts.password.code')}
          help={t('accounts.password.code-help')}
          value={typed.code}
          onChange={set('code')}
          autoComplete="one-time-code"
          direction="ltr"
        />
        <ProblemSentence problem={problem} />
        <div>
          <Button type="submit" kind="quiet" pending={busy}>
            {t('accounts.password.enter')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

type Listed = { providers: { name: string; issuer: string }[] }

/** Links and no buttons: the browser leaves for the provider's own page and comes back. */
export function ProviderLinks({ prove = false }: { prove?: boolean }) {
  const t = useWords(words)
  const found = useQuery({
    queryKey: ['providers'],
    queryFn: async () => (await (await fetch('/api/session/providers')).json()) as Listed,
    staleTime: 60_000,
  })
  if (!found.data?.providers.length) return null
  return (
    <div className="row">
      {found.data.providers.map(({ name, issuer }) => (
        <a
          key={issuer}
          className="button button-quiet"
          href={`/api/session/provider?issuer=${encodeURIComponent(issuer)}${prove ? '&prove=1' : ''}`}
        >
          {t('accounts.provider.use', { name })}
        </a>
      ))}
    </div>
  )
}
