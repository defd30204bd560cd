import { refuse } from './refusal.ts'

/** From `from` (included) up to `to` (excluded); the word is a neutral key for the reader's language. */
export type Band = { word: string; from: number; to: number }

/** A published verbal scale, in its version. Bands are of the likelihood ratio. */
export type VerbalScale = { id: string; title: string; source: string; isVerified: boolean; bands: Band[] }

/** W = LR / (1 + LR) at a prior of one half, turned back into a likelihood ratio. */
const ratioAt = (w: number) => w / (1 - w)

export const verbalScales: VerbalScale[] = [
  {
    id: 'enfsi-2015',
    title: 'ENFSI 2015/16',
    source:
      'ENFSI guideline for evaluative reporting in forensic science, version 3.0 (2015/16): seven levels',
    isVerified: false,
    bands: [
      { word: 'none', from: 1, to: 2 },
      { word: 'weak', from: 2, to: 10 },
      { word: 'moderate', from: 10, to: 100 },
      { word: 'moderatelyStrong', from: 100, to: 1000 },
      { word: 'strong', from: 1000, to: 10_000 },
      { word: 'veryStrong', from: 10_000, to: 1_000_000 },
      { word: 'extremelyStrong', from: 1_000_000, to: Number.POSITIVE_INFINITY },
    ],
  },
  {
    id: 'hummel',
    title: 'Hummel predicates',
    source:
      'Hummel: predicates of the probability W at a prior of one half (0.9973 and above: practically proven)',
    isVerified: false,
    bands: [
      { word: 'undecided', from: 1, to: ratioAt(0.9) },
      { word: 'likely', from: ratioAt(0.9), to: ratioAt(0.95) },
      { word: 'veryLikely', from: ratioAt(0.95), to: ratioAt(0.99) },
      { word: 'extremelyLikely', from: ratioAt(0.99), to: ratioAt(0.9973) },
      { word: 'practicallyProven', from: ratioAt(0.9973), to: Number.POSITIVE_INFINITY },
    ],
  },
]

/** Which way the evidence points, and the band of its strength that way. */
export type Verbal = Band & { scale: string; towards: 'hypothesis' | 'alternative' | 'neither' }

/**
 * The band of a likelihood ratio. Below 1 the same scale is read for the alternative, at 1 / LR.
 *
 * @example verbalBand('enfsi-2015', 0.05) // { word: 'moderate', towards: 'alternative', ... }: 1 / 0.05 = 20
 * @throws KinshipRefusal for an unknown scale or a ratio below 0
 */
export function verbalBand(scaleId: string, ratio: number): Verbal {
  const scale = verbalScales.find(({ id }) => id === scaleId)
  if (!scale) return refuse('scale-unknown', `There is no verbal scale "${scaleId}".`)
  if (!(ratio >= 0)) return refuse('ratio-range', 'A likelihood ratio is from 0.')
  const strength = ratio >= 1 ? ratio : 1 / ratio
  const band = scale.bands.find(({ from, to }) => strength >= from && strength < to) ?? scale.bands.at(-1)!
  const isNeutral = band === scale.bands[0]
  return {
    ...band,
    scale: scale.id,
    towards: isNeutral ? 'neither' : ratio >= 1 ? 'hypothesis' : 'alternative',
  }
}

/**
 * The probability of the hypothesis against its alternative after the evidence, for a stated prior.
 *
 * @example posterior(0.5, 99) // 0.99
 * @throws KinshipRefusal when the prior is no probability, or certainty meets impossible evidence
 */
export function posterior(prior: number, ratio: number): number {
  if (!(prior >= 0 && prior <= 1)) return refuse('prior-range', 'State a prior from 0 to 1.')
  if (!(ratio >= 0)) return refuse('ratio-range', 'A likelihood ratio is from 0.')
  if ((prior === 0 && ratio === Number.POSITIVE_INFINITY) || (prior === 1 && ratio === 0)) {
    return refuse(
      'prior-contradicted',
      'The evidence is impossible under what the prior holds certain: choose a prior between 0 and 1.',
    )
  }
  if (ratio === Number.POSITIVE_INFINITY) return 1
  return (prior * ratio) / (prior * ratio + (1 - prior))
}
