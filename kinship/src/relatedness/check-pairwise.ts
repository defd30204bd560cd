import { refuse } from '../refusal.ts'
import type { Genotypes, Locus, Person } from '../types.ts'
import { generalisedKinship } from './generalised-kinship.ts'
import { genomeOf, genomesOf } from './genomes.ts'
import { estimateKappa, type IbdEstimate, logLikelihoodAt, pairTable } from './ibd-estimate.ts'
import { type Kappa, kappaOf } from './identity-coefficients.ts'
import { kinshipMatrix } from './kinship-coefficient.ts'
import { simulatedLogRatios } from './pair-simulation.ts'
import { relationshipName } from './relationship-name.ts'

export type PairCheck = {
  id1: string
  id2: string
  /** What the profiles say; `null` without a locus at which both are typed. */
  estimate: IbdEstimate | null
  /** What the pedigree says. */
  kappa: Kappa
  relationship: string
  /** ln of (likelihood at the estimate / likelihood at `kappa`): at least 0; Infinity when `kappa` is impossible. */
  logRatio: number | null
  /** Share of simulated pairs, truly related as the pedigree says, that fit it no better; only when asked. */
  pValue: number | null
}

export type PairwiseOptions = {
  /** Whom to compare; everybody typed when absent. */
  ids?: string[]
  /** Pairs simulated per set of coefficients, for p-values; none when absent. */
  runs?: number
  seed?: number
}

const mostRuns = 100_000

/**
 * Whether the profiles of a family fit its pedigree, pair by pair: a swapped sample or a wrong parent shows as
 * a large ratio. Inbred people are left out, since no three coefficients describe their pairs.
 *
 * @returns a row for every pair, in the order of the pedigrees
 * @throws KinshipRefusal when a pedigree is impossible or an allele is not in its table
 * @example Two full siblings who share nothing at twenty loci: logRatio about 20 ln 4, for kappa0 is 1/4.
 */
export function checkPairwise(
  pedigrees: Person[][],
  loci: Locus[],
  genotypes: Genotypes,
  options: PairwiseOptions = {},
): PairCheck[] {
  const { runs = 0 } = options
  if (!(Number.isSafeInteger(runs) && runs >= 0 && runs <= mostRuns))
    refuse('run-count', `The number of simulated pairs must be a whole number from 0 to ${mostRuns}.`)
  const genomes = genomesOf(pedigrees)
  const phi = kinshipMatrix(genomes)
  const probability = generalisedKinship(genomes, phi)
  const listed = pedigrees.flat().map(({ id }) => id)
  const asked = options.ids ?? listed.filter((id) => Object.hasOwn(genotypes, id))
  for (const id of asked) genomeOf(genomes, id)
  const ids = listed.filter((id) => asked.includes(id))
  const spread = spreadOf(loci, options)
  return ids.flatMap((id1, index) =>
    ids.slice(index + 1).flatMap((id2) => {
      const [a, b] = [genomeOf(genomes, id1), genomeOf(genomes, id2)]
      const kappa = kappaOf(a, b, phi, probability)
      if (!kappa) return []
      const fit = fitOf(loci, genotypes, id1, id2, kappa)
      const pValue = fit.logRatio === null ? null : shareAbove(spread(kappa), fit.logRatio)
      return [{ id1, id2, kappa, relationship: relationshipName(genomes, a, b), ...fit, pValue }]
    }),
  )
}

function fitOf(loci: Locus[], genotypes: Genotypes, id1: string, id2: string, kappa: Kappa) {
  const table = pairTable(loci, genotypes, id1, id2)
  if (table.length === 0) return { estimate: null, logRatio: null }
  const estimate = estimateKappa(loci, genotypes, id1, id2)
  return { estimate, logRatio: Math.max(0, estimate.logLikelihood - logLikelihoodAt(table, kappa)) }
}

/** The simulated ratios by coefficients, each set simulated once. */
function spreadOf(loci: Locus[], { runs = 0, seed = 1 }: PairwiseOptions): (kappa: Kappa) => number[] {
  const known = new Map<string, number[]>()
  return (kappa) => {
    if (runs === 0) return []
    const key = kappa.join()
    const found = known.get(key) ?? simulatedLogRatios(loci, kappa, runs, seed)
    known.set(key, found)
    return found
  }
}

function shareAbove(simulated: number[], value: number): number | null {
  if (simulated.length === 0) return null
  return simulated.filter((other) => other >= value - 1e-9).length / simulated.length
}
