import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ask, type Wire } from '../../casefile/asking.ts'
import type { Actor } from '../../casefile/house.ts'
import type { operations as casefileOperations } from '../../casefile/operations.ts'
import { HereProvider } from '../../casefile/screens/use.tsx'
import type { operations as session } from '../../casefile/session.ts'
import { words as casefile } from '../../casefile/words.ts'
import { LanguageProvider } from '../../design/languages/LanguageProvider.tsx'
import { isLanguage, type Language, preferredLanguage } from '../../design/languages/language.ts'
import { translate } from '../../design/languages/messages.ts'
import { ChildPage } from './ChildPage.tsx'
import { ChooserContext } from './chooser.ts'
import { Failed, NotFound } from './Failed.tsx'
import { Frame } from './Frame.tsx'
import { FrontPage } from './FrontPage.tsx'
import { keep, kept } from './kept.ts'
import { SignIn } from './SignIn.tsx'
import { screens } from './stations.ts'

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: Failed })
const own = [
  createRoute({ getParentRoute: () => root, path: '/', component: FrontPage }),
  createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignIn }),
  createRoute({ getParentRoute: () => root, path: '/children/$child', component: ChildPage }),
]
const routes = screens.map(({ path, component }) =>
  createRoute({ getParentRoute: () => root, path, component }),
)
const router = createRouter({
  routeTree: root.addChildren([...own, ...routes]),
  defaultErrorComponent: Failed,
  scrollRestoration: true,
})

// Screens show what was true a moment ago: a question is asked anew whenever the page is looked at again.
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000 } } })

/** The language a person chose on this device, else their account's, else the browser's. */
function languageFor(actor: Actor | null): Language {
  const chosen = kept('language')
  if (chosen && isLanguage(chosen)) return chosen
  return actor?.language ?? preferredLanguage(navigator.languages)
}

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Signed />
    </QueryClientProvider>
  )
}

function Signed() {
  const wireFor = (language: Language): Wire => ({
    base: '',
    language,
    unreachable: translate(casefile, language, 'no.unreachable'),
  })
  const who = useQuery({
    queryKey: ['session'],
    queryFn: () => ask<typeof session, 'who'>(wireFor('en'), 'session', 'who', {}),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const actor = (who.data?.actor ?? null) as Actor | null
  const [chosen, setChosen] = useState<Language>()
  const [chosenOperation, setOperation] = useState(kept('operation'))
  // Whoever comes by a link to a screen has chosen none yet: they see the next flight's, as on the first page.
  const operations = useQuery({
    queryKey: ['operations'],
    queryFn: () =>
      ask<typeof casefileOperations, 'listOperations'>(wireFor('en'), 'casefile', 'listOperations', {}),
    enabled: actor !== null && chosenOperation === undefined,
  })
  const operation = chosenOperation ?? operations.data?.operations[0]?.id
  const language = chosen ?? languageFor(actor)
  const settingUp = who.data?.settingUp ?? false
  // Whoever was invited sets up a way to sign in before anything else, wherever they came in.
  useEffect(() => {
    if (settingUp) void router.navigate({ to: '/account/set-up', replace: true })
  }, [settingUp])
  if (who.isPending) return null
  const here = {
    wire: wireFor(language),
    actor,
    operation,
    chooseOperation(id: string) {
      keep('operation', id)
      setOperation(id)
    },
  }
  const chooseLanguage = (one: Language) => {
    keep('language', one)
    setChosen(one)
  }
  return (
    <LanguageProvider language={language}>
      <ChooserContext value={chooseLanguage}>
        <HereProvider value={here}>
          <RouterProvider router={router} />
        </HereProvider>
      </ChooserContext>
    </LanguageProvider>
  )
}
