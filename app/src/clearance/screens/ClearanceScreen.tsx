import { useState } from 'react'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Button, Card, Notice, Page, PageHeader, Stack, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { clearance, type Matrix } from './asking.ts'
import { MatrixTable } from './MatrixTable.tsx'
import { type Chosen, RequirementDialog } from './RequirementDialog.tsx'
import { useHeadline } from './useHeadline.ts'
import './clearance.css'

export function ClearanceScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  const answer = clearance.useAnswer('listMatrix', operation ? { operation } : undefined)
  return (
    <Page>
      {operation ? (
        <Answer of={answer}>{(matrix) => <Everybody matrix={matrix} operation={operation} />}</Answer>
      ) : (
        <Notice kind="empty" title={t('clearance.noOperation')} />
      )}
    </Page>
  )
}

function Everybody({ matrix, operation }: { matrix: Matrix; operation: string }) {
  const t = useWords(words)
  const { title, line } = useHeadline(matrix)
  const [chosen, setChosen] = useState<Chosen>()
  // Who waits stands on top: on a phone nobody scrolls past the ready ones to find them.
  const begun = matrix.children
    .filter(({ cells }) => cells.length > 0)
    .sort((one, other) => Number(one.ready) - Number(other.ready))
  if (matrix.children.length === 0) return <Notice kind="empty" title={t('clearance.noChildren')} />
  if (matrix.requirements.length === 0)
    return <Notice kind="refusal" title={t('clearance.corridorUnknown', { corridor: matrix.corridor })} />
  return (
    <Stack>
      <PageHeader title={title} line={line} />
      <Begin matrix={matrix} operation={operation} />
      {begun.length > 0 ? (
        <Card>
          <MatrixTable matrix={matrix} lines={begun} onChoose={setChosen} />
        </Card>
      ) : null}
      <RequirementDialog chosen={chosen} matrix={matrix} onClose={() => setChosen(undefined)} />
    </Stack>
  )
}

const beginners = ['coordinator', 'consul', 'lawyer']

/** Children nobody has begun with: nothing is asked for them yet, so nothing of theirs can be late. */
function Begin({ matrix, operation }: { matrix: Matrix; operation: string }) {
  const t = useWords(words)
  const { actor } = useHere()
  const begin = clearance.useDoing('beginClearance')
  const waiting = matrix.children.filter(({ cells }) => cells.length === 0)
  if (waiting.length === 0) return null
  const start = () => begin.mutate({ operation, children: waiting.map(({ child }) => ({ child })) })
  const may = beginners.includes(actor?.profession ?? '')
  return (
    <Stack>
      <Notice
        kind="waiting"
        title={t('clearance.notBegun', { count: waiting.length })}
        actions={
          may ? (
            <Button onPress={start} pending={begin.isPending}>
              {t('clearance.beginAll', { count: waiting.length })}
            </Button>
          ) : null
        }
      />
      <No problem={begin.error} />
    </Stack>
  )
}
