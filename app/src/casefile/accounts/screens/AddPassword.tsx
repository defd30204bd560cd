import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Dialog } from '../../../design/components/Dialog.tsx'
import { Row, Stack } from '../../../design/components/layout.tsx'
import { TextField } from '../../../design/components/TextField.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { fieldSentence, No } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { QrCode } from './QrCode.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import './accounts.css'

const accounts = asking<typeof operations>('accounts')

/** A password with its one-time codes; or, where both are there, another password for the same codes. */
export function AddPassword({ has, name }: { has: boolean; name: string | null }) {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  const [codes, setCodes] = useState<string[]>([])
  const title = t(has ? 'accounts.password.change' : 'accounts.password.set')
  const close = (made: string[] = []) => {
    setOpen(false)
    setCodes(made)
  }
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog open={open} onClose={() => close()} title={title}>
        <Setting has={has} name={name ?? ''} onClose={close} />
      </Dialog>
      <RecoveryCodes codes={codes} onClose={() => setCodes([])} />
    </>
  )
}

function Setting({
  has,
  name,
  onClose,
}: {
  has: boolean
  name: string
  onClose: (codes?: string[]) => void
}) {
  const t = useWords(words)
  const [typed, setTyped] = useState({ signInName: name, password: '', code: '' })
  const begin = accounts.useDoing('beginAuthenticator')
  const save = accounts.useDoing('setPassword')
  const begun = useRef(false)
  useEffect(() => {
    if (has || begun.current) return
    begun.current = true
    begin.mutate({})
  }, [has, begin])
  const app = begin.data
  const set = (field: keyof typeof typed) => (value: string) => setTyped({ ...typed, [field]: value })
  const send = () =>
    save.mutate(
      {
        signInName: typed.signInName,
        password: typed.password,
        authenticator: app && { handle: app.handle, code: typed.code },
      },
      { onSuccess: ({ recoveryCodes }) => onClose(recoveryCodes) },
    )
  const problem = save.error ?? begin.error
  const error = (field: string) => fieldSentence(save.error, field)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Stack gap={3}>
        {app ? <Secret secret={app.secret} uri={app.uri} /> : null}
        {has ? null : (
          <TextField
            label={t('accounts.password.code')}
            value={typed.code}
            onChange={set('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            direction="ltr"
            error={error('code') ?? error('authenticator.code')}
          />
        )}
        <TextField
          label={t('accounts.password.name')}
          help={t('accounts.password.name-help')}
          value={typed.signInName}
          onChange={set('signInName')}
          autoComplete="username"
          direction="ltr"
          error={error('signInName')}
        />
        <TextField
          label={t('accounts.password.new')}
          help={t('accounts.password.new-help')}
          value={typed.password}
          onChange={set('password')}
          type="password"
          autoComplete="new-password"
          direction="ltr"
          error={error('password')}
        />
        <No problem={problem?.no.kind === 'invalid' ? undefined : problem} />
        <Row>
          <Button type="submit" pending={save.isPending} isDisabled={!has && !app}>
            {t('accounts.password.save')}
          </Button>
          <Button kind="quiet" onPress={() => onClose()}>
            {t('accounts.cancel')}
          </Button>
        </Row>
      </Stack>
    </form>
  )
}

function Secret({ secret, uri }: { secret: string; uri: string }) {
  const t = useWords(words)
  return (
    <div className="accounts-secret">
      <p>
        <strong>{t('accounts.password.step-app')}</strong>
      </p>
      <QrCode text={uri} label={t('accounts.password.picture')} />
      <code dir="ltr">{secret.match(/.{1,4}/g)!.join(' ')}</code>
      <p>
        <a className="link" href={uri}>
          {t('accounts.password.open-app')}
        </a>
      </p>
    </div>
  )
}
