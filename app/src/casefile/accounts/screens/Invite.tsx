import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Checkbox } from '../../../design/components/choices.tsx'
import { Dialog } from '../../../design/components/Dialog.tsx'
import { Row, Stack } from '../../../design/components/layout.tsx'
import { Select } from '../../../design/components/Select.tsx'
import { TextArea, TextField } from '../../../design/components/TextField.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { languageNames, languages } from '../../../design/languages/language.ts'
import { type Profession, professions } from '../../access.ts'
import { fieldSentence, No } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import { words as house } from '../../words.ts'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import type { Handed } from './LinkToHand.tsx'

const accounts = asking<typeof operations>('accounts')
type Provider = { name: string; issuer: string }
const empty = { name: '', contact: '', email: '', because: '' }

export function Invite({ onClose, onLink }: { onClose: () => void; onLink: (handed: Handed) => void }) {
  const t = useWords(words)
  const h = useWords(house)
  const [typed, setTyped] = useState(empty)
  const [profession, setProfession] = useState<Profession>()
  const [language, setLanguage] = useState<(typeof languages)[number]>('kk')
  const [whole, setWhole] = useState(false)
  const [issuer, setIssuer] = useState<string>()
  const invite = accounts.useDoing('invite')
  const providers = useProviders()
  const set = (field: keyof typeof typed) => (value: string) => setTyped({ ...typed, [field]: value })
  const error = (field: string) => fieldSentence(invite.error, field)
  const send = () =>
    invite.mutate(
      {
        ...{ name: typed.name, contact: typed.contact, language },
        profession: profession!,
        wholeHouseBecause: whole ? typed.because : undefined,
        identity: issuer ? { issuer, email: typed.email } : undefined,
      },
      { onSuccess: ({ link }) => onLink({ name: typed.name, link }) },
    )
  return (
    <Dialog open onClose={onClose} title={t('accounts.invite')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Stack gap={3}>
          <TextField
            label={t('accounts.invite.name')}
            value={typed.name}
            onChange={set('name')}
            error={error('name')}
          />
          <Select
            label={t('accounts.invite.profession')}
            options={professions.map((key) => ({ key, label: h(`profession.${key}`) }))}
            value={profession}
            onChange={setProfession}
            error={error('profession')}
          />
          <Select
            label={t('accounts.invite.language')}
            options={languages.map((key) => ({ key, label: languageNames[key] }))}
            value={language}
            onChange={setLanguage}
          />
          <TextField
            label={t('accounts.invite.contact')}
            help={t('accounts.invite.contact-help')}
            value={typed.contact}
            onChange={set('contact')}
            error={error('contact')}
          />
          <Checkbox checked={whole} onChange={setWhole}>
            {t('accounts.invite.whole')}
          </Checkbox>
          {whole ? (
            <TextArea
              label={t('accounts.reason')}
              help={t('accounts.invite.whole-help')}
              value={typed.because}
              onChange={set('because')}
              rows={2}
              error={error('wholeHouseBecause')}
            />
          ) : (
            <p className="soft small">{t('accounts.invite.whole-help')}</p>
          )}
          {providers.length ? (
            <Checkbox
              checked={issuer !== undefined}
              onChange={(on) => setIssuer(on ? providers[0]!.issuer : undefined)}
            >
              {t('accounts.invite.provider')}
            </Checkbox>
          ) : null}
          {issuer ? (
            <TextField
              label={t('accounts.invite.email')}
              value={typed.email}
              onChange={set('email')}
              type="email"
              direction="ltr"
              error={error('identity.email') ?? error('identity')}
            />
          ) : null}
          {issuer && providers.length > 1 ? (
            <Select
              label={t('accounts.way.provider')}
              options={providers.map((one) => ({ key: one.issuer, label: one.name }))}
              value={issuer}
              onChange={setIssuer}
            />
          ) : null}
          <No problem={invite.error?.no.kind === 'invalid' ? undefined : invite.error} />
          <Row>
            <Button type="submit" pending={invite.isPending} isDisabled={!profession}>
              {t('accounts.invite.send')}
            </Button>
            <Button kind="quiet" onPress={onClose}>
              {t('accounts.cancel')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  )
}

function useProviders(): Provider[] {
  const found = useQuery({
    queryKey: ['providers'],
    queryFn: async () => (await (await fetch('/api/session/providers')).json()) as { providers: Provider[] },
    staleTime: 60_000,
  })
  return found.data?.providers ?? []
}
