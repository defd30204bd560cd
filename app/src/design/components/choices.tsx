import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import type { Option } from './Select.tsx'

export type CheckboxProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Some of what it stands for is chosen, not all. */
  partly?: boolean
  disabled?: boolean
  name?: string
  children: ReactNode
}

/** `<Checkbox checked={agreed} onChange={setAgreed}>{t('agree')}</Checkbox>` */
export function Checkbox({ checked, onChange, partly, disabled, name, children }: CheckboxProps) {
  return (
    <AriaCheckbox
      className="check"
      isSelected={checked}
      isIndeterminate={partly}
      isDisabled={disabled}
      onChange={onChange}
      name={name}
    >
      <span className="check-box">
        <Icon name={partly ? 'dash' : 'check'} />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}

export type RadioGroupProps<K extends string> = FieldProps & {
  options: readonly Option<K>[]
  value: K | undefined
  onChange: (key: K) => void
}

/** `<RadioGroup label={t('sex')} options={options} value={sex} onChange={setSex} />`; up to about five choices. */
export function RadioGroup<K extends string>(props: RadioGroupProps<K>) {
  const { options, value, onChange } = props
  const choose = (key: string) => {
    const chosen = options.find((option) => option.key === key)
    if (chosen) onChange(chosen.key)
  }
  return (
    <AriaRadioGroup {...ariaField(props)} value={value ?? null} onChange={choose}>
      <FieldFrame {...props}>
        {options.map((option) => (
          <Radio key={option.key} value={option.key} isDisabled={option.disabled} className="check">
            <span className="check-box check-round" />
            <span>{option.label}</span>
          </Radio>
        ))}
      </FieldFrame>
    </AriaRadioGroup>
  )
}
