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

type Point = { x: number; y: number }

/**
 * Where everything stands: two neighbours of a row are at least 1 apart and rows exactly 1, x rightwards and y
 * downwards. The kinship science's `layoutPedigree` gives this shape; the drawing widens it to its labels.
 */
export type PedigreeLayout = {
  width: number
  height: number
  people: readonly (Point & { id: string; row: number })[]
  unions: readonly {
    father: string | null
    mother: string | null
    offspring: readonly string[]
    /** Drawn with a double line. */
    consanguineous: boolean
    partners: readonly Point[]
    descent: readonly Point[]
    sibship: readonly Point[]
    drops: readonly (readonly Point[])[]
  }[]
}

/** Half the width of a symbol, in drawing units. */
export const SYMBOL = 16
export const FONT = 14
// The line siblings hang from lies 0.4 of a row below their parents: clear of two lines of label.
const ROW = 170
const MARGIN = 34

export type Scaled = {
  width: number
  height: number
  /** From the layout's unit to the drawing's. */
  at: (point: Point) => [number, number]
}

/** The drawing's size and the way into it, so that no two labels of a row touch. */
export function scaleLayout(layout: PedigreeLayout, longestLabel: number): Scaled {
  const column = Math.max(88, longestLabel * FONT * 0.6 + 20)
  const [above, below] = [SYMBOL + MARGIN, SYMBOL + MARGIN + FONT * 2]
  const rows = Math.max(0, layout.height - 1)
  return {
    width: Math.max(1, layout.width) * column,
    height: rows * ROW + above + below,
    // The layout's first row stands half a unit below its top edge.
    at: ({ x, y }) => [x * column, (y - 0.5) * ROW + above],
  }
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/**
 * The usual numbers of a pedigree: generation in Roman, place in it from the left, `II-2` (Bennett et al.,
 * standardized human pedigree nomenclature, J Genet Counsel 2008). On a phone they stand in for the names.
 */
export function pedigreeNumbers(layout: PedigreeLayout): Map<string, string> {
  const rows = Map.groupBy(layout.people, (one) => one.row)
  const generations = [...rows.keys()].sort((a, b) => a - b)
  return new Map(
    generations.flatMap((row, generation) =>
      (rows.get(row) ?? [])
        .toSorted((a, b) => a.x - b.x)
        .map((one, place): [string, string] => [
          one.id,
          `${ROMAN[generation] ?? generation + 1}-${place + 1}`,
        ]),
    ),
  )
}
