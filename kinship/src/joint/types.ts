import type { Genotypes, Locus, Note, Person, Sex } from '../types.ts'

/** Somebody whose place in a family is sought. */
export type Unidentified = { id: string; sex: Sex; genotypes: Genotypes[string] }

/** A family that misses people; `missing` are members of its pedigrees. */
export type SeekingFamily = { id: string; pedigrees: Person[][]; missing: string[] }

export type JointInput = {
  loci: Locus[]
  unidentified: Unidentified[]
  families: SeekingFamily[]
  /** Of the families' typed members. */
  genotypes: Genotypes
  /**
   * Co-ancestry within each family and whoever is placed in it or weighed against it; families stay independent
   * of each other. 0 when absent.
   */
  theta?: number
  /** Person -> probability that an allele drops out. */
  dropout?: Record<string, number>
  /**
   * Unidentified -> the missing people it may be, and `*` when it may be none of them. Absent: everybody missing
   * whose sex does not differ, or none.
   */
  pairings?: Record<string, string[]>
  /** Candidates may differ in sex where `pairings` does not say who is one. */
  ignoreSex?: boolean
  /**
   * Unidentified -> missing person or `*` -> prior weight; 1 where nothing is said. The prior of an assignment is
   * proportional to the product of its weights, so that without any all assignments are equally likely.
   */
  prior?: Record<string, Record<string, number>>
  /** Assignments listed, best first; 100 when absent. */
  limit?: number
}

/** Who is who: unidentified -> missing person, `null` for none of them. */
export type Assignment = {
  of: Record<string, string | null>
  /** Natural logarithm of the probability of all genotypes. */
  logLikelihood: number
  /** Against "nobody is identified". */
  log10LR: number
  posterior: number
}

export type JointIdentification = {
  /**
   * Assignments the pairings allow, impossible ones included; beyond 2^53 a rounded number, `null` where counting
   * them takes too long.
   */
  nAssignments: number | null
  /** The best possible ones; equals in alphabetical order, `*` last. */
  assignments: Assignment[]
  /** Unidentified -> missing person or `*` -> posterior probability. */
  marginal: Record<string, Record<string, number>>
  /** Posterior probability of all that was left out is at most this; 0: exact. */
  leftOut: number
  /** Missing people whom these genotypes cannot tell apart: exchanging them changes no likelihood. */
  alike: string[][]
  notes: Note[]
}
