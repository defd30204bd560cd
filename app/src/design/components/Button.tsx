import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { useWords } from '../languages/LanguageProvider.tsx'
import { classes } from './classes.ts'
import { kitWords } from './words.ts'

export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'bare'

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'isPending'> & {
  kind?: ButtonKind
  /** Work is under way: the button keeps its place and focus, turns, and takes no second press. */
  pending?: boolean
  children: ReactNode
}

/** `<Button onPress={send}>{t('write')}</Button>`; one primary button to a card, the others quiet. */
export function Button({ kind = 'primary', pending = false, children, ...rest }: ButtonProps) {
  const t = useWords(kitWords)
  return (
    <AriaButton
      {...rest}
      isPending={pending}
      className={classes('button', kind !== 'primary' && `button-${kind}`)}
    >
      {pending ? <span className="spinner-ring" role="img" aria-label={t('working')} /> : null}
      {children}
    </AriaButton>
  )
}
