import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../design/components/Button.tsx'
import { ButtonLink } from '../../design/components/Link.tsx'
import { Notice, Refusal } from '../../design/components/Notice.tsx'
import { Spinner } from '../../design/components/Progress.tsx'
import { useWords } from '../../design/languages/LanguageProvider.tsx'
import { ProveAgain } from '../accounts/screens/ProveAgain.tsx'
import type { Problem } from '../asking.ts'
import { words } from '../words.ts'

/** An answer that is awaited, refused, failed or there: `<Answer of={tracing.useAnswer(...)}>{(data) => ...}</Answer>`. */
export function Answer<T>({
  of,
  children,
}: {
  of: UseQueryResult<T, Problem>
  children: (data: T) => ReactNode
}) {
  const t = useWords(words)
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error)
    return (
      <No
        problem={of.error}
        actions={
          of.error.no.kind === 'fault' ? (
            <Button kind="quiet" onPress={() => void of.refetch()}>
              {t('again')}
            </Button>
          ) : undefined
        }
      />
    )
  return <Spinner label={t('loading')} />
}

/** What a no asks the reader to do first, so that none is a dead end. */
function WayOut({ code }: { code: string }) {
  const t = useWords(words)
  if (code === 'prove-again') return <ProveAgain />
  if (code === 'sign-in-first') return <ButtonLink href="/sign-in">{t('accounts.sign-in')}</ButtonLink>
  if (code === 'set-up-first') return <ButtonLink href="/account/set-up">{t('accounts.ways')}</ButtonLink>
  return null
}

const waysOut = ['prove-again', 'sign-in-first', 'set-up-first']

/** One of the three kinds of no, in the reader's words; for an answer, or under a form. */
export function No(props: { problem: Problem | null | undefined; actions?: ReactNode }) {
  if (!props.problem) return null
  const { no } = props.problem
  const code = no.kind === 'refusal' && waysOut.includes(no.code) ? no.code : undefined
  const actions = props.actions ?? (code ? <WayOut code={code} /> : undefined)
  if (no.kind === 'refusal' && no.rule)
    return <Refusal sentence={no.sentence} rule={no.rule} actions={actions} />
  return (
    <Notice kind={no.kind} title={no.sentence} actions={actions}>
      {no.kind === 'invalid' ? (
        <ul>
          {no.fields.map((one) => (
            <li key={one.field + one.code}>{one.sentence}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  )
}

/** What is wrong with one field, for its own place in a form. */
export const fieldSentence = (problem: Problem | null | undefined, field: string): string | undefined =>
  problem?.no.kind === 'invalid' ? problem.no.fields.find((one) => one.field === field)?.sentence : undefined
