import { logLikelihoodsWithCoancestry } from './engine/coancestry.ts'
import { type Chain, chainsOf } from './engine/linkage.ts'
import { logLikelihoodsOfChainWithCoancestry } from './engine/linked-coancestry.ts'
import { type LinkedLocus, logLikelihoodOfChain } from './engine/linked-network.ts'
import {
  checkSameSex,
  checkTypedPeople,
  evidenceOf,
  type Family,
  familyOf,
  type LocusReading,
  type Observed,
  type PreparedLocus,
  prepareLocus,
  profilesOf,
  readLocus,
} from './engine/problem.ts'
import { logLikelihoods, makeSolver, type Solver } from './engine/solver.ts'
import { leastTheta } from './engine/urn.ts'
import { refuse } from './refusal.ts'
import type { KinshipCase, Note } from './types.ts'

/** Natural logarithms, by hypothesis and, inside a list, by locus in the order given. */
export type Likelihoods = {
  logLikelihoodPerLocus: Record<string, number[]>
  likelihoodPerLocus: Record<string, number[]>
  /** Of all loci together; the sum of the loci, but for linked ones. */
  logLikelihood: Record<string, number>
  /** Loci that were weighed together because they are linked; absent when there are none. */
  linked?: { loci: string[]; logLikelihood: Record<string, number> }[]
  notes: Note[]
}

/** A case without what was observed. */
export type CaseFrame = Omit<KinshipCase, 'genotypes' | 'dropout'>

type Prepared = {
  loci: PreparedLocus[]
  chains: Chain[]
  solvers: Solver[]
  theta: number
  notes: Note[]
}

/**
 * The probability of all genotypes under each hypothesis, exactly.
 *
 * @example An unrelated person who shows A/B, frequencies 0.1 and 0.2: likelihood 2 * 0.1 * 0.2 = 0.04.
 * @throws KinshipRefusal when a value cannot be computed exactly
 */
export function likelihoods(input: KinshipCase): Likelihoods {
  return prepareLikelihoods(input)(input)
}

/**
 * Everything of a case that does not depend on what was observed, done once: checks, mutation matrices, and, as
 * they come up, the plans of the sums. For a what-if (one more relative typed, another profile) it is asked again.
 *
 * @returns what `likelihoods` returns for the case with these genotypes
 * @example const weigh = prepareLikelihoods(frame); weigh({ genotypes }) equals likelihoods({ ...frame, genotypes })
 */
export function prepareLikelihoods(frame: CaseFrame): (observed: Observed) => Likelihoods {
  const prepared = prepare(frame)
  return (observed) => weigh(prepared, observed)
}

function prepare({ loci, hypotheses, theta = 0, linkage }: CaseFrame): Prepared {
  if (!(theta >= 0 && theta < 1)) refuse('theta-range', 'Theta must be from 0 to below 1.')
  if (hypotheses.length === 0) refuse('no-hypothesis', 'At least one hypothesis is needed.')
  const families = hypotheses.map(familyOf)
  if (new Set(families.map(({ name }) => name)).size < families.length)
    refuse('hypothesis-twice', 'Two hypotheses have the same name.')
  if (new Set(loci.map(({ name }) => name)).size < loci.length)
    refuse('locus-twice', 'A locus is listed twice; it would be counted twice.')
  const chains = chainsOf(loci, linkage)
  return {
    loci: loci.map(prepareLocus),
    chains: chains.filter((chain) => chain.loci.length > 1),
    solvers: families.map(makeSolver),
    theta: theta < leastTheta ? 0 : theta,
    notes: loci.flatMap(roundedNote),
  }
}

function roundedNote({ name, frequencies }: KinshipCase['loci'][number]): Note[] {
  const sum = frequencies.reduce((total, p) => total + p, 0)
  if (Math.abs(sum - 1) <= 1e-6) return []
  const message = `The frequencies of ${name} sum to ${sum}; the remainder was shared out.`
  return [{ code: 'frequencies-rounded', locus: name, message }]
}

function weigh({ loci, chains, solvers, theta, notes }: Prepared, observed: Observed): Likelihoods {
  const families = solvers.map(({ family }) => family)
  checkTypedPeople(observed.genotypes, families)
  const profiles = profilesOf(observed)
  const readings = loci.map((locus) => readLocus(locus, profiles))
  checkSameSex(readings, families)
  const linked = chains.map(({ loci: places }) => ({
    loci: places.map((place) => loci[place]!.locus.name),
    logLikelihood: {} as Record<string, number>,
  }))
  const found: Likelihoods = {
    logLikelihoodPerLocus: {},
    likelihoodPerLocus: {},
    logLikelihood: {},
    ...(linked.length > 0 ? { linked } : {}),
    notes: [...notes],
  }
  for (const solver of solvers) {
    const { name } = solver.family
    const problems = problemsOf(readings, solver.family)
    const logs = [
      ...(theta > 0
        ? logLikelihoodsWithCoancestry(solver, problems, theta)
        : logLikelihoods(solver, problems)),
    ]
    found.logLikelihoodPerLocus[name] = logs
    found.likelihoodPerLocus[name] = logs.map(Math.exp)
    const isAlone = logs.map(() => true)
    let total = 0
    chains.forEach(({ loci: places, rho }, chain) => {
      for (const place of places) isAlone[place] = false
      const links = places.map((place, i): LinkedLocus => ({ ...problems[place]!, rho: rho[i]! }))
      const log =
        theta > 0
          ? logLikelihoodsOfChainWithCoancestry(solver.family, links, theta, [rho.slice(1)])[0]!
          : logLikelihoodOfChain(solver.family, links)
      linked[chain]!.logLikelihood[name] = log
      total += log
    })
    for (let i = 0; i < logs.length; i++) if (isAlone[i]) total += logs[i]!
    found.logLikelihood[name] = total
  }
  return found
}

function problemsOf(readings: LocusReading[], family: Family) {
  return readings.map((reading) => ({
    isX: reading.prepared.isX,
    ladder: reading.ladder,
    evidence: evidenceOf(reading, family),
  }))
}
