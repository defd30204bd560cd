import { refuse } from '../refusal.ts'
import { type RecordingError, recordingTable, traitRatio } from './categorical.ts'
import type { TraitRatio } from './trait-ratio.ts'

/** The colours of one person. */
export type Colours = { hair: string; eyes: string; skin: string }

export type PigmentationInput = {
  sought: Colours
  examined: Colours
  /** People of the population counted by their three colours together: in a population they go together. */
  counted: (Colours & { count: number })[]
  /** Errors in recording the person examined; of the three colours they are independent. */
  error: { hair: RecordingError; eyes: RecordingError; skin: RecordingError }
  source: string
}

const parts = ['hair', 'eyes', 'skin'] as const

/**
 * Hair, eyes and skin as one piece of evidence: LR = prod_k E_k[s_k][o_k] / sum_t f_t prod_k E_k[t_k][o_k], where f_t
 * is the share of people who bear the three colours t together.
 *
 * @example Half the population is dark in all three and half fair in all three, no errors: two dark people have
 *   LR = 1 / 0.5 = 2, not the 1 / 0.125 = 8 of three separate traits.
 * @throws KinshipRefusal `trait-shares`, `trait-error`, `trait-unexplained`, `source-missing`
 */
export function pigmentationRatio(input: PigmentationInput): TraitRatio {
  const { sought, examined, counted, source } = input
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  if (!(total > 0) || !counted.every(({ count }) => count >= 0)) {
    refuse('trait-shares', 'Pigmentation needs people counted by hair, eyes and skin together.')
  }
  const tables = parts.map((part) => {
    const categories = [...new Set([...counted, sought, examined].map((colours) => colours[part]))]
    return recordingTable(
      `${part} colour`,
      categories.length > 1 ? categories : [...categories, 'any other'],
      input.error[part],
    )
  })
  const seenIf = (truth: Colours) =>
    parts.reduce((p, part, k) => p * tables[k]![truth[part]]![examined[part]]!, 1)
  const other = counted.reduce((sum, colours) => sum + (colours.count / total) * seenIf(colours), 0)
  return traitRatio({ trait: 'pigmentation', facts: [...parts], same: seenIf(sought), other, source })
}
