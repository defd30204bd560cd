/** A monotone map from an alignment's summed odds to log10 LR, fitted on same-name pairs and random pairs. */

export type Knot = readonly [score: number, log10LR: number]
type Block = { score: number; same: number; random: number; bins: number }

const STEP = 0.5

const histogram = (scores: number[]): Map<number, number> => {
  const bins = new Map<number, number>()
  for (const s of scores) {
    const bin = Math.round(s / STEP)
    bins.set(bin, (bins.get(bin) ?? 0) + 1)
  }
  return bins
}

/**
 * Pool adjacent violators (Ayer et al. 1955) on the ratio of the two histograms; each bin starts with half a
 * pair on both sides so that an empty bin claims nothing.
 */
export const fitMonotone = (same: number[], random: number[]): Knot[] => {
  const [hs, hr] = [histogram(same), histogram(random)]
  const bins = [...new Set([...hs.keys(), ...hr.keys()])].sort((a, b) => a - b)
  const blocks: Block[] = []
  const ratio = (b: Block): number => (b.same + 0.5) / same.length / ((b.random + 0.5) / random.length)
  for (const bin of bins) {
    let block: Block = { score: bin * STEP, same: hs.get(bin) ?? 0, random: hr.get(bin) ?? 0, bins: 1 }
    while (blocks.length > 0 && ratio(blocks.at(-1)!) >= ratio(block)) {
      const last = blocks.pop()!
      const n = last.bins + block.bins
      block = {
        score: (last.score * last.bins + block.score * block.bins) / n,
        same: last.same + block.same,
        random: last.random + block.random,
        bins: n,
      }
    }
    blocks.push(block)
  }
  // Bins without one random pair say only "more than we could count": the slope before them goes on.
  const counted = blocks.filter((b) => b.random >= 3 && b.same + b.random >= 20)
  return counted.map((b) => [b.score, Math.log10(ratio(b))] as const)
}
