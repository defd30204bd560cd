/** Something in a file a person has to look at; what it touches is left out of the data. */
export type Problem = {
  code:
    | 'allele-unreadable'
    | 'conflicting-duplicate'
    | 'dropout-not-read'
    | 'empty'
    | 'locus-alias'
    | 'minimum-frequency-not-applied'
    | 'mutation-model-not-read'
    | 'not-a-familias-file'
    | 'not-a-genemapper-table'
    | 'off-ladder'
    | 'pedigree-not-read'
    | 'sex-conflict'
    | 'too-large'
    | 'too-many-alleles'
    | 'truncated'
    | 'unexpected-line'
    | 'unknown-locus'
  row?: number
  sample?: string
  locus?: string
  detail: string
}
