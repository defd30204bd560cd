import { DefinitionList } from '../../../design/components/lists.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { words as casefile } from '../../words.ts'
import type { Checked } from '../core/check.ts'
import { words } from '../words.ts'
import type { Answered } from './checking.ts'

const Code = ({ children }: { children: string }) => (
  <code className="proof-code" dir="ltr">
    {children}
  </code>
)

/** What the check came to: a sentence first, then what the proof says. */
export function Outcome({ answer, hasPaper }: { answer: Answered; hasPaper: boolean }) {
  const t = useWords(words)
  const { checked, unsigned } = answer
  if (!checked.holds) return <Notice kind="refusal" title={t(`log.no.${checked.why}`)} />
  if (unsigned) return <Said kind="waiting" title={t('log.cannot')} checked={checked} />
  if (!checked.signers.length) return <Said kind="waiting" title={t('log.unvouched')} checked={checked} />
  if (hasPaper) return <Said kind="done" title={t('log.yes')} checked={checked} />
  return checked.paper ? (
    <Said kind="waiting" title={t('log.yes-no-paper')} checked={checked} />
  ) : (
    <Said kind="done" title={t('log.yes-event')} checked={checked} />
  )
}

type Holding = Extract<Checked, { holds: true }>

function Said({ kind, title, checked }: { kind: 'done' | 'waiting'; title: string; checked: Holding }) {
  const t = useWords(words)
  const f = useFormats()
  const { event, index, size, origin, signers, paper } = checked
  const items = [
    { term: t('log.kind'), value: <EventName type={event.type} /> },
    { term: t('log.recorded'), value: f.dateTime(event.recorded) },
    { term: t('log.place'), value: t('log.place-of', { place: index + 1, size }) },
    ...(paper ? [{ term: t('log.digest'), value: <Code>{paper.sha256}</Code> }] : []),
    { term: t('log.origin'), value: <Code>{origin}</Code> },
    ...signers.map((signer) => ({ term: t('log.signed-by'), value: <Code>{signer}</Code> })),
  ]
  return (
    <Notice kind={kind} title={title}>
      <DefinitionList items={items} />
    </Notice>
  )
}

/** An event in words where this page knows it; its type as it was written where not. */
function EventName({ type }: { type: string }) {
  const t = useWords(casefile)
  const key = `event.${type}`
  return key in casefile ? t(key as keyof typeof casefile) : <Code>{type}</Code>
}
