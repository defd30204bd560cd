import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export type BadgeKind = 'ok' | 'waiting' | 'muted' | 'problem'

const icons: Record<BadgeKind, IconName> = { ok: 'check', waiting: 'clock', muted: 'dash', problem: 'alert' }

/** A state in a word or two; colour, sign and word say the same. `<Badge kind="waiting">{t('judge')}</Badge>` */
export function Badge({ kind, children }: { kind: BadgeKind; children: ReactNode }) {
  return (
    <span className={`badge badge-${kind}`}>
      <Icon name={icons[kind]} />
      <span>{children}</span>
    </span>
  )
}
