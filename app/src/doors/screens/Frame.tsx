import { Outlet, useNavigate, useRouter } from '@tanstack/react-router'
import { useContext } from 'react'
import { RouterProvider } from 'react-aria-components'
import { mayRead } from '../../casefile/access.ts'
import { EmergencyBanner } from '../../casefile/emergency/screens/EmergencyBanner.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { words as casefile } from '../../casefile/words.ts'
import { Link } from '../../design/components/Link.tsx'
import { SkipLink, TopBar } from '../../design/components/layout.tsx'
import { LanguageSwitch, ThemeSwitch } from '../../design/components/switches.tsx'
import { Toasts } from '../../design/components/toasts.tsx'
import { useLanguage, useWords } from '../../design/languages/LanguageProvider.tsx'
import { FindBox } from '../../tracing/screens/FindBox.tsx'
import { ChooserContext } from './chooser.ts'
import { Menu } from './Menu.tsx'
import { SignOut } from './SignOut.tsx'
import './frame.css'

/** What stands around every screen: the mark, who is here, the stations, the languages. */
export function Frame() {
  const navigate = useNavigate()
  const router = useRouter()
  const { actor } = useHere()
  const t = useWords(casefile)
  const language = useLanguage()
  const chooseLanguage = useContext(ChooserContext)
  return (
    <RouterProvider
      navigate={(to) => void navigate({ to })}
      useHref={(to) => router.buildLocation({ to }).href}
    >
      <SkipLink />
      <TopBar
        mark={
          <>
            <Link href="/">
              <span className="mark">
                Sand<b>sage</b>
              </span>
            </Link>
            {actor && mayRead(actor.profession, 'file') ? <FindBox /> : null}
          </>
        }
      >
        {actor ? (
          <span className="frame-actor">
            <Link href="/account">
              <bdi>{actor.name}</bdi>
            </Link>{' '}
            · {t(`profession.${actor.profession}`)}
          </span>
        ) : null}
        {actor ? null : <Link href="/sign-in">{t('accounts.sign-in')}</Link>}
        {actor ? <SignOut /> : <LanguageSwitch value={language} onChange={chooseLanguage} />}
      </TopBar>
      {actor ? <Menu /> : null}
      {actor ? <EmergencyBanner /> : null}
      <Outlet />
      <footer className="frame-foot">
        {actor ? <Link href="/account">{t('accounts.mine')}</Link> : null}
        {actor ? <LanguageSwitch value={language} onChange={chooseLanguage} /> : null}
        <ThemeSwitch />
      </footer>
      <Toasts />
    </RouterProvider>
  )
}
