import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Icon, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'

type Props = {
  value: string
  onChange: (typed: string) => void
  onKeyDown?: (event: KeyboardEvent) => void
  onFocus?: () => void
  /** In the frame the field opens a list below it. */
  combobox?: { list: string; isOpen: boolean; active: string | undefined }
  autoFocus?: boolean
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** "/" as it is written, or the key it stands on where other letters are typed. */
const isSlash = ({ key, code, shiftKey, ctrlKey, altKey, metaKey }: globalThis.KeyboardEvent): boolean =>
  !ctrlKey && !altKey && !metaKey && (key === '/' || (code === 'Slash' && !shiftKey))

/** The field itself; "/" brings the keyboard here from anywhere on the page. */
export function FindField({ value, onChange, onKeyDown, onFocus, combobox, autoFocus }: Props) {
  const t = useWords(words)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (!isSlash(event) || isTyping(event.target) || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    document.addEventListener('keydown', focus)
    if (autoFocus) field.current?.focus()
    return () => document.removeEventListener('keydown', focus)
  }, [autoFocus])
  const asCombobox = combobox
    ? {
        ...{ role: 'combobox', 'aria-expanded': combobox.isOpen, 'aria-autocomplete': 'list' as const },
        ...{ 'aria-controls': combobox.list, 'aria-activedescendant': combobox.active },
      }
    : {}
  return (
    <div className="find-field">
      <Icon name="search" />
      <input
        ref={field}
        className="find-input"
        type="search"
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        aria-label={t('tracing.find.label')}
        aria-keyshortcuts="/"
        placeholder={t('tracing.find.placeholder')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={2000}
        {...asCombobox}
      />
      <span className="find-key" aria-hidden="true">
        /
      </span>
    </div>
  )
}
