import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Dialog } from '../../../design/components/Dialog.tsx'
import { Row, Stack } from '../../../design/components/layout.tsx'
import { TextField } from '../../../design/components/TextField.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { fieldSentence, No } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import type { Mine } from './Account.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import './accounts.css'

const accounts = asking<typeof operations>('accounts')
type Way = Mine['ways'][number]

export function Ways({ mine }: { mine: Mine }) {
  const t = useWords(words)
  const f = useFormats()
  const remove = accounts.useDoing('removeWay')
  const renew = accounts.useDoing('newRecoveryCodes')
  const [renaming, setRenaming] = useState<Way>()
  if (!mine.ways.length) return null
  const nameOf = (way: Way) =>
    way.way === 'password' ? (mine.signInName ?? '') : way.name || t(`accounts.way.${way.way}`)
  const used = (way: Way) =>
    way.used ? t('accounts.way.used', { when: f.dateTime(way.used) }) : t('accounts.way.unused')
  return (
    <Stack gap={3}>
      <ul className="accounts-ways">
        {mine.ways.map((way) => (
          <li key={way.id}>
            <div>
              <strong>
                <bdi>{nameOf(way)}</bdi>
              </strong>
              <div className="soft small">
                {t(`accounts.way.${way.way}`)} · {used(way)}
                {way.way === 'password' ? (
                  <> · {t('accounts.way.codes-left', { n: mine.recoveryCodes })}</>
                ) : null}
              </div>
            </div>
            <Row gap={2}>
              {way.way === 'passkey' ? (
                <Button kind="bare" onPress={() => setRenaming(way)}>
                  {t('accounts.way.rename')}
                </Button>
              ) : null}
              {way.way === 'password' ? (
                <Button kind="bare" pending={renew.isPending} onPress={() => renew.mutate({})}>
                  {t('accounts.codes.new')}
                </Button>
              ) : null}
              {mine.ways.length > 1 ? (
                <Button
                  kind="bare"
                  pending={remove.isPending && remove.variables.way === way.id}
                  aria-label={t('accounts.way.remove-which', { name: nameOf(way) })}
                  onPress={() => remove.mutate({ way: way.id })}
                >
                  {t('accounts.way.remove')}
                </Button>
              ) : null}
            </Row>
          </li>
        ))}
      </ul>
      <No problem={remove.error ?? renew.error} />
      {renaming ? <Rename way={renaming} onClose={() => setRenaming(undefined)} /> : null}
      <RecoveryCodes codes={renew.data?.recoveryCodes ?? []} onClose={() => renew.reset()} />
    </Stack>
  )
}

function Rename({ way, onClose }: { way: Way; onClose: () => void }) {
  const t = useWords(words)
  const [name, setName] = useState(way.name)
  const rename = accounts.useDoing('renamePasskey')
  return (
    <Dialog open onClose={onClose} title={t('accounts.way.rename')}>
      <Stack gap={3}>
        <TextField
          label={t('accounts.passkey.name')}
          value={name}
          onChange={setName}
          error={fieldSentence(rename.error, 'name')}
        />
        <No problem={rename.error?.no.kind === 'invalid' ? undefined : rename.error} />
        <Row>
          <Button
            pending={rename.isPending}
            onPress={() => rename.mutate({ way: way.id, name }, { onSuccess: onClose })}
          >
            {t('accounts.password.save')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  )
}
