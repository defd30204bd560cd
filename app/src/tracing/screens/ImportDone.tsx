import type { ReactNode } from 'react'
import { Card, Notice, Stack, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { ImportsCard } from './ImportsCard.tsx'
import type { Accepted } from './import.ts'
import { Changes } from './PlanChanges.tsx'

/** What became of the list: who was taken in, what was changed, which rows were not taken in and why. */
export function ImportDone(props: { answer: Accepted; operation: string; another: ReactNode }) {
  const { answer, operation, another } = props
  const t = useWords(words)
  const title = answer.running
    ? t('tracing.imports.later', { n: answer.rows })
    : [
        t('tracing.import.done', { n: answer.done.length }),
        answer.changed.some(({ changes }) => changes.length)
          ? t('tracing.plan.changedDone', {
              n: answer.changed.filter(({ changes }) => changes.length).length,
            })
          : '',
      ]
        .filter(Boolean)
        .join(' ')
  return (
    <Stack>
      <Notice kind={answer.running ? 'waiting' : 'done'} title={title} actions={another} />
      {answer.changed.length ? (
        <Card title={t('tracing.plan.changed')}>
          <Changes lines={answer.changed} />
        </Card>
      ) : null}
      {answer.waiting.length ? (
        <Card title={t('tracing.plan.leftOut')}>
          <ul>
            {answer.waiting.map((row) => (
              <li key={row.row}>
                {t('tracing.import.row')} {row.row}: <bdi>{row.name}</bdi> {row.because}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <ImportsCard operation={operation} />
    </Stack>
  )
}
