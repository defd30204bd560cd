import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../design/components/Button.tsx'
import { Notice, Refusal } from '../../design/components/Notice.tsx'
import { Spinner } from '../../design/components/Progress.tsx'
import { useWords } from '../../design/languages/LanguageProvider.tsx'
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

/** One of the three kinds of no, in the reader's words; for an answer, or under a form. */
export function No({ problem, actions }: { problem: Problem | null | undefined; actions?: ReactNode }) {
  if (!problem) return null
  const { no } = problem
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
