/** A sex as a pedigree records it. */
export type Sex = 'male' | 'female' | 'unknown'

/** One member of a pedigree. Both parents `null`: a founder. */
export type Person = {
  id: string
  father: string | null
  mother: string | null
  sex: Sex
  /** Probability that a founder's two autosomal alleles are identical by descent; 0 when absent. */
  founderInbreeding?: number
  /** The same for the two X alleles of a female founder; 0 when absent. */
  founderInbreedingX?: number
  /** The monozygotic twin of this person: same parents, same alleles. Naming one of the two is enough. */
  twinOf?: string | null
}

/** How alleles change on their way from parent to offspring. `matrix` is the truth beside any named model. */
export type MutationModel = {
  model: string
  /** Probability of a mutation per meiosis. */
  rate?: number
  /** Stepwise: probability of a change of microvariant (9 to 9.3), per meiosis. */
  rate2?: number
  /** Stepwise: a change by k+1 repeats is `range` times as likely as one by k. */
  range?: number
  /** Row: transmitted allele; column: received allele. Rows sum to 1. */
  matrix?: number[][]
  /** Made reversible (MH Metropolis-Hastings, BA Barker, PR preserved rate) or stationary (PM). */
  transform?: 'MH' | 'BA' | 'PR' | 'PM'
}

export type LocusMutation = { sexEqual?: boolean; female: MutationModel; male: MutationModel }

/** A marker with the allele frequencies of one population. An allele named `silent` is a null allele. */
export type Locus = {
  name: string
  chrom: 'autosomal' | 'X' | 'Y' | 'MT'
  alleles: string[]
  frequencies: number[]
  mutation: LocusMutation | null
}

/** person -> locus -> observed alleles; `null` stands for an unknown allele. */
export type Genotypes = Record<string, Record<string, (string | null)[]>>

/** One explanation of the evidence: pedigrees side by side, unrelated but for `theta`. */
export type Hypothesis = { name: string; pedigrees: Person[][] }

export type KinshipCase = {
  id?: string
  loci: Locus[]
  genotypes: Genotypes
  hypotheses: Hypothesis[]
  /** Co-ancestry coefficient (Fst) of Balding and Nichols; 0 when absent. */
  theta?: number
  /** Name of the hypothesis every ratio is taken against; the last one when absent. */
  reference?: string
  /** Person -> probability that an allele drops out. */
  dropout?: Record<string, number>
  /** Absent: all loci are independent. */
  linkage?: Linkage
}

/** Where loci lie. Loci of one chromosome pass on together; a locus without a position is independent. */
export type Linkage = {
  /** How map distance becomes a recombination rate (Haldane 1919; Kosambi 1943). */
  map: 'haldane' | 'kosambi'
  /** By locus name, the same in both sexes. */
  positions: Record<string, { chromosome: string; cM: number }>
}

/** Why no number is given, and what to change. */
export type RefusalDetail = { code: string; message: string }

/** Something the reader of the number should know; the number itself is exact. */
export type Note = { code: string; message: string; locus?: string; hypothesis?: string }
