import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'

export type Spot = { row: number; column: number }

type Shape = { rows: number; columns: number; row: number; isRtl: boolean }

/** Rows drawn beyond those in sight, so that a quick scroll does not show empty room. */
const SPARE = 6
const PAGE = 8

/** Where each key leads, before the edges of the grid are minded. */
export function moved({ row, column }: Spot, key: string, shape: Shape, isWhole: boolean): Spot | undefined {
  const onward = shape.isRtl ? -1 : 1
  const steps: Record<string, Spot> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + onward },
    ArrowLeft: { row, column: column - onward },
    PageDown: { row: row + PAGE, column },
    PageUp: { row: row - PAGE, column },
    Home: { row: isWhole ? 0 : row, column: 0 },
    End: { row: isWhole ? shape.rows - 1 : row, column: shape.columns - 1 },
  }
  const to = steps[key]
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  return to && { row: within(to.row, shape.rows), column: within(to.column, shape.columns) }
}

/** A grid of rows of one height: which are in sight, which cell the keyboard is at, and moving it by arrows. */
export function useGrid(shape: Shape) {
  const frame = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState({ scroll: 0, height: 600 })
  const [chosen, setChosen] = useState<Spot>({ row: 0, column: 1 })
  const wanted = useRef(false)
  const spot = {
    row: Math.min(chosen.row, shape.rows - 1),
    column: Math.min(chosen.column, shape.columns - 1),
  }
  const first = Math.max(0, Math.floor(top.scroll / shape.row) - SPARE)
  const sight = {
    from: Math.min(first, Math.max(0, shape.rows - 1)),
    to: Math.min(shape.rows, first + Math.ceil(top.height / shape.row) + 2 * SPARE),
  }
  const look = () => {
    const { scrollTop, clientHeight } = frame.current!
    setTop({ scroll: scrollTop, height: clientHeight })
  }
  useLayoutEffect(look, [])
  useEffect(() => {
    if (!wanted.current) return
    const cell = frame.current?.querySelector<HTMLElement>(`[data-spot="${spot.row}-${spot.column}"]`)
    if (!cell) return
    wanted.current = false
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(spot, event.key, shape, event.ctrlKey || event.metaKey)
    if (!to) return
    event.preventDefault()
    wanted.current = true
    setChosen(to)
    if (to.row < sight.from || to.row >= sight.to) frame.current!.scrollTop = to.row * shape.row
  }
  return { frame, sight, spot, onScroll: look, onKeyDown }
}
