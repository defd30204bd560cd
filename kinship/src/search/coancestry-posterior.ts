import { logLikelihoodsWithCoancestry } from '../engine/coancestry.ts'
import { type Evidence, observe } from '../engine/evidence.ts'
import { workingLadder } from '../engine/ladder.ts'
import type { PreparedLocus } from '../engine/problem.ts'
import { type LocusProblem, makeSolver } from '../engine/solver.ts'
import { representativeOf } from '../power/distribution-classes.ts'
import { forEachPair } from './genotype-codes.ts'
import { evidenceOn, isSingleAt, normalised, type Question } from './genotype-posterior.ts'

/**
 * `genotypePosteriors` with co-ancestry theta: the urn the founders draw from depends on every genotype, so each is
 * weighed in a lane of its own, but those that another one stands for. Alleles nobody shows are merged for each.
 */
export function genotypePosteriorsWithCoancestry(
  question: Question,
  loci: PreparedLocus[],
  theta: number,
): Float64Array[] {
  const place = question.family.placeOf.get(question.asked)!
  const solver = makeSolver(question.family)
  return loci.map((prepared) => {
    const isSingle = isSingleAt(prepared, question.family, place)
    const { lanes, genotypes } = lanesFor(question, prepared, place, isSingle)
    const logs = logLikelihoodsWithCoancestry(
      solver,
      lanes.map(({ problem }) => problem),
      theta,
    )
    const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY)
    if (largest === Number.NEGATIVE_INFINITY) return new Float64Array(genotypes.length)
    const likelihoods = lanes.map(({ weight }, lane) => weight * Math.exp(logs[lane]! - largest))
    return normalised(Float64Array.from(genotypes, ({ lane, factor }) => factor * likelihoods[lane]!))
  })
}

type Lane = { problem: LocusProblem; weight: number }

/** The genotypes that are weighed, and for each genotype there is the one that stands for it and the factor. */
function lanesFor(question: Question, prepared: PreparedLocus, place: number, isSingle: boolean) {
  const { alleles } = prepared.locus
  const { profiles } = question
  const seen = Object.fromEntries(profiles.map(({ person, alleles: shown }) => [person, shown]))
  const represent = representativeOf(prepared.locus, seen)
  const laneOf = new Map<string, number>()
  const lanes: Lane[] = []
  const genotypes: { lane: number; factor: number }[] = []
  const add = (shown: number[]) => {
    const { genotypes: standIns, factor } = represent([shown.map((allele) => alleles[allele]!)])
    const own = standIns[0]!.map((name) => prepared.full.indexOf.get(name)!)
    const key = own.join()
    const lane = laneOf.get(key) ?? lanes.push(laneFor(question, prepared, place, own, isSingle)) - 1
    laneOf.set(key, lane)
    genotypes.push({ lane, factor })
  }
  if (isSingle) for (let allele = 0; allele < alleles.length; allele++) add([allele])
  else forEachPair(alleles.length, (a, b) => add([a, b]))
  return { lanes, genotypes }
}

function laneFor(
  { family, profiles }: Question,
  prepared: PreparedLocus,
  place: number,
  own: number[],
  isSingle: boolean,
): Lane {
  const seen = new Array<boolean>(prepared.full.size).fill(false)
  const shown = profiles.flatMap((one) => observe(one, prepared.locus.name, prepared.full)?.known ?? [])
  for (const allele of [...shown, ...own]) seen[allele] = true
  const ladder = workingLadder(prepared.full, seen)
  const evidence = evidenceOn(ladder, prepared, profiles, family)
  const [first, second = first] = own.map((allele) => ladder.classOf[allele]!) as [number, number?]
  const twin = evidence[place]
  const weight = twin ? weightOf(twin, first, second) : 1
  evidence[place] =
    first === second || isSingle
      ? { paternal: [first], maternal: [first], weights: [1], isExact: true }
      : { paternal: [first, second], maternal: [second, first], weights: [1, 1], isExact: true }
  return { problem: { isX: prepared.isX, ladder, evidence }, weight }
}

function weightOf({ paternal, maternal, weights }: Evidence, a: number, b: number): number {
  const state = paternal.findIndex((allele, at) => allele === a && maternal[at] === b)
  return state < 0 ? 0 : weights[state]!
}
