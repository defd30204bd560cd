import { Link } from 'react-aria-components'
import { classes } from '../components/classes.ts'
import { Icon } from '../components/Icon.tsx'
import { kitWords } from '../components/words.ts'
import { useLanguage, useWords } from '../languages/LanguageProvider.tsx'
import { formatNumber } from '../languages/numbers.ts'

export type PathStep = {
  key: string
  label: string
  /** How many children stand here; without it a finished step shows a check. */
  count?: number
  note?: string
  state: 'done' | 'here' | 'waiting' | 'ahead'
  href?: string
}

export type PathHomeProps = {
  /** What the path is of, for screen readers: "Әйгерім's way home". */
  label: string
  steps: readonly PathStep[]
  /** Marks and labels only, for a child's row or a figure. */
  small?: boolean
}

const stateWords = { done: 'stepDone', here: 'stepHere', waiting: 'stepWaiting', ahead: 'stepAhead' } as const

/**
 * The recurring picture: marks on a line, from the reader's start to the reader's end, downwards on a phone.
 * The line is sage as far as the last step anybody has reached.
 */
export function PathHome({ label, steps, small }: PathHomeProps) {
  const t = useWords(kitWords)
  const reached = steps.findLastIndex((step) => step.state !== 'ahead')
  return (
    <ol className={classes('path', small && 'path-small')} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className="path-step"
          data-state={step.state}
          data-reached={index <= reached ? '' : undefined}
          aria-current={step.state === 'here' ? 'step' : undefined}
        >
          <Mark step={step} />
          <span className="path-words">
            <span className="path-label">
              {step.href ? (
                <Link className="link path-link" href={step.href}>
                  {step.label}
                </Link>
              ) : (
                step.label
              )}
            </span>
            {step.note && !small ? <span className="path-note">{step.note}</span> : null}
            <span className="hidden">({t(stateWords[step.state])})</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function Mark({ step }: { step: PathStep }) {
  const language = useLanguage()
  if (step.count !== undefined) return <span className="path-mark">{formatNumber(language, step.count)}</span>
  return (
    <span className="path-mark" aria-hidden="true">
      {step.state === 'done' ? <Icon name="check" /> : null}
      {step.state === 'waiting' ? <Icon name="clock" /> : null}
    </span>
  )
}
