import { likelihoods } from '../likelihood.ts'
import { refuse } from '../refusal.ts'
import type { KinshipCase } from '../types.ts'
import { representativeOf } from './distribution-classes.ts'
import { evidenceLogLikelihood, type FamilyAtLocus, knownAt } from './distribution-family.ts'
import type { ShownGenotype } from './distribution-genotypes.ts'

/** More of these are for a simulation. */
const most = { combinations: 1_000_000, weighed: 60_000 }
/** Combinations weighed in one call. */
const batchSize = 256

/** Every choice of one index below each size, the first varying fastest. The array is reused. */
export function* combinations(sizes: number[]): Generator<number[]> {
  const total = sizes.reduce((product, size) => product * size, 1)
  const chosen = sizes.map(() => 0)
  for (let count = 0; count < total; count++) {
    yield chosen
    for (let at = 0; at < sizes.length; at++) {
      if (++chosen[at]! < sizes[at]!) break
      chosen[at] = 0
    }
  }
}

/** @throws KinshipRefusal `too-many-genotypes` */
export function checkCount(lists: unknown[][], locus: string): void {
  const count = lists.reduce((product, list) => product * list.length, 1)
  if (count > most.combinations) tooMany(locus)
}

function tooMany(locus: string): never {
  return refuse(
    'too-many-genotypes',
    `There are too many combinations of genotypes at ${locus} to weigh them all: ask for fewer people, or simulate.`,
  )
}

/** The probability of each combination of genotypes given what is known, the first person's fastest. */
export function jointProbabilities(
  family: FamilyAtLocus,
  ids: string[],
  genotypes: ShownGenotype[][],
): Float64Array {
  const represent = representativeOf(family.locus, family.genotypes)
  const places = new Map<string, number>()
  const weighed: ShownGenotype[][] = []
  const sizes = genotypes.map((list) => list.length)
  const entries = Array.from(combinations(sizes), (chosen) => {
    const { genotypes: standIns, factor } = represent(chosen.map((index, at) => genotypes[at]![index]!))
    const key = standIns.map((genotype) => genotype.join('/')).join(' ')
    const place = places.get(key) ?? weighed.push(standIns) - 1
    if (place >= most.weighed) tooMany(family.locus.name)
    places.set(key, place)
    return { place, factor }
  })
  const logs = logLikelihoodsOf(family, ids, weighed)
  const evidence = evidenceLogLikelihood(family)
  return Float64Array.from(entries, ({ place, factor }) => factor * Math.exp(logs[place]! - evidence))
}

/** Each combination as a locus of its own, so that one call weighs many and the engine reuses its plan. */
function logLikelihoodsOf(family: FamilyAtLocus, ids: string[], weighed: ShownGenotype[][]): number[] {
  const { locus, pedigrees, genotypes, ...options } = family
  const asked = new Set(ids)
  const known = Object.keys(genotypes).flatMap((id) => {
    const observed = knownAt(genotypes, id, locus.name)
    return observed.length > 0 && !asked.has(id) ? [{ id, observed }] : []
  })
  const logs: number[] = []
  for (let from = 0; from < weighed.length; from += batchSize) {
    const batch = weighed.slice(from, from + batchSize)
    const profile = (observed: (index: number) => readonly (string | null)[]) =>
      Object.fromEntries(batch.map((_, index) => [`${index}`, [...observed(index)]]))
    const input: KinshipCase = {
      ...options,
      loci: batch.map((_, index) => ({ ...locus, name: `${index}` })),
      genotypes: Object.fromEntries([
        ...known.map(({ id, observed }) => [id, profile(() => observed)] as const),
        ...ids.map((id, at) => [id, profile((index) => batch[index]![at]!)] as const),
      ]),
      hypotheses: [{ name: 'family', pedigrees }],
    }
    logs.push(...likelihoods(input).logLikelihoodPerLocus.family!)
  }
  return logs
}
