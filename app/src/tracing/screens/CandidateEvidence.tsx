import { formatNumber, formatPower, useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Candidate } from './asking.ts'

type Reason = Candidate['reasons'][number]

/** A bar as long as the strongest piece, but never as if a weak one were strong: at least ten times is full. */
const LEAST_REACH = 1

/**
 * What speaks for and against, each piece with its words and a bar from a middle line: for towards the reader's end,
 * against towards the start. Made of boxes with logical sides, so it turns with the page; the words say it all.
 */
export function CandidateEvidence({ reasons }: { reasons: Reason[] }) {
  const t = useWords(words)
  const reach = Math.max(LEAST_REACH, ...reasons.map((one) => Math.abs(one.log10LR)))
  return (
    <table className="weighing">
      <caption>{t('tracing.bars.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tracing.bars.what')}</th>
          <th scope="col">{t('tracing.bars.says')}</th>
          <th scope="col">
            <span className="weighing-sides">
              <span>{t('tracing.candidates.against')}</span>
              <span>{t('tracing.candidates.for')}</span>
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map((reason) => (
          <tr key={`${reason.about} ${reason.label} ${reason.sentence}`} data-speaks={reason.speaks}>
            <th scope="row">{reason.label}</th>
            <td>{reason.sentence}</td>
            <td>
              <Bar reason={reason} reach={reach} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Bar({ reason: { log10LR, speaks }, reach }: { reason: Reason; reach: number }) {
  const t = useWords(words)
  const language = useLanguage()
  const side = t(`tracing.candidates.${speaks}`)
  const { words: size } = formatPower(language, log10LR)
  const share = `${(100 * Math.abs(log10LR)) / reach}%`
  return (
    <>
      <span className="weighing-bar" aria-hidden="true">
        <span>{log10LR < 0 ? <i style={{ inlineSize: share }} /> : null}</span>
        <span>{log10LR > 0 ? <i style={{ inlineSize: share }} /> : null}</span>
      </span>
      <span className="hidden">
        {speaks === 'neither' ? side : t('tracing.bars.times', { side, words: size })}
      </span>
    </>
  )
}

/** The figures behind the bars, for those who reckon with them. */
export function CandidateNumbers({ candidate }: { candidate: Candidate }) {
  const t = useWords(words)
  const language = useLanguage()
  const figure = (value: number) => formatNumber(language, value, { digits: 2, fixed: true })
  return (
    <details className="small">
      <summary>{t('tracing.numbers')}</summary>
      <p className="soft">{t('tracing.numbers.means')}</p>
      <table className="weighing-numbers">
        <tbody>
          {candidate.reasons.map((one) => (
            <tr key={`${one.about} ${one.label} ${one.sentence}`}>
              <th scope="row">{one.label}</th>
              <td dir="ltr">{figure(one.log10LR)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('tracing.numbers.random')}</th>
            <td dir="ltr">{figure(candidate.log10LR)}</td>
          </tr>
          <tr>
            <th scope="row">{t('tracing.numbers.sibling')}</th>
            <td dir="ltr">{figure(candidate.siblingLog10LR)}</td>
          </tr>
        </tfoot>
      </table>
    </details>
  )
}
