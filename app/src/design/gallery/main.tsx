import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '../design.css'
import {
  applyTheme,
  type Language,
  LanguageProvider,
  LanguageSwitch,
  Page,
  PageHeader,
  preferredLanguage,
  readTheme,
  SkipLink,
  ThemeSwitch,
  Toasts,
  TopBar,
  useFormats,
  useWords,
} from '../kit.ts'
import { Evidence } from './Evidence.tsx'
import { Fields } from './Fields.tsx'
import { Home } from './Home.tsx'
import { Messages } from './Messages.tsx'
import { galleryWords } from './words.ts'

/* One page with every part of the kit, to look at in four languages, two themes and two widths. */
function Gallery() {
  const asked = new URLSearchParams(location.search).get('language') ?? ''
  const [language, setLanguage] = useState<Language>(preferredLanguage([asked, ...navigator.languages]))
  return (
    <LanguageProvider language={language}>
      <SkipLink />
      <TopBar
        mark={
          <span className="topbar-mark">
            Sand<em>sage</em>
          </span>
        }
      >
        <LanguageSwitch value={language} onChange={setLanguage} />
        <ThemeSwitch />
      </TopBar>
      <Page>
        <Headline />
        <Home />
        <Evidence />
        <Fields />
        <Messages />
      </Page>
      <Toasts />
    </LanguageProvider>
  )
}

function Headline() {
  const t = useWords(galleryWords)
  const f = useFormats()
  return <PageHeader title={t('headline')} line={t('line', { when: f.relativeDays(0), n: 8 })} />
}

applyTheme(readTheme())
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
}
