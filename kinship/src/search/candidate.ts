import { type Exclusion, exclusionOf } from './exclusion-reason.ts'
import type { FamilyTable } from './family-table.ts'
import type { ProfileTable } from './profile-table.ts'
import { matchedLoci, rowValues } from './row-values.ts'

/** What else speaks for or against, by the caller's own account; never mixed into `log10LR`. */
export type OtherEvidence = { name: string; log10LR: number }

/** Somebody who may be a family's missing person. */
export type Candidate = {
  family: string
  profile: string
  /** Place of the profile in its table. */
  place: number
  /** "Is the missing person" against "unrelated", from DNA; -Infinity: excluded. */
  log10LR: number
  /** Number of loci at which both the profile and a relative are typed. */
  loci: number
  perLocus: { locus: string; log10LR: number }[]
  /** Loci that exclude without a mutation, and how far from possible they are. */
  excludedAt: string[]
  exclusions: Exclusion[]
  isSexDifferent: boolean
  /**
   * Pairs of the search that would do at least so well if nobody searched were the missing: at most so many, and at
   * least so many; `null` when not asked for.
   */
  expectedByChance: number | null
  expectedByChanceAtLeast: number | null
  other: OtherEvidence[]
}

/** Everything about some pairs of one family, but what chance would do. */
export function candidatesOf(family: FamilyTable, profiles: ProfileTable, places: number[]): Candidate[] {
  const tables = matchedLoci(family, profiles)
  const values = rowValues(family, profiles)
  const { cells, width, rows } = profiles
  return places.map((place) => {
    const compared = tables.flatMap((table, locus) => {
      const row = cells[place * width + locus]!
      return table && row > 0 ? [{ table, row: rows[row]!, log10LR: values[row]! }] : []
    })
    const exclusions = compared.flatMap(({ table, row }) => exclusionOf(table, row) ?? [])
    return {
      family: family.id,
      profile: profiles.ids[place]!,
      place,
      log10LR: compared.reduce((sum, { log10LR }) => sum + log10LR, 0),
      loci: compared.filter(({ table }) => table.relatives > 0).length,
      perLocus: compared.map(({ table, log10LR }) => ({ locus: table.locus.name, log10LR })),
      excludedAt: exclusions.map(({ locus }) => locus),
      exclusions,
      isSexDifferent: sexesDiffer(family.sex, profiles.sexes[place]!),
      expectedByChance: null,
      expectedByChanceAtLeast: null,
      other: [],
    }
  })
}

/** Both are known, and not the same. */
export function sexesDiffer(one: FamilyTable['sex'], other: FamilyTable['sex']): boolean {
  return one !== 'unknown' && other !== 'unknown' && one !== other
}
