/** One person as drawn. Texts arrive translated; a name keeps its own script and direction. */
export type PedigreePerson = {
  id: string
  sex: 'male' | 'female' | 'unknown'
  /** First line: the name or the role. */
  label: string
  /** Second line: "grandmother, tested". */
  note?: string
  /** DNA is typed: the symbol is filled. */
  typed?: boolean
  deceased?: boolean
  /** Not typed yet, but a sample could be asked for: dashed, in the colour of waiting. */
  couldBeAsked?: boolean
  /** The person the question is about: a strong ring and an arrow. */
  inQuestion?: boolean
}

/**
 * Where everything stands. Any unit will do, x rightwards and y downwards: the drawing spreads the nearest two
 * people of a row to the width of their labels, and two rows to a fixed height.
 */
export type PedigreeLayout = {
  width: number
  height: number
  people: readonly { id: string; x: number; y: number }[]
  couples: readonly {
    id: string
    a: string
    b: string
    consanguineous: boolean
    x1: number
    y1: number
    x2: number
    y2: number
  }[]
  /** Lines from parents to children; `parents` and `children` only feed the text that is read aloud. */
  descents: readonly {
    parents?: readonly string[]
    children?: readonly string[]
    points: readonly (readonly [number, number])[]
  }[]
}

/** Half the width of a symbol, in drawing units. */
export const SYMBOL = 16
export const FONT = 14
const ROW = 132
const MARGIN = 34

export type Scaled = {
  width: number
  height: number
  /** From the layout's unit to the drawing's. */
  at: (x: number, y: number) => [number, number]
}

/** The drawing's size and the way into it, so that no two labels of a row touch. */
export function scaleLayout(layout: PedigreeLayout, longestLabel: number): Scaled {
  if (layout.people.length === 0) return { width: MARGIN, height: MARGIN, at: () => [0, 0] }
  const spread = Math.max(88, longestLabel * FONT * 0.6 + 20)
  const [xs, ys] = [layout.people.map((one) => one.x), layout.people.map((one) => one.y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  // With nobody beside (or above) anybody there is nothing to spread: dividing by infinity gives 0.
  const perX = spread / nearest(layout)
  const perY = ROW / smallestStep(ys)
  return {
    width: (right - left) * perX + spread + MARGIN,
    height: (bottom - top) * perY + SYMBOL * 2 + MARGIN * 2 + FONT * 2,
    at: (x, y) => [(x - left) * perX + (spread + MARGIN) / 2, (y - top) * perY + MARGIN + SYMBOL],
  }
}

/** The least distance between two people of one row; infinite where nobody shares a row. */
function nearest(layout: PedigreeLayout): number {
  const rows = Map.groupBy(layout.people, (one) => one.y)
  return Math.min(...[...rows.values()].map((row) => smallestStep(row.map((one) => one.x))))
}

function smallestStep(values: number[]): number {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const steps = sorted.slice(1).map((value, index) => value - (sorted[index] ?? value))
  return steps.length > 0 ? Math.min(...steps) : Number.POSITIVE_INFINITY
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/**
 * The usual numbers of a pedigree: generation in Roman, place in it from the left, `II-2` (Bennett et al.,
 * standardized human pedigree nomenclature, J Genet Counsel 2008). On a phone they stand in for the names.
 */
export function pedigreeNumbers(layout: PedigreeLayout): Map<string, string> {
  const rows = [...new Set(layout.people.map((one) => one.y))].sort((a, b) => a - b)
  return new Map(
    rows.flatMap((y, generation) =>
      layout.people
        .filter((one) => one.y === y)
        .sort((a, b) => a.x - b.x)
        .map((one, place): [string, string] => [
          one.id,
          `${ROMAN[generation] ?? generation + 1}-${place + 1}`,
        ]),
    ),
  )
}
