import type { ReactNode } from 'react'
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components'
import type { ButtonKind } from './Button.tsx'
import { classes } from './classes.ts'

export type LinkProps = Omit<AriaLinkProps, 'children' | 'className'> & { children: ReactNode }

/** `<Link href="/children/7">…</Link>`; client-side when the app wraps everything in RouterProvider. */
export function Link({ children, ...rest }: LinkProps) {
  return (
    <AriaLink {...rest} className="link">
      {children}
    </AriaLink>
  )
}

/** A link that looks like a button, for the next step of a journey. */
export function ButtonLink({ kind = 'primary', children, ...rest }: LinkProps & { kind?: ButtonKind }) {
  return (
    <AriaLink {...rest} className={classes('button', kind !== 'primary' && `button-${kind}`)}>
      {children}
    </AriaLink>
  )
}
