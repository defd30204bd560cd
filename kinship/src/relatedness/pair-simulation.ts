import { silentAllele } from '../mutation.ts'
import { sampler } from '../power/simulation-sampler.ts'
import { type Random, randomFrom } from '../random.ts'
import type { Genotypes, Locus } from '../types.ts'
import { estimateKappa, logLikelihoodAt, pairTable } from './ibd-estimate.ts'
import type { Kappa } from './identity-coefficients.ts'

type Pair = [string[], string[]]

/**
 * How the log of the likelihood ratio of estimated against true sharing varies when the sharing is truly
 * `kappa`: pairs of profiles are drawn at the loci, and the ratio computed for each.
 *
 * @returns `runs` natural logarithms, each at least 0
 */
export function simulatedLogRatios(loci: Locus[], kappa: Kappa, runs: number, seed: number): number[] {
  const random = randomFrom(seed)
  const draws = loci.map((locus) => sampler(locus.frequencies))
  const sharing = sampler(kappa)
  return Array.from({ length: runs }, () => {
    const genotypes: Genotypes = { a: {}, b: {} }
    loci.forEach((locus, index) => {
      const [first, second] = drawnPair(locus, draws[index]!, sharing(random), random)
      genotypes.a![locus.name] = first
      genotypes.b![locus.name] = second
    })
    const table = pairTable(loci, genotypes, 'a', 'b')
    if (table.length === 0) return 0
    return estimateKappa(loci, genotypes, 'a', 'b').logLikelihood - logLikelihoodAt(table, kappa)
  })
}

function drawnPair(locus: Locus, draw: (random: Random) => number, shared: number, random: Random): Pair {
  const [a, b, c, d] = [draw(random), draw(random), draw(random), draw(random)]
  const shown = (...places: number[]): string[] => {
    const visible = places.map((place) => locus.alleles[place]!).filter((allele) => allele !== silentAllele)
    return visible.length === 1 ? [...visible, ...visible] : visible
  }
  return [shown(a, b), shown(shared > 0 ? a : c, shared > 1 ? b : d)]
}
