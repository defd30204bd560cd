import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { nameIn } from '../../../casefile/rules.ts'
import { useLanguage } from '../../../design/languages/LanguageProvider.tsx'
import { direction } from '../../../design/languages/language.ts'
import { useNameOf, useT } from '../asking.ts'
import { FamilyName, JointLine, PairWords } from './parts.tsx'
import type { BoardCell, BoardColumn, BoardRow, Pair } from './search.ts'
import { type Spot, useGrid } from './useGrid.ts'

/** As the style sheet has it: rows of one height, so that those far away need not be there. */
export const ROW = 76

type GridProps = { rows: BoardRow[]; columns: BoardColumn[]; onOpen: (pair: Pair) => void }

/**
 * The board as one grid (ARIA Authoring Practices, grid): one stop for the Tab key, arrows inside. Only the rows
 * in sight are in the page; the rest is empty room of the right height.
 */
export function BoardGrid({ rows, columns, onOpen }: GridProps) {
  const t = useT()
  const isRtl = direction(useLanguage()) === 'rtl'
  const grid = useGrid({ rows: rows.length, columns: columns.length + 1, row: ROW, isRtl })
  const { from, to } = grid.sight
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
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="board-child">
              {t('evidence.child')}
            </th>
            {columns.map((column) => (
              <th key={column.position} scope="col">
                <FamilyName column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Room rows={from} />
          {rows.slice(from, to).map((row, at) => (
            <GridRow key={row.id} {...{ row, columns, onOpen }} place={from + at} spot={grid.spot} />
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

type RowProps = {
  row: BoardRow
  columns: BoardColumn[]
  onOpen: (pair: Pair) => void
  place: number
  spot: Spot
}

function GridRow({ row, columns, onOpen, place, spot }: RowProps) {
  const language = useLanguage()
  const cells = useMemo(() => new Map(row.cells.map((cell) => [cell.position, cell])), [row])
  const name = nameIn(row.names, language)
  const stop = (column: number) => ({
    tabIndex: spot.row === place && spot.column === column ? 0 : -1,
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
      {columns.map((column, at) => (
        <td key={column.position}>
          <PairButton
            cell={cells.get(column.position)}
            {...{ row, column }}
            stop={stop(at + 1)}
            onOpen={() => onOpen({ child: row.id, position: column.position })}
          />
        </td>
      ))}
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
