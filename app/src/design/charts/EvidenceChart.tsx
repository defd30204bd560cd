import { useLanguage, useWords } from '../languages/LanguageProvider.tsx'
import type { Language } from '../languages/language.ts'
import { formatNumber } from '../languages/numbers.ts'
import { formatPower } from '../languages/powers.ts'
import { chartWords } from './words.ts'

export type EvidenceChartProps = {
  /** What the chart is of; the table's caption. */
  title: string
  /** Heading of the naming column: "Locus". */
  rowHeading: string
  /** What the bars to the reader's end speak for: "related". */
  forLabel: string
  /** What the bars to the reader's start speak for: "unrelated". */
  againstLabel: string
  /** Heading of the figures: "log10 LR". */
  valueHeading: string
  rows: readonly { key: string; label: string; log10: number }[]
  total?: { label: string; log10: number }
}

/**
 * Evidence per locus from a centre line: a table whose middle column is drawn, so it reads aloud as a table,
 * keeps its letters' size on a phone and turns with the page's direction.
 */
export function EvidenceChart(props: EvidenceChartProps) {
  const { title, rowHeading, forLabel, againstLabel, valueHeading, rows, total } = props
  const t = useWords(chartWords)
  const language = useLanguage()
  const reach = Math.max(1, ...rows.map((row) => Math.ceil(Math.abs(row.log10))))
  const sides = { forLabel, againstLabel }
  return (
    <table className="evidence">
      <caption>
        {title} <span className="soft">{t('scale')}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{rowHeading}</th>
          <th scope="col">
            <span className="evidence-sides">
              <span className="evidence-against">{againstLabel}</span>
              <span className="evidence-for">{forLabel}</span>
            </span>
          </th>
          <th scope="col">{valueHeading}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <bdi>{row.label}</bdi>
            </th>
            <td>
              <Bar log10={row.log10} reach={reach} />
              <span className="hidden">{inWords(language, row.log10, sides, t)}</span>
            </td>
            <td>{formatNumber(language, row.log10, { digits: 2, fixed: true })}</td>
          </tr>
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <tr>
            <th scope="row">{total.label}</th>
            <td>{inWords(language, total.log10, sides, t)}</td>
            <td>{formatNumber(language, total.log10, { digits: 2, fixed: true })}</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

/** One bar in a box from -reach to +reach, with a line at every power of ten. */
function Bar({ log10, reach }: { log10: number; reach: number }) {
  const marks = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach)
  return (
    <svg
      className="evidence-bar"
      viewBox={`${-reach} 0 ${2 * reach} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {marks.map((mark) => (
        <line
          key={mark}
          className={mark === 0 ? 'evidence-zero' : 'evidence-mark'}
          x1={mark}
          x2={mark}
          y1="0"
          y2="1"
        />
      ))}
      <rect
        className={log10 < 0 ? 'evidence-bar-against' : 'evidence-bar-for'}
        x={Math.min(0, log10)}
        y="0.22"
        width={Math.abs(log10)}
        height="0.56"
      />
    </svg>
  )
}

type Sides = { forLabel: string; againstLabel: string }
type ChartT = (key: keyof typeof chartWords, values?: Record<string, string>) => string

function inWords(language: Language, log10: number, sides: Sides, t: ChartT): string {
  if (Math.abs(log10) < 0.005) return t('equal')
  const side = log10 > 0 ? sides.forLabel : sides.againstLabel
  // From 10^12 on the words are a number of zeros, which no "times" can follow.
  return t(Math.abs(log10) < 12 ? 'times' : 'timesLarge', { side, words: formatPower(language, log10).words })
}
