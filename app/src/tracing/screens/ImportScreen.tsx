import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { toSent } from '../../casefile/screens/files.ts'
import { useHere } from '../../casefile/screens/use.tsx'
import { Button, Card, FileField, Notice, Page, PageHeader, Row, Stack, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type ImportPlan, tracing } from './asking.ts'
import { ImportDone } from './ImportDone.tsx'
import { ImportsCard } from './ImportsCard.tsx'
import type { Looked, Reading, Sent } from './import.ts'
import { MappingView } from './MappingView.tsx'
import { PlanView } from './PlanView.tsx'
import './import.css'

/** What the door takes at most, once decoded; said before a slow line has carried it. */
const MOST_BYTES = 24 * 1024 * 1024

export function ImportScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  return (
    <Page>
      <PageHeader title={t('tracing.import.title')} line={t('tracing.import.lead')} />
      {operation ? (
        <Import key={operation} operation={operation} />
      ) : (
        <Notice kind="empty" title={t('tracing.noOperation')} />
      )}
    </Page>
  )
}

type Step = { file: Sent; looked: Looked; reading: Reading; plan?: ImportPlan; versionOf?: string | null }

/** A list on its way: chosen, its columns looked at, its rows looked at, taken in. */
function Import({ operation }: { operation: string }) {
  const t = useWords(words)
  const [step, setStep] = useState<Step>()
  const look = tracing.useDoing('lookAtList')
  const plan = tracing.useDoing('planImport')
  const accept = tracing.useDoing('acceptImport')
  const restart = () => {
    setStep(undefined)
    for (const one of [look, plan, accept]) one.reset()
  }
  const another = (
    <Button kind="quiet" onPress={restart}>
      {t('tracing.import.another')}
    </Button>
  )
  const lookAt = (file: Sent, reading: Reading) =>
    look.mutate({ operation, file, reading }, { onSuccess: (looked) => setStep({ file, looked, reading }) })
  const planWith = (from: Step, reading: Reading, versionOf?: string | null) =>
    plan.mutate(
      { operation, file: from.file, reading, versionOf },
      { onSuccess: (planned) => setStep({ ...from, reading, plan: planned, versionOf }) },
    )
  if (!step)
    return (
      <Stack>
        <Choose pending={look.isPending} onChosen={(file) => lookAt(file, {})} />
        <No problem={look.error} />
        <ImportsCard operation={operation} />
      </Stack>
    )
  if (accept.data) return <ImportDone answer={accept.data} operation={operation} another={another} />
  if (!step.plan)
    return (
      <Stack>
        <MappingView
          key={JSON.stringify([step.looked.headerRow, step.looked.encoding?.name, step.looked.sheets])}
          looked={step.looked}
          reading={step.reading}
          pending={plan.isPending || look.isPending}
          onLookAgain={(reading) => lookAt(step.file, reading)}
          onRead={(reading) => planWith(step, reading)}
          another={another}
        />
        <No problem={plan.error ?? look.error} />
      </Stack>
    )
  return (
    <Stack>
      <PlanView
        {...{ operation, plan: step.plan, file: step.file, reading: step.reading }}
        pending={accept.isPending || plan.isPending}
        onVersion={(versionOf) => planWith(step, step.reading, versionOf)}
        onColumns={() => {
          accept.reset()
          setStep({ ...step, plan: undefined })
        }}
        onAccept={(chosen) => {
          const { sha256, digest } = step.plan!
          const { file, reading, versionOf } = step
          accept.mutate({ operation, file, reading, versionOf, sha256, digest, ...chosen })
        }}
        another={another}
      />
      <No problem={accept.error ?? plan.error} />
    </Stack>
  )
}

function Choose({ pending, onChosen }: { pending: boolean; onChosen: (file: Sent) => void }) {
  const t = useWords(words)
  const [chosen, setChosen] = useState<File>()
  return (
    <Card>
      <FileField
        label={t('tracing.import.file')}
        value={chosen}
        onChange={setChosen}
        accept={['.csv', '.xlsx', '.tsv', '.txt']}
        limit={MOST_BYTES}
      />
      <Row>
        <Button
          onPress={() => chosen && void toSent(chosen).then(onChosen)}
          isDisabled={!chosen}
          pending={pending}
        >
          {t('tracing.import.look')}
        </Button>
      </Row>
    </Card>
  )
}
