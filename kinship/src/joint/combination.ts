import { refuse } from '../refusal.ts'
import type { Block } from './blocks.ts'
import { type Choice, layersOf } from './layers.ts'
import type { Placement } from './placements.ts'
import { type Sums, sumOver } from './sum-product.ts'

/** A block with all that was weighed of it. */
export type WeighedBlock = { block: Block; placements: Placement[]; isWhole: boolean }

/** All blocks together; `leftOut` bounds the share of the posterior that was not summed. */
export type Combination = { blocks: WeighedBlock[]; sums: Sums; leftOut: number }

/** Shares of a block's sum below which a placement is left out, tried one after the other. */
const thresholds = [0, 1e-15, 1e-12, 1e-10, 1e-8, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2]

/**
 * The sum over all assignments. Where there are too many states for an exact sum, the least likely placements of
 * each block are left out, as few as needed.
 *
 * @throws KinshipRefusal `too-many-ways`, `no-assignment`
 */
export function combine(weighed: WeighedBlock[], weightOfNone: number[]): Combination {
  for (const threshold of thresholds) {
    const kept = weighed.map((one) => thinned(one, threshold))
    const layers = layersOf(kept.map(({ choices }) => choices))
    const sums = layers && sumOver(layers, weightOfNone)
    if (!sums) continue
    if (sums.logTotal === Number.NEGATIVE_INFINITY || Number.isNaN(sums.logTotal)) {
      refuse(
        'no-assignment',
        'No assignment is possible: allow "*" (none of the missing) for everybody, or check the pairings and the typing.',
      )
    }
    const blocks = kept.map(({ block, placements, isWhole }) => ({ block, placements, isWhole }))
    return { blocks, sums, leftOut: boundOf(kept, weightOfNone, sums.logTotal) }
  }
  return refuse(
    'too-many-ways',
    'So many people may be in so many families that the sum over all assignments is out of reach: narrow the pairings, or test more relatives.',
  )
}

type Thinned = WeighedBlock & { choices: Choice[]; logSum: number; lost: number }

function thinned({ block, placements, isWhole }: WeighedBlock, threshold: number): Thinned {
  const logs = placements.map(({ logRatio, logPrior, ways }) => logRatio + logPrior + Math.log(ways))
  const most = Math.max(...logs)
  const sum = logs.reduce((total, log) => total + Math.exp(log - most), 0)
  const shares = logs.map((log) => Math.exp(log - most) / sum)
  // Nobody placed always stays, so that something is left.
  const isKept = shares.map((share, index) => index === 0 || share >= threshold)
  return {
    block,
    isWhole,
    placements: placements.filter((_, index) => isKept[index]),
    choices: placements
      .map(({ members, logRatio, logPrior }, index) => ({
        people: members.map(({ person }) => person),
        log: logs[index]!,
        logOfOne: logRatio + logPrior,
      }))
      .filter((_, index) => isKept[index]),
    logSum: most + Math.log(sum),
    lost: shares.reduce((lost, share, index) => (isKept[index] ? lost : lost + share), 0),
  }
}

/**
 * What is left out is at most the sum that lets a person be in several families at once, restricted to
 * assignments with a placement that was dropped.
 */
function boundOf(kept: Thinned[], weightOfNone: number[], logTotal: number): number {
  if (kept.some(({ isWhole }) => !isWhole)) return 1
  const lost = kept.reduce((sum, one) => sum + one.lost, 0)
  if (lost === 0) return 0
  const relaxed =
    kept.reduce((sum, { logSum }) => sum + logSum, 0) +
    weightOfNone.reduce((sum, weight) => sum + Math.log(Math.max(1, weight)), 0)
  const bound = lost * Math.exp(relaxed - logTotal)
  return Number.isFinite(bound) ? bound / (1 + bound) : 1
}
