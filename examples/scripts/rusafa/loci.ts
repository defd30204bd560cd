/** The 23 autosomal loci of PowerPlex Fusion 6C, in the order of the kit's own report. */
export const loci = [
  'D3S1358',
  'D1S1656',
  'D2S441',
  'D10S1248',
  'D13S317',
  'Penta E',
  'D16S539',
  'D18S51',
  'D2S1338',
  'CSF1PO',
  'Penta D',
  'TH01',
  'vWA',
  'D21S11',
  'D7S820',
  'D5S818',
  'TPOX',
  'D8S1179',
  'D12S391',
  'D19S433',
  'SE33',
  'D22S1045',
  'FGA',
] as const

export type Genotype = [string, string]
/** Genotypes by locus, the smaller allele first. */
export type Profile = Record<string, Genotype>

export const byRepeats = (left: string, right: string): number => Number(left) - Number(right)
export const toGenotype = (one: string, other: string): Genotype =>
  byRepeats(one, other) <= 0 ? [one, other] : [other, one]
