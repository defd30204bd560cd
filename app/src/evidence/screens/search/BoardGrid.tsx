import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { nameIn } from '../../../casefile/rules.ts'
import { useLanguage } from '../../../design/languages/LanguageProvider.tsx'
import { direction } from '../../../design/languages/language.ts'
import { useNameOf, useT } from '../asking.ts'
import { FamilyName, JointLine, PairWords } from './parts.tsx'
import type { BoardCell, BoardColumn, BoardRow, Pair } from './search.ts'
import { useGrid } from './useGrid.ts'

/** In pixels, as the style sheet has them: all of one size, so that those far away need not be there. */
const ROW = 76
const COLUMN = 156
const FIRST = 240

type GridProps = { rows: BoardRow[]; columns: BoardColumn[]; onOpen: (pair: Pair) => void }

/**
 * The board as one grid (ARIA Authoring Practices, grid): one stop for the Tab key, arrows inside. Only the rows
 * in sight are in the page; the rest is empty room of the right height.
 */
export function BoardGrid({ rows, columns, onOpen }: GridProps) {
  const t = useT()
  const isRtl = direction(useLanguage()) === 'rtl'
  const grid = useGrid({
    rows: rows.length,
    columns: columns.length + 1,
    row: ROW,
    column: COLUMN,
    first: FIRST,
    isRtl,
  })
  const { from, to } = grid.sight
  const inSight = columns.slice(grid.across.from, grid.across.to)
  const [before, after] = [grid.across.from, columns.length - grid.across.to]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the grid inside
    <div className="board-frame" ref={grid.frame} onScroll={grid.onScroll} onKeyDown={grid.onKeyDown}>
      <table
        className="board"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: moved in by arrows, as the pattern has it
        role="grid"
        aria-label={t('evidence.board')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        style={{ inlineSize: FIRST + columns.length * COLUMN }}
      >
        <colgroup>
          <col style={{ inlineSize: FIRST }} />
          <col span={columns.length} style={{ inlineSize: COLUMN }} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="board-child">
              {t('evidence.child')}
            </th>
            <Gap columns={before} />
            {inSight.map((column, at) => (
              <th key={column.position} scope="col" aria-colindex={before + at + 2}>
                <FamilyName column={column} />
              </th>
            ))}
            <Gap columns={after} />
          </tr>
        </thead>
        <tbody>
          <Room rows={from} />
          {rows.slice(from, to).map((row, at) => (
            <GridRow
              key={row.id}
              {...{ row, columns, onOpen, before, after, inSight }}
              place={from + at}
              chosen={grid.spot.row === from + at ? grid.spot.column : undefined}
            />
          ))}
          <Room rows={rows.length - to} />
        </tbody>
      </table>
    </div>
  )
}

/** Room for rows that are not in the page; nobody reads or reaches it. */
function Room({ rows }: { rows: number }) {
  if (rows <= 0) return null
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without cells takes no focus
  return <tr aria-hidden="true" style={{ blockSize: rows * ROW }} />
}

/** Room for columns that are not in the page. */
const Gap = ({ columns }: { columns: number }) =>
  columns > 0 ? <td aria-hidden="true" colSpan={columns} /> : null

type RowProps = {
  row: BoardRow
  columns: BoardColumn[]
  inSight: BoardColumn[]
  before: number
  after: number
  onOpen: (pair: Pair) => void
  place: number
  /** The column the Tab key stops at, in the row where it does. */
  chosen: number | undefined
}

function GridRow({ row, columns, inSight, before, after, onOpen, place, chosen }: RowProps) {
  const language = useLanguage()
  const cells = useMemo(() => new Map(row.cells.map((cell) => [cell.position, cell])), [row])
  const name = nameIn(row.names, language)
  const stop = (column: number) => ({
    tabIndex: chosen === column ? 0 : -1,
    'data-spot': `${place}-${column}`,
  })
  return (
    <tr aria-rowindex={place + 2}>
      <th scope="row" className="board-child">
        <Link className="link" to="/children/$child" params={{ child: row.id }} {...stop(0)}>
          <bdi lang={name.language}>{name.text}</bdi>
        </Link>
        <JointLine row={row} columns={columns} />
      </th>
      <Gap columns={before} />
      {inSight.map((column, at) => (
        <td key={column.position} aria-colindex={before + at + 2}>
          <PairButton
            cell={cells.get(column.position)}
            {...{ row, column }}
            stop={stop(before + at + 1)}
            onOpen={() => onOpen({ child: row.id, position: column.position })}
          />
        </td>
      ))}
      <Gap columns={after} />
    </tr>
  )
}

type PairButtonProps = {
  cell: BoardCell | undefined
  row: BoardRow
  column: BoardColumn
  stop: { tabIndex: number; 'data-spot': string }
  onOpen: () => void
}

function PairButton({ cell, row, column, stop, onOpen }: PairButtonProps) {
  const t = useT()
  const nameOf = useNameOf()
  if (!cell)
    return (
      <button type="button" className="board-pair" data-band="none" aria-disabled="true" {...stop}>
        {t('evidence.band-of.none')}
      </button>
    )
  return (
    <button
      type="button"
      className="board-pair"
      data-band={cell.band}
      onClick={onOpen}
      title={t('evidence.board.pair', {
        child: nameOf(row.names),
        family: column.relatives.map((one) => nameOf(one.names)).join(', '),
      })}
      {...stop}
    >
      <PairWords cell={cell} />
    </button>
  )
}
