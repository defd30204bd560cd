import { useState } from 'react'
import { nameIn } from '../../casefile/rules.ts'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button, Columns, Row, Select, Stack, TextField, useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { evacuation, type ListedOperation, type Runbook } from './asking.ts'
import { toCount } from './counts.ts'

const FIRST = 'first'

/** One more task at the end of another; the day begins with the operation's own flight time until it has a start. */
export function AddTask({ operation, runbook }: { operation: ListedOperation; runbook: Runbook }) {
  const t = useWords(words)
  const language = useLanguage()
  const [name, setName] = useState('')
  const [text, setText] = useState('60')
  const [after, setAfter] = useState(runbook.tasks.at(-1)?.id ?? FIRST)
  const set = evacuation.useDoing('setRunbook')
  const minutes = toCount(text, 20_000)
  const add = () => {
    if (minutes === undefined) return
    const id = crypto.randomUUID()
    const task = { id, names: { [language]: name }, minutes, after: after === FIRST ? [] : [after] }
    const done = () => {
      setName('')
      setAfter(id)
    }
    const tasks = [...runbook.tasks, task]
    const start = runbook.start ?? operation.flightAt
    set.mutate({ operation: operation.id, runbook: { start, tasks } }, { onSuccess: done })
  }
  const choices = runbook.tasks.map((task) => ({ key: task.id, label: nameIn(task.names, language).text }))
  return (
    <details>
      <summary>{t('evacuation.add-task')}</summary>
      <Stack gap={3}>
        <Columns least={13}>
          <TextField label={t('evacuation.task-name')} value={name} onChange={setName} />
          <TextField
            label={t('evacuation.how-many-minutes')}
            value={text}
            onChange={setText}
            inputMode="numeric"
            direction="ltr"
            error={minutes === undefined ? t('evacuation.minutes-wrong') : undefined}
          />
          <Select
            label={t('evacuation.task-after')}
            options={[{ key: FIRST, label: t('evacuation.task-first') }, ...choices]}
            value={after}
            onChange={setAfter}
          />
        </Columns>
        <No problem={set.error} />
        <Row>
          <Button onPress={add} pending={set.isPending} isDisabled={!name.trim() || minutes === undefined}>
            {t('evacuation.add-task')}
          </Button>
        </Row>
      </Stack>
    </details>
  )
}
