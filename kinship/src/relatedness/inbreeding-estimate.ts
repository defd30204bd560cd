import { silentAllele } from '../mutation.ts'
import { refuse } from '../refusal.ts'
import type { Genotypes, Locus } from '../types.ts'
import { maximumOfMixture } from './mixture-maximum.ts'
import { inbreedingLikelihoods, shownBy } from './pair-likelihood.ts'

/** Estimates of one person's inbreeding coefficient; the moment estimates may lie outside [0, 1]. */
export type InbreedingEstimate = {
  /** Maximum likelihood (Thompson 1986, Pedigree Analysis in Human Genetics, 3.2). */
  mle: number
  /** Homozygosity above expectation: (H - E) / (L - E). */
  simple: number
  /** Ritland 1996, Genet. Res. 67:175: rare homozygotes count more. */
  ritland: number
  /** Loci at which the person is fully typed. */
  N: number
}

/**
 * How inbred a person is, estimated from their profile at autosomal loci.
 *
 * @throws KinshipRefusal `no-typed-loci`; `silent-allele` (homozygotes cannot be told from a/silent)
 * @example One locus, 4 alleles of 1/4, a/a: simple = (1 - 1/4) / (1 - 1/4) = 1, ritland = (4 - 1) / (4 - 1) = 1.
 */
export function estimateInbreeding(loci: Locus[], genotypes: Genotypes, id: string): InbreedingEstimate {
  const typed = loci.flatMap((locus) => {
    const shown = shownBy(id, locus, genotypes)
    return shown ? [{ locus, shown }] : []
  })
  if (typed.length === 0)
    refuse('no-typed-loci', `"${id}" is not fully typed at any locus: nothing can be estimated.`)
  const withSilent = typed.find(({ locus }) => locus.alleles.includes(silentAllele))
  if (withSilent) {
    refuse(
      'silent-allele',
      `${withSilent.locus.name} has a silent allele, so that homozygotes cannot be counted: leave the locus out.`,
    )
  }
  const rows = typed.map(({ locus }) => inbreedingLikelihoods(locus, genotypes, id)!)
  const homozygotes = typed.filter(({ shown: [a, b] }) => a === b)
  const expected = sum(typed.map(({ locus }) => sum(locus.frequencies.map((p) => p * p))))
  const inverse = sum(
    homozygotes.map(({ locus, shown }) => 1 / locus.frequencies[locus.alleles.indexOf(shown[0])]!),
  )
  const alleles = sum(typed.map(({ locus }) => locus.alleles.length))
  if (alleles === typed.length) {
    refuse('one-allele', `Every locus of "${id}" has a single allele in the table: nothing can be estimated.`)
  }
  return {
    mle: maximumOfMixture(rows).weights[0]!,
    simple: (homozygotes.length - expected) / (typed.length - expected),
    ritland: (inverse - typed.length) / (alleles - typed.length),
    N: typed.length,
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
