import { type Locus, prepareLikelihoodRatio } from '@sandsage/kinship'
import type { Parameters } from '../model/claims.ts'
import type { DrawnPerson } from '../model/family.ts'
import type { Genotypes } from '../model/samples.ts'
import type { Cell } from '../model/search.ts'
import { components } from './family.ts'
import { CONTRADICTED, pointsTo, SUPPORTED, toLog } from './finding.ts'

/** What one piece of a search is computed from; it exists in memory alone. */
export type SearchEvidence = {
  parameters: Parameters
  seen: Record<string, string[]>
  /** Each family with one position open, and who is missing there. */
  positions: { position: string; people: DrawnPerson[]; missing: string }[]
  /** Of the relatives whose consent stands. */
  relatives: Record<string, Genotypes>
  profiles: { id: string; sex: DrawnPerson['sex']; genotypes: Genotypes }[]
  /** Profiles in the whole search, of which these may be a part. */
  searchedIn: number
}

/** The pairs kept for a child: enough to look at, and few enough for a file. */
export const KEPT = 40
/** A ratio at one locus below which a mutation or a slip is needed; the usual mutation rate is 0.002. */
const EXCLUSION = -2

/** Every child beside every position, the best positions of each child first. */
export function weighPairs(
  evidence: SearchEvidence,
  loci: Locus[],
): Map<string, { cells: Cell[]; fartherOff: number }> {
  const weighers = evidence.positions.map((position) => prepareWeigher(evidence, position, loci))
  return new Map(
    evidence.profiles.map((profile) => {
      const cells = weighers.map((weigh) => weigh(profile)).sort(byRatio)
      return [profile.id, { cells: cells.slice(0, KEPT), fartherOff: Math.max(0, cells.length - KEPT) }]
    }),
  )
}

export const byRatio = (a: Pick<Cell, 'log10LR'>, b: Pick<Cell, 'log10LR'>): number => {
  const [left, right] = [Number(a.log10LR), Number(b.log10LR)]
  return left === right ? 0 : right - left
}

/** The child in both explanations: in the place, and beside the family whose place is empty. */
const CHILD = 'child'
const placed = <T extends { id: string; father: string | null; mother: string | null }>(
  row: T,
  missing: string,
): T => {
  const put = (id: string | null) => (id === missing ? CHILD : id)
  return { ...row, id: row.id === missing ? CHILD : row.id, father: put(row.father), mother: put(row.mother) }
}

function prepareWeigher(
  { relatives, parameters }: SearchEvidence,
  { position, people, missing }: SearchEvidence['positions'][number],
  loci: Locus[],
) {
  const rows = people.map(({ id, father, mother, sex }) => ({ id, father, mother, sex }))
  const own = Object.fromEntries(
    Object.entries(relatives).filter(([id]) => people.some((one) => one.id === id)),
  )
  const typed = loci.filter(({ name }) => Object.values(own).some((profile) => profile[name]))
  const stranger = { id: CHILD, father: null, mother: null, sex: 'unknown' as const }
  const weigh = prepareLikelihoodRatio({
    loci: typed,
    theta: parameters.theta,
    hypotheses: [
      { name: 'there', pedigrees: components(rows.map((row) => placed(row, missing))) },
      { name: 'elsewhere', pedigrees: [...components(rows), [stranger]] },
    ],
  })
  return (profile: SearchEvidence['profiles'][number]): Cell => {
    const { there, elsewhere } = weigh({
      genotypes: { ...own, [CHILD]: profile.genotypes },
    }).logLikelihoodPerLocus as Record<'there' | 'elsewhere', number[]>
    const perLocus = typed.flatMap(({ name }, place) =>
      profile.genotypes[name]
        ? [{ locus: name, log10LR: (there[place]! - elsewhere[place]!) / Math.LN10 }]
        : [],
    )
    return toCell(position, perLocus)
  }
}

function toCell(position: string, perLocus: { locus: string; log10LR: number }[]): Cell {
  return {
    position,
    log10LR: toLog(perLocus.reduce((sum, { log10LR }) => sum + log10LR, 0)),
    loci: perLocus.length,
    excludedAt: perLocus.filter(({ log10LR }) => log10LR < EXCLUSION).map(({ locus }) => locus),
    expectedByChance: null,
    perLocus: perLocus.map(({ locus, log10LR }) => ({ locus, log10LR: toLog(log10LR) })),
  }
}

/** What a ratio of a search is worth in words; the thresholds are those of a finding (docs/decisions/0003). */
export const bands = ['supports', 'towards', 'neither', 'away', 'contradicts'] as const
export type Band = (typeof bands)[number]

/**
 * A search weighs under one frequency table, so `supports` is what a claim would be weighed for and not yet a
 * finding. A contradiction must stand without its worst locus too, as in a finding.
 */
export function bandOf({ log10LR, perLocus }: Pick<Cell, 'log10LR' | 'perLocus'>): Band {
  const total = Number(log10LR)
  if (total >= SUPPORTED) return 'supports'
  const logs = perLocus.map((locus) => Number(locus.log10LR))
  const worst = logs.indexOf(Math.min(...logs))
  const others = logs.filter((_, place) => place !== worst).reduce((sum, log) => sum + log, 0)
  if (total <= CONTRADICTED && others < 0) return 'contradicts'
  const side = pointsTo(total)
  return side === 'claim' ? 'towards' : side === 'neither' ? 'neither' : 'away'
}
