import type { Problem } from '../../casefile/asking.ts'
import { fieldSentence } from '../../casefile/screens/Answer.tsx'
import { Columns } from '../../design/components/layout.tsx'
import { TextField } from '../../design/components/TextField.tsx'
import { useT } from './asking.ts'

/** A step being written; `at` as `datetime-local` gives it. */
export type WrittenStep = {
  number: string
  from: string
  to: string
  seal: string
  place: string
  at: string
  remarks: string
}

type Fields = {
  step: WrittenStep
  onChange: (step: WrittenStep) => void
  problem: Problem | null
  asksNumber?: boolean
  asksFrom?: boolean
}

/** Who gave the kit to whom, where, when, under which seal. */
export function StepFields({ step, onChange, problem, asksNumber, asksFrom }: Fields) {
  const t = useT()
  const text = (key: keyof WrittenStep, label: string, isCode = false) => (
    <TextField
      label={t(label)}
      value={step[key]}
      onChange={(value) => onChange({ ...step, [key]: value })}
      direction={isCode ? 'ltr' : 'auto'}
      optional={key === 'remarks'}
      error={fieldSentence(problem, `step.${key}`)}
    />
  )
  return (
    <Columns least={13}>
      {asksNumber ? text('number', 'evidence.kit-number', true) : null}
      {asksFrom ? text('from', 'evidence.kit-from') : null}
      {text('to', 'evidence.kit-to')}
      {text('seal', 'evidence.kit-seal', true)}
      {text('place', 'evidence.place')}
      <label className="field">
        <span className="field-label">{t('evidence.kit-at')}</span>
        <input
          className="input"
          type="datetime-local"
          dir="ltr"
          required
          value={step.at}
          onChange={(event) => onChange({ ...step, at: event.target.value })}
        />
      </label>
      {text('remarks', 'evidence.remarks')}
    </Columns>
  )
}
