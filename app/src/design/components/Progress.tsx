import { Label, ProgressBar } from 'react-aria-components'

/** Work without a known end, said in words. `<Spinner label={t('weighing')} />` */
export function Spinner({ label }: { label: string }) {
  return (
    <span className="spinner" role="status">
      <span className="spinner-ring" aria-hidden="true" />
      <span>{label}</span>
    </span>
  )
}

/** Work with a known end: `<Progress label={t('reading')} value={3} total={14} words={t('of', …)} />` */
export function Progress(props: { label: string; value: number; total: number; words: string }) {
  const { label, value, total, words } = props
  return (
    <ProgressBar className="progress" value={value} maxValue={total} valueLabel={words}>
      {({ percentage = 0, valueText }) => (
        <>
          <div className="progress-words">
            <Label>{label}</Label>
            <span className="soft">{valueText}</span>
          </div>
          <div className="progress-track">
            <div className="progress-fill" style={{ inlineSize: `${percentage}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
