/** Where everybody stands: `x` and `y` in cells, the middle of the first cell is 0.5, 0.5; y downwards. */
export type Layout = {
  columns: number
  lines: number
  at: Map<string, { x: number; y: number }>
  /** The first line of each row and how many it takes; `above` null is the row of those nobody places. */
  rows: { above: number | null; from: number; lines: number }[]
}
type Placed = { key: string; above: number | null }
type Joined = { from: string; to: string }

const SWEEPS = 6

/**
 * Generations under one another, the oldest on top, those nobody places below; in a row everybody near the people
 * they are linked with (the barycentre heuristic: Sugiyama, Tagawa and Toda 1981). A row longer than `columns` goes
 * on in the next line, so that the drawing is never wider than there is room.
 * Example: a mother (1) of two children (0) in 2 columns stands at x 1, they at 0.5 and 1.5.
 */
export function layoutFamily(people: Placed[], links: Joined[], columns: number): Layout {
  const rows = inRows(people)
  const near = neighbours(links)
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const row of sweep % 2 ? rows.toReversed() : rows) settle(row, rows, near)
  const widest = Math.min(columns, Math.max(1, ...rows.map((row) => row.length)))
  const at: Layout['at'] = new Map()
  const placed: Layout['rows'] = []
  let line = 0
  for (const row of rows) {
    const lines = Math.ceil(row.length / widest)
    placed.push({ above: row[0]!.above, from: line, lines })
    // Even lines: five in a room for four are three and two, not four and one.
    const perLine = Math.ceil(row.length / lines)
    row.forEach(({ key }, n) => {
      const own = Math.min(perLine, row.length - perLine * Math.floor(n / perLine))
      at.set(key, {
        x: (widest - own) / 2 + (n % perLine) + 0.5,
        y: line + Math.floor(n / perLine) + 0.5,
      })
    })
    line += lines
  }
  return { columns: widest, lines: line, at, rows: placed }
}

function inRows(people: Placed[]): Placed[][] {
  const rows = Map.groupBy(people, (one) => one.above)
  const order = [...rows.keys()].sort(
    (a, b) => (b ?? Number.NEGATIVE_INFINITY) - (a ?? Number.NEGATIVE_INFINITY),
  )
  return order.map((above) => [...rows.get(above)!])
}

function neighbours(links: Joined[]): Map<string, string[]> {
  const near = new Map<string, string[]>()
  for (const { from, to } of links) {
    near.set(from, [...(near.get(from) ?? []), to])
    near.set(to, [...(near.get(to) ?? []), from])
  }
  return near
}

/** Orders a row by the middle of the people each is linked with in the other rows; equal ones keep their order. */
function settle(row: Placed[], rows: Placed[][], near: Map<string, string[]>): void {
  const place = new Map(
    rows.flatMap((one) => one.map(({ key }, n) => [key, (n + 0.5) / one.length] as const)),
  )
  const own = new Set(row.map((one) => one.key))
  const middle = ({ key }: Placed): number => {
    const others = (near.get(key) ?? []).filter((other) => !own.has(other) && place.has(other))
    if (others.length === 0) return place.get(key)!
    return others.reduce((sum, other) => sum + place.get(other)!, 0) / others.length
  }
  const weighed = row.map((one) => ({ one, at: middle(one) })).sort((a, b) => a.at - b.at)
  weighed.forEach(({ one }, n) => {
    row[n] = one
  })
}
