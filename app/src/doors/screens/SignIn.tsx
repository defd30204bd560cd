import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ask, Problem, type Table } from '../../casefile/asking.ts'
import { No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Page, PageHeader } from '../../design/components/layout.tsx'
import { Spinner } from '../../design/components/Progress.tsx'
import { useWords } from '../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'

/** Exchanges the one-time link for a session. The token stands after the #, so no server or proxy writes it down. */
export function SignIn() {
  const t = useWords(words)
  const { wire } = useHere()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<Problem>()
  const token = location.hash.slice(1)
  const asked = useRef(false)
  useEffect(() => {
    if (!token || asked.current) return
    asked.current = true
    ask<Table, string>(wire, 'session', 'signIn', { token })
      .then(async () => {
        await queries.invalidateQueries()
        await navigate({ to: '/', replace: true })
      })
      .catch((cause) => setProblem(cause instanceof Problem ? cause : undefined))
  }, [token, wire, queries, navigate])
  return (
    <Page>
      <PageHeader title={t('sign-in.title')} line={token ? undefined : t('sign-in.no-link')} />
      {problem ? <No problem={problem} /> : token ? <Spinner label={t('sign-in.wait')} /> : null}
    </Page>
  )
}
