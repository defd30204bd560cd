import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { DateField } from '../../../design/components/DateField.tsx'
import { Dialog } from '../../../design/components/Dialog.tsx'
import { Columns, Row, Stack } from '../../../design/components/layout.tsx'
import { Select } from '../../../design/components/Select.tsx'
import { TextField } from '../../../design/components/TextField.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { fieldSentence, No } from '../../screens/Answer.tsx'
import { type CourseName, courseNames } from '../model.ts'
import { words } from '../words.ts'
import { type Person, training } from './asking.ts'

/** Recording a course of somebody else, or withdrawing one. */
export function RecordDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useWords(words)
  const [course, setCourse] = useState<CourseName>(courseNames[0]!)
  const done = () => {
    showToast(t('training.saved'))
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={person.name} wide>
      <Stack gap={4}>
        <Select
          label={t('training.course')}
          options={courseNames.map((key) => ({ key, label: t(`training.course.${key}`) }))}
          value={course}
          onChange={setCourse}
        />
        <Recording account={person.id} course={course} onDone={done} />
        <Withdrawing account={person.id} course={course} onDone={done} />
      </Stack>
    </Dialog>
  )
}

type Props = { account: string; course: CourseName; onDone: () => void }

function Recording({ account, course, onDone }: Props) {
  const t = useWords(words)
  const record = training.useDoing('recordTraining')
  const [on, setOn] = useState<string>()
  const [until, setUntil] = useState<string>()
  return (
    <Stack gap={3}>
      <Columns least={12}>
        <DateField
          label={t('training.on')}
          value={on}
          onChange={setOn}
          error={fieldSentence(record.error, 'on')}
        />
        <DateField
          label={t('training.until')}
          help={t('training.until.help')}
          value={until}
          onChange={setUntil}
          optional
          error={fieldSentence(record.error, 'until')}
        />
      </Columns>
      <No problem={record.error?.no.kind === 'invalid' ? undefined : record.error} />
      <Row>
        <Button
          pending={record.isPending}
          isDisabled={!on}
          onPress={() => record.mutate({ account, course, on: on!, until }, { onSuccess: onDone })}
        >
          {t('training.record')}
        </Button>
      </Row>
    </Stack>
  )
}

function Withdrawing({ account, course, onDone }: Props) {
  const t = useWords(words)
  const withdraw = training.useDoing('withdrawTraining')
  const [reason, setReason] = useState('')
  return (
    <details>
      <summary>{t('training.withdraw')}</summary>
      <Stack gap={3}>
        <TextField label={t('training.reason')} value={reason} onChange={setReason} />
        <No problem={withdraw.error} />
        <Row>
          <Button
            kind="danger"
            pending={withdraw.isPending}
            isDisabled={reason.trim().length < 3}
            onPress={() => withdraw.mutate({ account, course, reason }, { onSuccess: onDone })}
          >
            {t('training.withdraw')}
          </Button>
        </Row>
      </Stack>
    </details>
  )
}
