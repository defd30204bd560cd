import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { useWords } from '../languages/LanguageProvider.tsx'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { kitWords } from './words.ts'

export type Option<K extends string = string> = { key: K; label: string; disabled?: boolean }

export type SelectProps<K extends string> = FieldProps & {
  options: readonly Option<K>[]
  value: K | undefined
  onChange: (key: K) => void
  placeholder?: string
}

/** `<Select label={t('role')} options={[{ key: 'aunt', label: t('aunt') }]} value={role} onChange={setRole} />` */
export function Select<K extends string>(props: SelectProps<K>) {
  const { options, value, onChange, placeholder } = props
  const t = useWords(kitWords)
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.key === key)
    if (chosen) onChange(chosen.key)
  }
  return (
    <AriaSelect
      {...ariaField(props)}
      value={value ?? null}
      onChange={choose}
      placeholder={placeholder ?? t('choose')}
    >
      <FieldFrame {...props}>
        <Button className="input select-button">
          <SelectValue>
            {({ isPlaceholder, selectedText, defaultChildren }) =>
              isPlaceholder ? defaultChildren : <bdi>{selectedText}</bdi>
            }
          </SelectValue>
          <Icon name="down" />
        </Button>
      </FieldFrame>
      <Popover className="popover">
        <ListBox className="options" items={options.map((option) => ({ ...option, id: option.key }))}>
          {(option) => (
            <ListBoxItem
              id={option.key}
              className="option"
              textValue={option.label}
              isDisabled={option.disabled}
            >
              <bdi>{option.label}</bdi>
              <Icon name="check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
