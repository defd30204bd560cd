import { refuse } from './refusal.ts'
import { type Band, checkedBands } from './scales-bands.ts'

export type { Band } from './scales-bands.ts'

/** A published verbal scale, in its version. Bands are of the likelihood ratio, from 1 upwards. */
export type VerbalScale = {
  id: string
  version: string
  title: string
  source: string
  /** Whether the bounds were compared with the primary text. */
  isVerified: boolean
  bands: Band[]
}

/** W = LR / (1 + LR) at a prior of one half, turned back into a likelihood ratio. */
const ratioAt = (w: number) => w / (1 - w)
const unbounded = Number.POSITIVE_INFINITY

export const verbalScales: VerbalScale[] = [
  {
    id: 'enfsi-2015',
    version: '3.0 (2015)',
    title: 'ENFSI 2015/16',
    source:
      'ENFSI guideline for evaluative reporting in forensic science, version 3.0 (2015/16): seven levels',
    isVerified: false,
    bands: [
      { word: 'none', from: 1, to: 2, isNeutral: true },
      { word: 'weak', from: 2, to: 10 },
      { word: 'moderate', from: 10, to: 100 },
      { word: 'moderatelyStrong', from: 100, to: 1000 },
      { word: 'strong', from: 1000, to: 10_000 },
      { word: 'veryStrong', from: 10_000, to: 1_000_000 },
      { word: 'extremelyStrong', from: 1_000_000, to: unbounded },
    ],
  },
  {
    id: 'afsp-2009',
    version: '2009',
    title: 'AFSP 2009',
    source:
      'Association of Forensic Science Providers, Standards for the formulation of evaluative forensic science expert opinion, Science & Justice 49 (2009) 161-164: six levels, none of them neutral',
    isVerified: false,
    bands: [
      { word: 'weak', from: 1, to: 10 },
      { word: 'moderate', from: 10, to: 100 },
      { word: 'moderatelyStrong', from: 100, to: 1000 },
      { word: 'strong', from: 1000, to: 10_000 },
      { word: 'veryStrong', from: 10_000, to: 1_000_000 },
      { word: 'extremelyStrong', from: 1_000_000, to: unbounded },
    ],
  },
  {
    id: 'hummel',
    version: 'as commonly quoted (0.9973)',
    title: 'Hummel predicates',
    source:
      'Hummel: predicates of the probability W at a prior of one half (0.9973 and above: practically proven)',
    isVerified: false,
    bands: [
      { word: 'undecided', from: 1, to: ratioAt(0.9), isNeutral: true },
      { word: 'likely', from: ratioAt(0.9), to: ratioAt(0.95) },
      { word: 'veryLikely', from: ratioAt(0.95), to: ratioAt(0.99) },
      { word: 'extremelyLikely', from: ratioAt(0.99), to: ratioAt(0.9973) },
      { word: 'practicallyProven', from: ratioAt(0.9973), to: unbounded },
    ],
  },
]

/** A laboratory's own scale, as its file states it: the last band ends at `null`, which is no end. */
export type CustomScale = {
  id: string
  version: string
  title: string
  source: string
  bands: { word: string; from: number; to: number | null; isNeutral?: boolean }[]
}

/**
 * A laboratory's own scale, once it leaves no ratio without a word and gives none two.
 *
 * @example customScale({ id: 'lab', version: '1', title: 'Lab', source: 'Order 7', bands: [
 *   { word: 'weak', from: 1, to: 1000 }, { word: 'strong', from: 1000, to: null }] }).bands[1].to // Infinity
 * @throws KinshipRefusal `scale-unnamed`, `scale-start`, `scale-gap`, `scale-overlap`, `scale-end`, `scale-word-twice`
 */
export function customScale(scale: CustomScale): VerbalScale {
  const { id, version, title, source } = scale
  if (![id, version, title, source].every((text) => typeof text === 'string' && text.trim() !== '')) {
    return refuse('scale-unnamed', 'A scale needs an id, a version, a title and its source.')
  }
  if (verbalScales.some((published) => published.id === id)) {
    return refuse('scale-unnamed', `"${id}" is a published scale: give your own another id.`)
  }
  const bands = checkedBands(
    scale.bands.map((band) => ({ ...band, to: band.to ?? unbounded })),
    title,
  )
  return { id, version, title, source, isVerified: false, bands }
}

/** Which way the evidence points, and the band of its strength that way. */
export type Verbal = Band & {
  scale: string
  version: string
  towards: 'hypothesis' | 'alternative' | 'neither'
}

/**
 * The band of a likelihood ratio. Below 1 the same scale is read for the alternative, at 1 / LR.
 *
 * @example verbalBand('enfsi-2015', 0.05) // { word: 'moderate', towards: 'alternative', ... }: 1 / 0.05 = 20
 * @throws KinshipRefusal for an unknown scale or a ratio below 0
 */
export function verbalBand(scale: string | VerbalScale, ratio: number): Verbal {
  const { id, version, bands } = typeof scale === 'string' ? getVerbalScale(scale) : scale
  if (!(ratio >= 0)) return refuse('ratio-range', 'A likelihood ratio is from 0.')
  const strength = ratio >= 1 ? ratio : 1 / ratio
  const band = bands.find(({ from, to }) => strength >= from && strength < to) ?? bands.at(-1)!
  const isNeutral = band.isNeutral === true || ratio === 1
  return {
    ...band,
    scale: id,
    version,
    towards: isNeutral ? 'neither' : ratio > 1 ? 'hypothesis' : 'alternative',
  }
}

/** The published scale with this id; refuses an unknown one. */
export function getVerbalScale(id: string): VerbalScale {
  return (
    verbalScales.find((scale) => scale.id === id) ??
    refuse(
      'scale-unknown',
      `There is no verbal scale "${id}"; there are ${verbalScales.map((scale) => scale.id).join(', ')}.`,
    )
  )
}
