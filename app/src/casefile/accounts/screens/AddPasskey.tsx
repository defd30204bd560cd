import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser'
import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Dialog } from '../../../design/components/Dialog.tsx'
import { Row, Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { TextField } from '../../../design/components/TextField.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { fieldSentence, No } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { namedAddress } from './door.ts'

const accounts = asking<typeof operations>('accounts')
type Options = Parameters<typeof startRegistration>[0]['optionsJSON']

/** Names the passkey first, so that the device's own question is the last thing before it is there. */
export function AddPasskey({ quiet }: { quiet: boolean }) {
  const t = useWords(words)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind={quiet ? 'quiet' : 'primary'} onPress={() => setOpen(true)}>
        {t('accounts.passkey.add')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('accounts.passkey.add')}>
        <Adding onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function Adding({ onClose }: { onClose: () => void }) {
  const t = useWords(words)
  const named = namedAddress(location)
  if (named) return <ByName host={new URL(named).host} />
  if (!browserSupportsWebAuthn()) return <Notice kind="empty" title={t('accounts.passkey.none')} />
  return <Naming onClose={onClose} />
}

/** The same session goes on at the name, by a link of its own. */
function ByName({ host }: { host: string }) {
  const t = useWords(words)
  const move = accounts.useDoing('moveByName')
  return (
    <Stack gap={3}>
      <p>{t('accounts.passkey.by-name')}</p>
      <No problem={move.error} />
      <Row>
        <Button
          pending={move.isPending}
          onPress={() => move.mutate({}, { onSuccess: ({ link }) => location.assign(link) })}
        >
          <bdi dir="ltr">{host}</bdi>
        </Button>
      </Row>
    </Stack>
  )
}

function Naming({ onClose }: { onClose: () => void }) {
  const t = useWords(words)
  const [name, setName] = useState('')
  const [cancelled, setCancelled] = useState(false)
  const begin = accounts.useDoing('beginPasskey')
  const add = accounts.useDoing('addPasskey')
  const make = async () => {
    setCancelled(false)
    const { handle, options } = await begin.mutateAsync({ origin: location.origin })
    const response = await startRegistration({ optionsJSON: options as unknown as Options }).catch(
      () => undefined,
    )
    if (!response) return setCancelled(true)
    await add.mutateAsync({ handle, name, response: { ...response } })
    showToast(t('accounts.passkey.added'))
    onClose()
  }
  const problem = begin.error ?? add.error
  return (
    <Stack gap={3}>
      <p>{t('accounts.passkey.about')}</p>
      <TextField
        label={t('accounts.passkey.name')}
        help={t('accounts.passkey.name-help')}
        value={name}
        onChange={setName}
        error={fieldSentence(problem, 'name')}
      />
      {cancelled ? <Notice kind="empty" title={t('accounts.passkey.cancelled')} /> : null}
      <No problem={problem?.no.kind === 'invalid' ? undefined : problem} />
      <Row>
        <Button
          pending={begin.isPending || add.isPending}
          isDisabled={!name.trim()}
          onPress={() => void make().catch(() => undefined)}
        >
          {t('accounts.passkey.add')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('accounts.cancel')}
        </Button>
      </Row>
    </Stack>
  )
}
