import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useWords } from '../languages/LanguageProvider.tsx'
import { Icon } from './Icon.tsx'
import { kitWords } from './words.ts'

/** What every field has in common; all texts arrive translated. */
export type FieldProps = {
  label: string
  /** One line under the label: what is asked for and why. */
  help?: string
  /** A sentence saying what is wrong; also turns the field invalid. */
  error?: string
  /** Fields are required unless they say otherwise. */
  optional?: boolean
  disabled?: boolean
  /** Name in the form, for the browser and for `Invalid` problems. */
  name?: string
}

/** Label, help and error around an input, inside a React Aria field that ties them together. */
export function FieldFrame({ label, help, error, optional, children }: FieldProps & { children: ReactNode }) {
  const t = useWords(kitWords)
  return (
    <>
      <Label className="field-label">
        {label} {optional ? <span className="field-optional">({t('optional')})</span> : null}
      </Label>
      {help ? (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      ) : null}
      {children}
      <FieldError className="field-error">
        {(state) => (
          <>
            <Icon name="alert" />
            <span>{error ?? state.validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  )
}

/** The part of a field's state that React Aria wants, from our few props. */
export function ariaField({ error, optional, disabled, name }: FieldProps) {
  return {
    name,
    isRequired: !optional,
    isDisabled: disabled,
    isInvalid: error !== undefined && error !== '',
    validationBehavior: 'aria' as const,
    className: 'field',
  }
}
