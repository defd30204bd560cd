import { type Graphones, packPair, SHAPES, symbolAt } from '../../src/graphones/joint.ts'
import { advance, BEGIN, chance, childOf, END } from '../../src/graphones/ngrams.ts'
import type { LetterPair } from './em.ts'

type Path = { context: number; log: number; symbol: number; before: Path | null }

const BEAM = 10

const keep = (cell: Path[], path: Path): void => {
  const same = cell.findIndex((p) => p.context === path.context)
  if (same >= 0) {
    if (cell[same]!.log < path.log) cell[same] = path
    return
  }
  cell.push(path)
  if (cell.length <= BEAM) return
  cell.sort((x, y) => y.log - x.log)
  cell.pop()
}

/** The likeliest cut of a pair into graphones, as symbols, with its log10 probability; null when there is none. */
export const bestCut = (model: Graphones, [a, b]: LetterPair): { symbols: number[]; log: number } | null => {
  const width = b.length + 1
  const cells: Path[][] = Array.from({ length: (a.length + 1) * width }, () => [])
  const begin = Math.max(0, childOf(model.ngrams, 0, BEGIN))
  cells[0]!.push({ context: begin, log: 0, symbol: -1, before: null })
  for (let i = 0; i <= a.length; i++) {
    for (let k = 0; k <= b.length; k++) {
      const cell = cells[i * width + k]!
      for (const [left, right] of cell.length ? SHAPES : []) {
        if (i + left > a.length || k + right > b.length) continue
        const symbol = symbolAt(model.at, packPair(a, i, left, b, k, right))
        if (symbol < 0) continue
        for (const path of cell) {
          const context = advance(model.ngrams, path.context, symbol)
          const log = path.log + Math.log10(chance.of)
          keep(cells[(i + left) * width + k + right]!, { context, log, symbol, before: path })
        }
      }
    }
  }
  let best: Path | null = null
  for (const path of cells.at(-1)!) {
    advance(model.ngrams, path.context, END)
    path.log += Math.log10(chance.of)
    if (!best || path.log > best.log) best = path
  }
  if (!best) return null
  const symbols: number[] = []
  for (let path: Path | null = best; path && path.symbol >= 0; path = path.before) symbols.push(path.symbol)
  return { symbols: symbols.reverse(), log: best.log }
}
