import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'

export type Spot = { row: number; column: number }

/** Heights and widths in pixels; the first column stays where it is when the others move under it. */
type Shape = {
  rows: number
  columns: number
  row: number
  column: number
  first: number
  isRtl: boolean
}

/** Rows drawn beyond those in sight, so that a quick scroll does not show empty room. */
const SPARE = 4
const PAGE = 8

/** Where each key leads, before the edges of the grid are minded. */
export function moved(
  { row, column }: Spot,
  key: string,
  shape: Pick<Shape, 'rows' | 'columns' | 'isRtl'>,
  isWhole: boolean,
): Spot | undefined {
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
  const [at, setAt] = useState({ down: 0, along: 0, height: 600, width: 900 })
  const [chosen, setChosen] = useState<Spot>({ row: 0, column: 1 })
  const wanted = useRef(false)
  const spot = {
    row: Math.min(chosen.row, shape.rows - 1),
    column: Math.min(chosen.column, shape.columns - 1),
  }
  const sight = seen(at.down, at.height, shape.row, shape.rows)
  const across = seen(at.along, at.width - shape.first, shape.column, shape.columns - 1)
  const look = () => {
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = frame.current!
    setAt({ down: scrollTop, along: Math.abs(scrollLeft), height: clientHeight, width: clientWidth })
  }
  useLayoutEffect(look, [])
  useEffect(() => {
    if (!wanted.current) return
    const cell = frame.current?.querySelector<HTMLElement>(`[data-spot="${spot.row}-${spot.column}"]`)
    if (!cell) return
    wanted.current = false
    cell.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(spot, event.key, shape, event.ctrlKey || event.metaKey)
    if (!to) return
    event.preventDefault()
    wanted.current = true
    setChosen(to)
    bring(frame.current!, to, shape)
  }
  return { frame, sight, across, spot, onScroll: look, onKeyDown }
}

/** Which of many of one size are in sight, and a few more on either side. */
function seen(from: number, room: number, size: number, count: number): { from: number; to: number } {
  const first = Math.max(0, Math.min(count - 1, Math.floor(from / size)) - SPARE)
  return { from: first, to: Math.min(count, first + Math.ceil(Math.max(0, room) / size) + 2 * SPARE) }
}

/** Scrolls no more than is needed for a cell to be seen whole, beside the first column and under the head. */
function bring(frame: HTMLElement, { row, column }: Spot, shape: Shape): void {
  const head = frame.querySelector('thead')?.clientHeight ?? 0
  const down = nearest(frame.scrollTop, frame.clientHeight - head, row * shape.row, shape.row)
  const along =
    column === 0
      ? 0
      : nearest(
          Math.abs(frame.scrollLeft),
          frame.clientWidth - shape.first,
          (column - 1) * shape.column,
          shape.column,
        )
  frame.scrollTo({ top: down, left: shape.isRtl ? -along : along })
}

const nearest = (now: number, room: number, start: number, size: number): number =>
  start < now ? start : start + size > now + room ? start + size - room : now
