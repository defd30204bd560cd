import { Link } from '@tanstack/react-router'
import type { Names } from '../model.ts'
import { nameIn } from '../rules.ts'
import { useHere } from './use.tsx'

/** A name in the reader's language where it is known, else in the next best, marked up as the language it is. */
export function PersonName({ names, child }: { names: Names; child?: string }) {
  const { wire } = useHere()
  const { text, language } = nameIn(names, wire.language as 'kk' | 'ru' | 'en' | 'ar')
  const name = <bdi lang={language}>{text}</bdi>
  return child ? (
    <Link className="link" to="/children/$child" params={{ child }}>
      {name}
    </Link>
  ) : (
    name
  )
}
