import { Icon, type IconName, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Mark } from './asking.ts'

const icons: Record<Mark['state'], IconName> = {
  done: 'check',
  ahead: 'dash',
  due: 'clock',
  overdue: 'alert',
}

/** One of the five visits: a sign, a word and a day; warm only where somebody is overdue. */
export function MarkOfVisit({ mark }: { mark: Mark }) {
  const t = useWords(words)
  const f = useFormats()
  const state = t(`reintegration.mark.${mark.state}`)
  return (
    <span className="visit" data-state={mark.state}>
      <Icon name={icons[mark.state]} />
      <span>
        {state} <small>{f.date(mark.done ?? mark.due)}</small>
      </span>
    </span>
  )
}

export function FiveVisits({ marks }: { marks: Mark[] }) {
  const t = useWords(words)
  return (
    <ol className="visits" aria-label={t('reintegration.visits')}>
      {marks.map((mark) => (
        <li key={mark.month}>
          <span className="small soft">{t('reintegration.month', { month: mark.month })}</span>
          <MarkOfVisit mark={mark} />
        </li>
      ))}
    </ol>
  )
}
