import { refuse } from '../refusal.ts'
import { genotypeDistribution } from './distribution.ts'
import type { TypedFamily } from './simulation-table.ts'

/** A genotype at a locus, as `15/16` (one allele at X in a male), and its probability given the typed people. */
export type Ranked = { locus: string; genotype: string; probability: number }

export type ProfileRanking = {
  /** The most probable genotype at each locus. */
  best: Ranked[]
  /** The most probable whole profiles, best first; `genotypes` in the order of the loci. */
  profiles: { genotypes: string[]; probability: number }[]
}

export type RankingOptions = {
  /** Whose profile is predicted. */
  person: string
  /** Profiles listed; 10 when absent. */
  top?: number
  /** Only the best few genotypes of each locus enter a profile; all when absent. */
  maxPerMarker?: number
}

const mostListed = 10_000

/**
 * The most probable profiles of somebody, given their typed relatives; loci independent.
 *
 * @throws KinshipRefusal for a list of no sensible length, and whatever `genotypeDistribution` refuses
 * @example The child of 1/1 and 2/2 at every locus: one profile, 1/2 everywhere, with probability 1.
 */
export function rankProfiles(family: TypedFamily, options: RankingOptions): ProfileRanking {
  const { person, top = 10, maxPerMarker = Number.POSITIVE_INFINITY } = options
  if (!(Number.isSafeInteger(top) && top >= 1 && top <= mostListed)) {
    refuse('list-length', `The number of profiles to list must be a whole number from 1 to ${mostListed}.`)
  }
  if (!(maxPerMarker >= 1)) refuse('list-length', 'At least one genotype per locus must be kept.')
  if (family.loci.length === 0) refuse('no-loci', 'There is no locus to predict a profile at.')
  const { loci, ...known } = family
  const ranked = loci.map((locus) => {
    const { genotypes, probabilities } = genotypeDistribution({ ...known, locus }, [person])
    return genotypes[0]!
      .map((genotype, index): Ranked => {
        return { locus: locus.name, genotype: genotype.join('/'), probability: probabilities[index]! }
      })
      .filter(({ probability }) => probability > 0)
      .sort((a, b) => b.probability - a.probability)
      .slice(0, maxPerMarker)
  })
  const profiles = bestCombinations(
    ranked.map((list) => list.map(({ probability }) => probability)),
    top,
  ).map(({ places, product }) => ({
    genotypes: places.map((place, index) => ranked[index]![place]!.genotype),
    probability: product,
  }))
  return { best: ranked.map((list) => list[0]!), profiles }
}

type Combination = { places: number[]; product: number }

/**
 * The largest products of one number from each descending list. Every combination but the first follows from a
 * larger one by one step down in one list, so the next best is always among the followers of those taken. Of
 * equal products the one that differs in the earlier lists comes first.
 */
function bestCombinations(lists: number[][], count: number): Combination[] {
  const productOf = (places: number[]) => places.reduce((product, place, i) => product * lists[i]![place]!, 1)
  const first = lists.map(() => 0)
  const waiting: Combination[] = [{ places: first, product: productOf(first) }]
  const seen = new Set([first.join()])
  const taken: Combination[] = []
  while (taken.length < count && waiting.length > 0) {
    const best = waiting.reduce((one, other) => (precedes(other, one) ? other : one))
    waiting.splice(waiting.indexOf(best), 1)
    taken.push(best)
    best.places.forEach((place, index) => {
      const places = best.places.with(index, place + 1)
      if (place + 1 >= lists[index]!.length || seen.has(places.join())) return
      seen.add(places.join())
      waiting.push({ places, product: productOf(places) })
    })
  }
  return taken
}

function precedes(one: Combination, other: Combination): boolean {
  if (one.product !== other.product) return one.product > other.product
  const last = one.places.findLastIndex((place, index) => place !== other.places[index])
  return last >= 0 && one.places[last]! < other.places[last]!
}
