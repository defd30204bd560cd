import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'center' | 'end'
  /** The column that names the row; the first unless told. It becomes the card's heading on a phone. */
  names?: boolean
}

export type TableProps<Row> = {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** One line over the table, read out first. */
  caption?: string
  /** What stands there when there are no rows: a `<Notice kind="empty">`. */
  empty?: ReactNode
}

/**
 * A real table; where its own frame is narrow each row becomes a card and each cell carries its column's name.
 * `<Table columns={[{ key: 'name', label: t('name'), cell: (child) => child.name }]} rows={children} rowKey={…} />`
 *
 * The ARIA roles repeat what the elements say because `display: block` in the card form takes it from them.
 */
export function Table<Row>({ columns, rows, rowKey, caption, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  const naming = columns.find((column) => column.names) ?? columns[0]
  return (
    <div className="table-frame">
      {/* biome-ignore-start lint/a11y: the roles are lost with display: block and are given back here */}
      <table className="table" role="table">
        {caption ? <caption>{caption}</caption> : null}
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} scope="col" role="columnheader" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} names={column === naming} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y: end */}
    </div>
  )
}

function Cell<Row>({ column, row, names }: { column: Column<Row>; row: Row; names: boolean }) {
  if (names) {
    return (
      // biome-ignore lint/a11y: see Table
      <th scope="row" role="rowheader" data-align={column.align}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    // biome-ignore lint/a11y: see Table
    <td role="cell" data-align={column.align}>
      <span className="cell-label">{column.label}</span>
      <span>{column.cell(row)}</span>
    </td>
  )
}
