import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { toSent } from '../../casefile/screens/files.ts'
import { useHere } from '../../casefile/screens/use.tsx'
import { Button, Card, FileField, Notice, Page, PageHeader, Row, Stack, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type ImportPlan, tracing } from './asking.ts'
import { PlanView } from './PlanView.tsx'
import './tracing.css'

/** What the door takes at most, once decoded; said before a slow line has carried it. */
const MOST_BYTES = 24 * 1024 * 1024

export function ImportScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  return (
    <Page>
      <PageHeader title={t('tracing.import.title')} line={t('tracing.import.lead')} />
      {operation ? (
        <Import operation={operation} />
      ) : (
        <Notice kind="empty" title={t('tracing.noOperation')} />
      )}
    </Page>
  )
}

type Sent = { name: string; base64: string }

function Import({ operation }: { operation: string }) {
  const [looked, setLooked] = useState<{ file: Sent; plan: ImportPlan }>()
  if (!looked) return <Choose operation={operation} onLooked={setLooked} />
  return <Looked {...looked} operation={operation} onAnother={() => setLooked(undefined)} />
}

function Choose(props: { operation: string; onLooked: (looked: { file: Sent; plan: ImportPlan }) => void }) {
  const t = useWords(words)
  const [chosen, setChosen] = useState<File>()
  const look = tracing.useDoing('planImport')
  const send = async (list: File) => {
    const file = await toSent(list)
    look.mutate({ operation: props.operation, file }, { onSuccess: (plan) => props.onLooked({ file, plan }) })
  }
  return (
    <Card>
      <FileField
        label={t('tracing.import.file')}
        value={chosen}
        onChange={setChosen}
        accept={['.csv', '.xlsx', '.tsv', '.txt']}
        limit={MOST_BYTES}
      />
      <No problem={look.error} />
      <Row>
        <Button onPress={() => chosen && void send(chosen)} isDisabled={!chosen} pending={look.isPending}>
          {t('tracing.import.look')}
        </Button>
      </Row>
    </Card>
  )
}

function Looked(props: { file: Sent; plan: ImportPlan; operation: string; onAnother: () => void }) {
  const { file, plan, operation, onAnother } = props
  const t = useWords(words)
  const accept = tracing.useDoing('acceptImport')
  const another = (
    <Button kind="quiet" onPress={onAnother}>
      {t('tracing.import.another')}
    </Button>
  )
  if (accept.data) {
    const { done, waiting } = accept.data
    return (
      <Notice kind="done" title={t('tracing.import.done', { n: done.length })} actions={another}>
        <ul>
          {waiting.map((row) => (
            <li key={row.row}>
              {t('tracing.import.row')} {row.row}: <bdi>{row.name}</bdi> {row.because}
            </li>
          ))}
        </ul>
      </Notice>
    )
  }
  return (
    <Stack>
      <PlanView
        plan={plan}
        pending={accept.isPending}
        onAccept={(leaveOut) => accept.mutate({ operation, file, sha256: plan.sha256, leaveOut })}
        another={another}
      />
      <No problem={accept.error} />
    </Stack>
  )
}
