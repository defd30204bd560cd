import { useEffect, useState } from 'react'
import { TextField as AriaTextField, Input } from 'react-aria-components'
import { dateProblemWords } from '../languages/dates.messages.ts'
import { formatDate } from '../languages/dates.ts'
import { useLanguage, useWords } from '../languages/LanguageProvider.tsx'
import { parseDateText } from '../languages/parse-date.ts'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'

export type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD` (or `YYYY-MM`, `YYYY` with `partial`), or `undefined` while there is none. */
  value: string | undefined
  onChange: (date: string | undefined) => void
  /** Take a year or a month where that is all anyone knows. */
  partial?: boolean
}

/**
 * A date typed as text, read when the field is left and shown back in words: a calendar widget is slow for
 * birthdays and useless for half-known ones. `<DateField label={t('born')} value={born} onChange={setBorn} />`
 */
export function DateField(props: DateFieldProps) {
  const { value, onChange, partial } = props
  const language = useLanguage()
  const problems = useWords(dateProblemWords)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()

  // A value from outside (a loaded file, another language) is shown as that language writes it.
  useEffect(() => {
    if (value) setText(formatDate(language, value))
  }, [value, language])

  const read = () => {
    const parsed = parseDateText(text, { partial })
    const left = 'problem' in parsed && parsed.problem === 'empty' && props.optional
    setProblem('problem' in parsed && !left ? problems(parsed.problem) : undefined)
    onChange('date' in parsed ? parsed.date : undefined)
    if ('date' in parsed) setText(formatDate(language, parsed.date))
  }

  const shown = { ...props, error: problem ?? props.error }
  return (
    <AriaTextField {...ariaField(shown)} value={text} onChange={setText} onBlur={read} autoComplete="off">
      <FieldFrame {...shown}>
        <Input className="input input-date" dir="auto" />
      </FieldFrame>
    </AriaTextField>
  )
}
