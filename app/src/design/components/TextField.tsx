import { TextArea as AriaTextArea, TextField as AriaTextField, Input } from 'react-aria-components'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'

export type TextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password'
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  placeholder?: string
  /** `auto` lets a name take its own direction; codes and addresses are `ltr`. */
  direction?: 'auto' | 'ltr' | 'rtl'
  rows?: number
}

/** `<TextField label={t('name')} value={name} onChange={setName} />` */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, type = 'text', autoComplete, inputMode, placeholder } = props
  const given = { value, onChange, onBlur, type, autoComplete, inputMode }
  return (
    <AriaTextField {...ariaField(props)} {...given}>
      <FieldFrame {...props}>
        <Input className="input" dir={props.direction ?? 'auto'} placeholder={placeholder} />
      </FieldFrame>
    </AriaTextField>
  )
}

/** `<TextArea label={t('reason')} value={reason} onChange={setReason} rows={4} />` */
export function TextArea(props: TextFieldProps) {
  const { value, onChange, onBlur, placeholder, rows = 4 } = props
  return (
    <AriaTextField {...ariaField(props)} value={value} onChange={onChange} onBlur={onBlur}>
      <FieldFrame {...props}>
        <AriaTextArea
          className="input area"
          dir={props.direction ?? 'auto'}
          rows={rows}
          placeholder={placeholder}
        />
      </FieldFrame>
    </AriaTextField>
  )
}
