import type { Person } from '../types.ts'
import { columnsOf, orderRows } from './columns.ts'
import { rowsOf, type Union, unionsOf } from './rows.ts'

export type Point = { x: number; y: number }

/** A union's lines, from centre to centre: draw them first and the people's symbols over them. */
export type DrawnUnion = {
  father: string | null
  mother: string | null
  offspring: string[]
  /** The partners share an ancestor, or one descends from the other: drawn with a double line. */
  consanguineous: boolean
  /** From partner to partner; straight, or dipping below the people between them. Empty with one parent. */
  partners: Point[]
  /** From the partners down to the sibship. */
  descent: Point[]
  /** The line the siblings hang from. */
  sibship: Point[]
  /** From the sibship line to each of the offspring, in order. */
  drops: Point[][]
}

/** Distances in units: one between neighbours in a row, one between rows. */
export type PedigreeLayout = {
  width: number
  height: number
  people: (Point & { id: string; row: number })[]
  unions: DrawnUnion[]
}

/**
 * Where to draw a pedigree: generations in rows, partners side by side, siblings under their parents. The same
 * people in the same order give the same drawing; no two people share a place. Symbols up to 0.5 wide fit.
 *
 * @example A couple with one offspring: width 2, height 2, the offspring midway below its parents.
 */
export function layoutPedigree(people: Person[]): PedigreeLayout {
  const unions = unionsOf(people)
  const rowOf = rowsOf(people, unions)
  const rows = orderRows(people, unions, rowOf)
  const columns = columnsOf(rows, unions)
  const left = Math.min(...columns.values()) - 0.5
  const at = new Map(people.map(({ id }) => [id, { x: columns.get(id)! - left, y: rowOf.get(id)! + 0.5 }]))
  const ancestors = ancestorsOf(people)
  return {
    width: people.length === 0 ? 0 : Math.max(...[...at.values()].map(({ x }) => x)) + 0.5,
    height: people.length === 0 ? 0 : rows.length,
    people: people.map(({ id }) => ({ id, ...at.get(id)!, row: rowOf.get(id)! })),
    unions: unions.map((union, index) => drawUnion(union, { at, rows, lane: index % 5, ancestors })),
  }
}

type Canvas = { at: Map<string, Point>; rows: string[][]; lane: number; ancestors: Map<string, Set<string>> }

/** Lanes keep the lines of neighbouring unions apart. */
function drawUnion({ father, mother, offspring }: Union, { at, rows, lane, ancestors }: Canvas): DrawnUnion {
  const parents = [father, mother].filter((id) => id !== null).map((id) => at.get(id)!)
  const below = Math.max(...parents.map(({ y }) => y))
  const isNear =
    parents.length === 2 &&
    rows.some(
      (row) =>
        Math.abs(row.indexOf(father!) - row.indexOf(mother!)) === 1 &&
        row.includes(father!) &&
        row.includes(mother!),
    )
  const dip = below + 0.28 + 0.01 * lane
  const partners =
    parents.length < 2
      ? []
      : isNear
        ? parents
        : [parents[0]!, { x: parents[0]!.x, y: dip }, { x: parents[1]!.x, y: dip }, parents[1]!]
  const from = {
    x: parents.reduce((sum, { x }) => sum + x, 0) / parents.length,
    y: parents.length === 2 && !isNear ? dip : below,
  }
  const places = offspring.map((id) => at.get(id)!)
  const bar = below + 0.4 + 0.04 * lane
  const columns = [from.x, ...places.map(({ x }) => x)]
  return {
    father,
    mother,
    offspring,
    consanguineous:
      father !== null && mother !== null && shareBlood(ancestors.get(father)!, ancestors.get(mother)!),
    partners,
    descent: [from, { x: from.x, y: bar }],
    sibship: [
      { x: Math.min(...columns), y: bar },
      { x: Math.max(...columns), y: bar },
    ],
    drops: places.map((place) => [{ x: place.x, y: bar }, place]),
  }
}

/** Everybody's ancestors, themselves included. */
function ancestorsOf(people: Person[]): Map<string, Set<string>> {
  const byId = new Map(people.map((person) => [person.id, person]))
  return new Map(
    people.map(({ id }) => {
      const found = new Set<string>()
      const waiting = [id]
      while (waiting.length > 0) {
        const next = byId.get(waiting.pop()!)
        if (!next || found.has(next.id)) continue
        found.add(next.id)
        for (const parent of [next.father, next.mother]) if (parent !== null) waiting.push(parent)
      }
      return [id, found]
    }),
  )
}

function shareBlood(a: Set<string>, b: Set<string>): boolean {
  return [...a].some((id) => b.has(id))
}
