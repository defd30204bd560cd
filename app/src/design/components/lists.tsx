import type { ReactNode } from 'react'
import { useWords } from '../languages/LanguageProvider.tsx'
import { Icon } from './Icon.tsx'
import { kitWords } from './words.ts'

/** Facts in pairs. `<DefinitionList items={[{ term: t('born'), value: f.date(born) }]} />` */
export function DefinitionList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="pairs">
      {items.map((item) => (
        <Pair key={item.term} {...item} />
      ))}
    </dl>
  )
}

function Pair({ term, value }: { term: string; value: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  )
}

export type Step = { key: string; label: string; note?: ReactNode; state: 'done' | 'here' | 'ahead' }

const stateWords = { done: 'stepDone', here: 'stepHere', ahead: 'stepAhead' } as const

/** Steps of one task, in order: a form in parts, a chain of custody. `<Steps steps={[…]} />` */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useWords(kitWords)
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === 'here' ? 'step' : undefined}>
          <span className="steps-mark" aria-hidden="true">
            {step.state === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          <div>
            <span className="steps-label">{step.label}</span>
            <span className="hidden"> ({t(stateWords[step.state])})</span>
            {step.note ? <div className="soft small">{step.note}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
