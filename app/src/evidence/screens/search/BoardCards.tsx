import { useState } from 'react'
import { PersonName } from '../../../casefile/screens/PersonName.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { useT } from '../asking.ts'
import { FamilyName, JointLine, PairWords } from './parts.tsx'
import type { BoardColumn, BoardRow, Pair } from './search.ts'

/** Families shown on a card at once; the others are a touch away. */
const FIRST = 3

/** Cards in the page at first, and added with each press: nobody reads thousands on a phone. */
const AT_ONCE = 30

/** The board on a phone: a card for each child, its best families first. Cards out of sight are not laid out. */
export function BoardCards(props: {
  rows: BoardRow[]
  columns: BoardColumn[]
  onOpen: (pair: Pair) => void
}) {
  const { rows, columns, onOpen } = props
  const t = useT()
  const [shown, setShown] = useState(AT_ONCE)
  const byPosition = new Map(columns.map((column) => [column.position, column]))
  return (
    <>
      <ul className="board-cards">
        {rows.slice(0, shown).map((row) => (
          <li key={row.id} className="board-card">
            <h3>
              <PersonName names={row.names} child={row.id} />
            </h3>
            <JointLine row={row} columns={columns} />
            <Families row={row} byPosition={byPosition} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {shown < rows.length ? (
        <Button kind="quiet" onPress={() => setShown(shown + AT_ONCE)}>
          {t('evidence.board.more-children', { n: rows.length - shown })}
        </Button>
      ) : null}
    </>
  )
}

type FamiliesProps = {
  row: BoardRow
  byPosition: Map<string, BoardColumn>
  onOpen: (pair: Pair) => void
}

function Families({ row, byPosition, onOpen }: FamiliesProps) {
  const t = useT()
  const list = (cells: BoardRow['cells']) => (
    <ul>
      {cells.map((cell) => (
        <li key={cell.position}>
          <button
            type="button"
            className="board-pair board-line"
            data-band={cell.band}
            onClick={() => onOpen({ child: row.id, position: cell.position })}
          >
            <FamilyName column={byPosition.get(cell.position)!} />
            <span>
              <PairWords cell={cell} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
  const rest = row.cells.slice(FIRST)
  return (
    <>
      {list(row.cells.slice(0, FIRST))}
      {rest.length > 0 ? (
        <details>
          <summary>{t('evidence.board.rest', { n: rest.length })}</summary>
          {list(rest)}
        </details>
      ) : null}
    </>
  )
}
