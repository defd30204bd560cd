import type { Locus } from '@sandsage/kinship'
import {
  type Candidate,
  type FamilyTable,
  type ProfileTable,
  prepareFamily,
  prepareProfiles,
  search,
  withChance,
} from '@sandsage/kinship/search'
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
}

/** The pairs kept for a child: enough to look at, and few enough for a file. */
export const KEPT = 40

export type Pairs = Map<string, { cells: Cell[]; fartherOff: number }>

/** Every child beside every position, the best positions of each child first. */
export function weighPairs(evidence: SearchEvidence, loci: Locus[]): Pairs {
  const { families, profiles } = prepare(evidence, loci)
  const all = evidence.profiles.length
  // Sex is shown beside the ratio: whoever wrote it down may have been wrong.
  const asked = { families, profiles, top: all, nearMisses: all, ignoreSex: true, chance: 'none' as const }
  const { candidates, nearMisses } = search(asked)
  const cells = new Map(evidence.profiles.map(({ id }): [string, Cell[]] => [id, []]))
  for (const one of [...candidates, ...nearMisses]) cells.get(one.profile)!.push(toCell(one))
  return new Map(
    [...cells].map(([id, own]) => {
      const kept = own.sort(byRatio).slice(0, KEPT)
      return [id, { cells: kept, fartherOff: families.length - kept.length }]
    }),
  )
}

export function prepare(
  { positions, relatives, parameters, profiles }: SearchEvidence,
  loci: Locus[],
): { families: FamilyTable[]; profiles: ProfileTable } {
  const families = positions.map(({ position, people, missing }) => {
    const own = Object.entries(relatives).filter(([id]) => people.some((one) => one.id === id))
    const rows = people.map(({ id, father, mother, sex }) => ({ id, father, mother, sex }))
    return prepareFamily({
      ...{ id: position, loci, pedigrees: components(rows), missing, theta: parameters.theta },
      genotypes: onlyAt(Object.fromEntries(own), loci),
    })
  })
  return { families, profiles: prepareProfiles({ loci, profiles }) }
}

export const onlyAt = (genotypes: Record<string, Genotypes>, loci: Locus[]): Record<string, Genotypes> => {
  const names = new Set(loci.map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(genotypes).map(([id, profile]) => [
      id,
      Object.fromEntries(Object.entries(profile).filter(([locus]) => names.has(locus))),
    ]),
  )
}

export const byRatio = (a: Pick<Cell, 'log10LR'>, b: Pick<Cell, 'log10LR'>): number => {
  const [left, right] = [Number(a.log10LR), Number(b.log10LR)]
  return left === right ? 0 : right - left
}

function toCell({ family, log10LR, loci, exclusions, perLocus }: Candidate): Cell {
  return {
    ...{ position: family, log10LR: toLog(log10LR), loci, exclusions },
    perLocus: perLocus.map(({ locus, log10LR: log }) => ({ locus, log10LR: toLog(log) })),
  }
}

/**
 * How many unrelated pairs of the whole search would reach each of these ratios: the exact distribution, an upper
 * bound. Only all profiles together can say it, so no piece of a search can.
 */
export function chanceOf(
  evidence: SearchEvidence,
  loci: Locus[],
): Map<string, { position: string; expected: number }[]> {
  const { families, profiles } = prepare(evidence, loci)
  const all = evidence.profiles.length
  const { candidates } = search({ families, profiles, top: all, ignoreSex: true, lowest: 0, chance: 'none' })
  const counted = withChance(candidates, { families, profiles, chance: 'search', ignoreSex: true })
  const of = new Map(
    evidence.profiles.map(({ id }): [string, { position: string; expected: number }[]] => [id, []]),
  )
  for (const { profile, family, expectedByChance } of counted)
    if (expectedByChance !== null) of.get(profile)!.push({ position: family, expected: expectedByChance })
  return of
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
