import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from '../../../design/components/Link.tsx'
import { Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { asking } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { PasskeyButton, PasswordForm, ProviderLinks } from './SignInWays.tsx'

const accounts = asking<typeof operations>('accounts')

/** Under a refusal that asks for it: prove who you are where you stand, then press again; the form keeps what it holds. */
export function ProveAgain() {
  const t = useWords(words)
  const queries = useQueryClient()
  const [done, setDone] = useState(false)
  const mine = accounts.useAnswer('myAccount', {})
  if (done) return <Notice kind="done" title={t('accounts.prove.done')} />
  if (!mine.data) return null
  const has = (way: string) => mine.data.ways.some((one) => one.way === way)
  const finish = () => {
    setDone(true)
    void queries.invalidateQueries()
  }
  if (!mine.data.ways.length)
    return (
      <p>
        {t('accounts.prove.nobody')} <Link href="/account">{t('accounts.mine')}</Link>
      </p>
    )
  return (
    <section aria-label={t('accounts.prove.title')}>
      <Stack gap={3}>
        {has('passkey') ? <PasskeyButton onDone={finish} /> : null}
        {has('provider') ? <ProviderLinks prove /> : null}
        {has('password') ? <PasswordForm onDone={finish} /> : null}
      </Stack>
    </section>
  )
}
