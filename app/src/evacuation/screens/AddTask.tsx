import { useState } from 'react'
import { nameIn } from '../../casefile/rules.ts'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button, Columns, Row, Select, Stack, TextField, useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { evacuation, type ListedOperation, type Runbook } from './asking.ts'
import { toMinutes } from './counts.ts'
import { MinutesField } from './MinutesField.tsx'

const FIRST = 'first'

type Props = { operation: ListedOperation; runbook: Runbook }

/** One more task after another; the day begins with the operation's own flight time until it has a start. */
export function AddTask({ operation, runbook }: Props) {
  const t = useWords(words)
  const language = useLanguage()
  const { name, setName, text, setText, after, setAfter, minutes, add, set } = useAdding(operation, runbook)
  const choices = runbook.tasks.map((task) => ({ key: task.id, label: nameIn(task.names, language).text }))
  return (
    <details>
      <summary>{t('evacuation.add-task')}</summary>
      <Stack gap={3}>
        <Columns least={13}>
          <TextField label={t('evacuation.task-name')} value={name} onChange={setName} />
          <MinutesField text={text} onChange={setText} />
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

function useAdding(operation: ListedOperation, runbook: Runbook) {
  const language = useLanguage()
  const [name, setName] = useState('')
  const [text, setText] = useState('60')
  const [after, setAfter] = useState(runbook.tasks.at(-1)?.id ?? FIRST)
  const set = evacuation.useDoing('setRunbook')
  const minutes = toMinutes(text)
  const add = () => {
    if (minutes === undefined) return
    const id = crypto.randomUUID()
    const task = { id, names: { [language]: name }, minutes, after: after === FIRST ? [] : [after] }
    const done = () => {
      setName('')
      setAfter(id)
    }
    const start = runbook.start ?? operation.flightAt
    const tasks = [...runbook.tasks, task]
    set.mutate({ operation: operation.id, runbook: { start, tasks } }, { onSuccess: done })
  }
  return { name, setName, text, setText, after, setAfter, minutes, add, set }
}
