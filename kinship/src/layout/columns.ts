import type { Person } from '../types.ts'
import type { Union } from './rows.ts'

/** The order of people in each row: families after one another, partners side by side, siblings together. */
export function orderRows(people: Person[], unions: Union[], rowOf: Map<string, number>): string[][] {
  const rows: string[][] = Array.from({ length: Math.max(0, ...rowOf.values()) + 1 }, () => [])
  const placed = new Set<string>()
  const ownUnions = (id: string) => unions.filter(({ father, mother }) => father === id || mother === id)
  const place = (id: string, beside?: { id: string; isLeft: boolean }) => {
    const row = rows[rowOf.get(id)!]!
    const at = beside ? row.indexOf(beside.id) + (beside.isLeft ? 0 : 1) : row.length
    row.splice(at, 0, id)
    placed.add(id)
  }
  const visit = (start: string) => {
    const waiting = [start]
    while (waiting.length > 0) {
      const id = waiting.pop()!
      if (!placed.has(id)) place(id)
      const next: string[] = []
      for (const [index, { father, mother, offspring }] of ownUnions(id).entries()) {
        const partner = father === id ? mother : father
        if (partner !== null && !placed.has(partner) && rowOf.get(partner) === rowOf.get(id)) {
          place(partner, { id, isLeft: index % 2 === 1 })
          next.push(partner)
        }
        next.push(...offspring.filter((other) => !placed.has(other)))
      }
      waiting.push(...next.reverse())
    }
  }
  const byRow = [...people].sort((a, b) => rowOf.get(a.id)! - rowOf.get(b.id)!)
  for (const { id } of byRow) if (!placed.has(id)) visit(id)
  return rows
}

/** How often everybody is drawn towards parents, partners and offspring; more changes little. */
const sweeps = 12

/** A column for each person: near the family, at least one unit from the neighbour in the row. */
export function columnsOf(rows: string[][], unions: Union[]): Map<string, number> {
  const x = new Map(rows.flatMap((row) => row.map((id, index): [string, number] => [id, index])))
  const mean = (ids: (string | null)[]) => {
    const known = ids.filter((id) => id !== null)
    return known.reduce((sum, id) => sum + x.get(id)!, 0) / known.length
  }
  const wishOf = (id: string, isDownward: boolean) => {
    const wishes = unions.flatMap((union) => {
      const isParent = union.father === id || union.mother === id
      if (isDownward && union.offspring.includes(id)) {
        return [mean([union.father, union.mother]) + x.get(id)! - mean(union.offspring)]
      }
      return !isDownward && isParent
        ? [mean(union.offspring) + x.get(id)! - mean([union.father, union.mother])]
        : []
    })
    return wishes.length === 0 ? x.get(id)! : wishes.reduce((sum, wish) => sum + wish, 0) / wishes.length
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isDownward = sweep % 2 === 0
    for (const row of isDownward ? rows : [...rows].reverse()) {
      const settled = spread(row.map((id) => wishOf(id, isDownward)))
      row.forEach((id, index) => {
        x.set(id, settled[index]!)
      })
    }
  }
  return x
}

/** The nearest positions, in least squares, that keep the order and a distance of 1 (pool adjacent violators). */
function spread(wishes: number[]): number[] {
  const blocks: { sum: number; count: number }[] = []
  wishes.forEach((wish, index) => {
    blocks.push({ sum: wish - index, count: 1 })
    while (blocks.length > 1) {
      const [last, before] = [blocks.at(-1)!, blocks.at(-2)!]
      if (before.sum / before.count < last.sum / last.count) break
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
    }
  })
  const bases = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
  return bases.map((base, index) => base + index)
}
