import { likelihoods } from '../likelihood.ts'
import { refuse } from '../refusal.ts'
import type { Genotypes, KinshipCase, Locus, Person } from '../types.ts'
import { representativeOf } from './distribution-classes.ts'
import { type ShownGenotype, shownGenotypes } from './distribution-genotypes.ts'

/** A family at one locus with what is known of it. */
export type FamilyAtLocus = {
  pedigrees: Person[][]
  locus: Locus
  genotypes: Genotypes
  theta?: number
  dropout?: Record<string, number>
}

/** The joint distribution of what some people show. The first person's genotype varies fastest. */
export type GenotypeDistribution = {
  ids: string[]
  /** By person: the genotypes that are possible to show. */
  genotypes: ShownGenotype[][]
  /** One for each combination; they sum to 1. */
  probabilities: Float64Array
}

/** More combinations than this are for a simulation. */
const mostCombinations = 1_000_000
const mostWeighed = 60_000
/** Combinations weighed in one call. */
const batchSize = 256

/**
 * What the people `ids` would show at a locus, given everybody's known genotypes, exactly: the probability of
 * each combination of genotypes divided by that of what is known.
 *
 * @example A child of 1/2 and 2/3: 1/2, 1/3, 2/2 and 2/3 have probability 1/4 each.
 * @throws KinshipRefusal `evidence-impossible`, `person-not-placed`, `too-many-genotypes`, `dropout-of-asked`,
 *   and whatever `likelihoods` refuses
 */
export function genotypeDistribution(family: FamilyAtLocus, ids: string[]): GenotypeDistribution {
  checkAsked(family, ids)
  const sum = family.locus.frequencies.reduce((total, p) => total + p, 0)
  if (evidenceLogLikelihood(family) === Number.NEGATIVE_INFINITY) {
    return refuse(
      'evidence-impossible',
      `What is known at ${family.locus.name} is impossible in this pedigree, so nothing follows from it: allow mutation or check the typing.`,
    )
  }
  const locus = { ...family.locus, frequencies: family.locus.frequencies.map((p) => p / sum) }
  const genotypes = ids.map((id) =>
    shownGenotypes(locus, personOf(family, id).sex, knownAt(family.genotypes, id, locus.name)),
  )
  checkCount(genotypes, mostCombinations, locus.name)
  const parts = independentParts({ ...family, locus }, ids).map((part) => ({
    at: part.ids.map((id) => ids.indexOf(id)),
    probabilities: jointProbabilities(
      part.family,
      part.ids,
      part.ids.map((id) => genotypes[ids.indexOf(id)]!),
    ),
  }))
  const sizes = genotypes.map((list) => list.length)
  const probabilities = Array.from(combinations(sizes), (chosen) =>
    parts.reduce((product, { at, probabilities: some }) => {
      const index = at.reduceRight((offset, position) => offset * sizes[position]! + chosen[position]!, 0)
      return product * some[index]!
    }, 1),
  )
  return { ids, genotypes, probabilities: Float64Array.from(probabilities) }
}

/** Natural logarithm of the probability of what is known. */
export function evidenceLogLikelihood({ pedigrees, locus, ...known }: FamilyAtLocus): number {
  const found = likelihoods({ ...known, loci: [locus], hypotheses: [{ name: 'family', pedigrees }] })
  return found.logLikelihoodPerLocus.family![0]!
}

/** The person of that id. */
export function personOf({ pedigrees }: Pick<FamilyAtLocus, 'pedigrees'>, id: string): Person {
  const found = pedigrees.flat().find((person) => person.id === id)
  return (
    found ??
    refuse('person-not-placed', `"${id}" has no place in the pedigree: add them, alone if unrelated.`)
  )
}

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

/**
 * Refuses distributions over different genotypes, as when a person's sex differs at X.
 *
 * @throws KinshipRefusal `people-differ`
 */
export function checkComparable(distributions: GenotypeDistribution[]): void {
  const [first, ...others] = distributions.map(({ genotypes }) => genotypes.map(String).join(' | '))
  if (others.some((other) => other !== first)) {
    refuse(
      'people-differ',
      'The people asked for do not show the same genotypes under every hypothesis: give them one sex and one profile.',
    )
  }
}

function checkAsked(family: FamilyAtLocus, ids: string[]): void {
  if (ids.length === 0 || new Set(ids).size < ids.length) {
    refuse('asked-people', 'Name the people whose genotypes are asked for, each once.')
  }
  for (const id of ids) {
    personOf(family, id)
    if (family.dropout?.[id]) {
      refuse(
        'dropout-of-asked',
        `"${id}" is asked for, and has a drop-out of their own: leave one of them out.`,
      )
    }
  }
}

function checkCount(lists: unknown[][], most: number, locus: string): void {
  const count = lists.reduce((product, list) => product * list.length, 1)
  if (count > most) tooMany(locus)
}

function tooMany(locus: string): never {
  return refuse(
    'too-many-genotypes',
    `There are too many combinations of genotypes at ${locus} to weigh them all: ask for fewer people, or simulate.`,
  )
}

/** Without theta, pedigrees side by side are independent: each with the people asked for in it. */
function independentParts(family: FamilyAtLocus, ids: string[]): { family: FamilyAtLocus; ids: string[] }[] {
  if (family.theta) return [{ family, ids }]
  return family.pedigrees.flatMap((pedigree) => {
    const members = new Set(pedigree.map(({ id }) => id))
    const inside = ids.filter((id) => members.has(id))
    if (inside.length === 0) return []
    const known = Object.entries(family.genotypes).filter(([id]) => members.has(id))
    return [
      { family: { ...family, pedigrees: [pedigree], genotypes: Object.fromEntries(known) }, ids: inside },
    ]
  })
}

function jointProbabilities(
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
    if (place >= mostWeighed) tooMany(family.locus.name)
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
  const known = Object.entries(genotypes).flatMap(([id, profile]) => {
    const observed = Object.hasOwn(profile, locus.name) ? profile[locus.name]! : null
    return observed && !asked.has(id) ? [{ id, observed }] : []
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

function knownAt(genotypes: Genotypes, id: string, locus: string): (string | null)[] {
  const profile = Object.hasOwn(genotypes, id) ? genotypes[id]! : {}
  return Object.hasOwn(profile, locus) ? profile[locus]! : []
}
