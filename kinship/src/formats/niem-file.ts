import type { Sex } from '../types.ts'

/** A number with what it is, as NIEM words it: `Case ID`, `DNA Profile ID`, `NCIC`. */
export type NiemIdentification = { id: string; category?: string }

/** `operator`: how the call stands to `value`; with `Range`, up to `upTo`. Absent: equal. */
export type NiemAllele = {
  operator?: 'Equal' | 'AboveUpperLimit' | 'BelowLowerLimit' | 'Range'
  value: string
  upTo?: string
}

/** `Partial`: an allele may have dropped out; `Not Definitive`: the calls are ambiguous. */
export type NiemQuality = 'Normal' | 'Partial' | 'Not Definitive' | 'Silent Allele'

export type NiemLocus = { name: string; quality: NiemQuality; alleles: NiemAllele[] }

/** One person's STR profile. `category` as NIEM words it: `Family Relative`, `Unaccompanied Minor`, ... */
export type NiemRecord = {
  category?: string
  sex: Sex
  /** As the file writes it, `1977-06-21`. */
  birthDate?: string
  identifications: NiemIdentification[]
  sampleId?: string
  kit?: string
  kitManufacturer?: string
  batchId?: string
  isPartial?: boolean
  loci: NiemLocus[]
}

/** `key` is unique in the file (`structures:id`); `sought`: the person the search is for. */
export type NiemMember = {
  key: string
  identifications: NiemIdentification[]
  sex: Sex
  status: 'known' | 'sought' | 'unknown'
  father: string | null
  mother: string | null
  comment?: string
}

export const niemPedigreeStatuses = [
  'Candidate',
  'Claimed',
  'Inconclusive',
  'Negated',
  'Unable to process',
  'Verified',
] as const

export type NiemPedigree = {
  identifications: NiemIdentification[]
  status: (typeof niemPedigreeStatuses)[number]
  members: NiemMember[]
  comments: string[]
}

export type NiemFile = { records: NiemRecord[]; pedigrees: NiemPedigree[] }
