import { Power } from '../../../design/components/Power.tsx'
import { useLanguage } from '../../../design/languages/LanguageProvider.tsx'
import { formatPercent } from '../../../design/languages/numbers.ts'
import { useNameOf, useT } from '../asking.ts'
import type { BoardCell, BoardColumn, BoardRow } from './search.ts'

/** A family by who of it looks for somebody, and how many are missing there. */
export function FamilyName({ column }: { column: BoardColumn }) {
  const t = useT()
  const nameOf = useNameOf()
  const [first, ...others] = column.relatives
  return (
    <span className="board-family">
      <bdi>{first ? nameOf(first.names) : t('evidence.board.family')}</bdi>
      {others.length > 0 ? (
        <span className="soft"> {t('evidence.board.others', { n: others.length })}</span>
      ) : null}
      <span className="soft small">{t('evidence.board.missing', { n: column.missing.length })}</span>
    </span>
  )
}

/** One pair: the word first, then its size. */
export function PairWords({ cell }: { cell: BoardCell }) {
  const t = useT()
  const log10 = Number(cell.log10LR)
  return (
    <>
      <span className="board-word">{t(`evidence.band-of.${cell.band}`)}</span>
      <span className="board-size">
        {Number.isFinite(log10) ? <Power log10={log10} /> : t('evidence.board.impossible')}
        {cell.misfits.length > 0 ? (
          <span> · {cell.misfits.map((one) => t(`evidence.misfit.${one}`)).join(', ')}</span>
        ) : null}
        {cell.claimed ? <span> · {t('evidence.board.claimed')}</span> : null}
      </span>
    </>
  )
}

/** Where all children placed together put this one. */
export function JointLine({ row, columns }: { row: BoardRow; columns: BoardColumn[] }) {
  const t = useT()
  const share = useShare()
  const nameOf = useNameOf()
  if (!row.joint) return null
  const best = row.joint.positions.toSorted((a, b) => b.probability - a.probability)[0]
  if (!best || row.joint.nowhere >= best.probability)
    return (
      <span className="soft small">{t('evidence.joint.nowhere', { share: share(row.joint.nowhere) })}</span>
    )
  const relative = columns.find(({ position }) => position === best.position)?.relatives[0]
  return (
    <span className="soft small">
      {t('evidence.joint.best', {
        family: relative ? nameOf(relative.names) : t('evidence.board.family'),
        share: share(best.probability),
      })}
    </span>
  )
}

/** A posterior is never certain: near 1 it is said to be above, and not rounded up. */
function useShare(): (value: number) => string {
  const t = useT()
  const language = useLanguage()
  return (value) =>
    value > NEARLY
      ? t('evidence.joint.over', { share: formatPercent(language, NEARLY, { digits: 2 }) })
      : formatPercent(language, value, { digits: value > 0.99 ? 2 : 0 })
}
const NEARLY = 0.9999
