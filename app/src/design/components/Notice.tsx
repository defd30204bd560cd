import type { ReactNode } from 'react'
import { useWords } from '../languages/LanguageProvider.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { kitWords } from './words.ts'

/** The three kinds of no, and the three states that are none. */
export type NoticeKind = 'refusal' | 'invalid' | 'fault' | 'empty' | 'done' | 'waiting'

const icons: Record<NoticeKind, IconName> = {
  refusal: 'stop',
  invalid: 'alert',
  fault: 'alert',
  empty: 'empty',
  done: 'check',
  waiting: 'clock',
}

export type NoticeProps = {
  kind: NoticeKind
  /** One sentence: what happened, or what there is none of. */
  title: string
  children?: ReactNode
  /** What to do next: buttons or links. */
  actions?: ReactNode
}

/** `<Notice kind="empty" title={t('noChildren')} actions={<Button …/>} />`; problems are announced at once. */
export function Notice({ kind, title, children, actions }: NoticeProps) {
  const urgent = kind === 'refusal' || kind === 'invalid' || kind === 'fault'
  const role = urgent ? 'alert' : kind === 'done' ? 'status' : undefined
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <Icon name={icons[kind]} />
      <div className="notice-words">
        <p className="notice-title">{title}</p>
        {children}
        {actions ? <div className="row">{actions}</div> : null}
      </div>
    </div>
  )
}

export type RefusalProps = {
  /** What the house will not do, in one sentence. */
  sentence: string
  /** The rule it rests on, as people know it: its name, article or decision. */
  rule: string
  actions?: ReactNode
}

/** An expected no: the sentence and the rule it rests on. `<Refusal sentence={t(code)} rule={t(ruleKey)} />` */
export function Refusal({ sentence, rule, actions }: RefusalProps) {
  const t = useWords(kitWords)
  return (
    <Notice kind="refusal" title={sentence} actions={actions}>
      <p className="rule">
        <strong>{t('rule')}:</strong> {rule}
      </p>
    </Notice>
  )
}
