import { useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import {
  Button,
  Columns,
  DateField,
  Row,
  Select,
  Stack,
  showToast,
  TextArea,
  TextField,
  useWords,
} from '../../design/kit.ts'
import { matters, standings } from '../model.ts'
import { FOLLOW_UP_MONTHS } from '../rules.ts'
import { words } from '../words.ts'
import { type Mark, reintegration } from './asking.ts'

const BETWEEN = 'between'
type Matter = (typeof matters)[number]
type Standing = (typeof standings)[number]

/** Somebody saw the child: in words first, then how three things of every day stand. */
export function VisitForm({ child, marks }: { child: string; marks: Mark[] }) {
  const t = useWords(words)
  const record = reintegration.useDoing('recordFollowUp')
  const next = marks.find(({ state }) => state === 'overdue' || state === 'due')
  const [which, setWhich] = useState(String(next?.month ?? BETWEEN))
  const [on, setOn] = useState<string>()
  const [seenBy, setSeenBy] = useState('')
  const [text, setText] = useState('')
  const [after, setAfter] = useState('')
  const [standing, setStanding] = useState<Partial<Record<Matter, Standing>>>({})
  const visits = [
    ...marks
      .filter(({ state }) => state !== 'done')
      .map(({ month }) => ({ key: String(month), label: t('reintegration.month', { month }) })),
    { key: BETWEEN, label: t('reintegration.between') },
  ]
  const send = () => {
    if (!on) return
    const month = FOLLOW_UP_MONTHS.find((one) => String(one) === which)
    const told = { child, on, month, seenBy, words: text, next: after.trim() || undefined, matters: standing }
    const onSuccess = () => {
      setText('')
      setAfter('')
      showToast(t('reintegration.saved'))
    }
    record.mutate(told, { onSuccess })
  }
  return (
    <details>
      <summary>{t('reintegration.visit')}</summary>
      <Stack gap={3}>
        <Columns least={12}>
          <Select label={t('reintegration.whichVisit')} options={visits} value={which} onChange={setWhich} />
          <DateField
            label={t('reintegration.on')}
            value={on}
            onChange={setOn}
            error={fieldSentence(record.error, 'on')}
          />
          <TextField label={t('reintegration.seenBy')} value={seenBy} onChange={setSeenBy} />
        </Columns>
        <TextArea label={t('reintegration.words')} value={text} onChange={setText} rows={3} />
        <Columns least={12}>
          {matters.map((matter) => (
            <Select
              key={matter}
              label={t(`reintegration.matter.${matter}`)}
              options={standings.map((key) => ({ key, label: t(`reintegration.standing.${key}`) }))}
              value={standing[matter]}
              onChange={(key) => setStanding({ ...standing, [matter]: key })}
              optional
            />
          ))}
        </Columns>
        <TextArea label={t('reintegration.next')} value={after} onChange={setAfter} rows={2} optional />
        <No problem={record.error} />
        <Row>
          <Button
            onPress={send}
            pending={record.isPending}
            isDisabled={!on || !seenBy.trim() || !text.trim()}
          >
            {t('reintegration.save')}
          </Button>
        </Row>
      </Stack>
    </details>
  )
}

export function ObservationForm({ child }: { child: string }) {
  const t = useWords(words)
  const add = reintegration.useDoing('addObservation')
  const [text, setText] = useState('')
  const onSuccess = () => {
    setText('')
    showToast(t('reintegration.saved'))
  }
  return (
    <details>
      <summary>{t('reintegration.observe')}</summary>
      <Stack gap={3}>
        <TextArea label={t('reintegration.observation')} value={text} onChange={setText} rows={3} />
        <No problem={add.error} />
        <Row>
          <Button
            kind="quiet"
            onPress={() => add.mutate({ child, text }, { onSuccess })}
            pending={add.isPending}
            isDisabled={!text.trim()}
          >
            {t('reintegration.save')}
          </Button>
        </Row>
      </Stack>
    </details>
  )
}
