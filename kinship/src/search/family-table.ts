import { checkFrequencies } from '../engine/ladder.ts'
import {
  checkTypedPeople,
  familyOf,
  type PreparedLocus,
  prepareLocus,
  profilesOf,
} from '../engine/problem.ts'
import { besideFamily, refuseTyped } from '../power/simulation-table.ts'
import { refuse } from '../refusal.ts'
import type { Genotypes, Locus, Person, Sex } from '../types.ts'
import { genotypePosteriorsWithCoancestry } from './coancestry-posterior.ts'
import { allelesOfLocus, type LocusAlleles } from './genotype-codes.ts'
import { genotypePosteriors, strangerOf } from './genotype-posterior.ts'

/**
 * Probabilities of a true genotype, by `pairIndex` (by allele where a male has one): of the missing person given
 * the typed relatives, and of somebody unrelated to them.
 */
export type Conditional = {
  related: Float64Array
  unrelated: Float64Array
  /** log10 of `related / unrelated`; -Infinity: excluded. 0 where both are 0. */
  log10Ratios: Float64Array
  /** 1 where the missing person may have the genotype without a mutation; `null`: the relatives need one already. */
  unmutated: Uint8Array | null
}

/**
 * One locus; `relatives`: how many of them are typed there; `two` when the missing person has two alleles there, `single`
 * when one (X in a male).
 */
export type LocusTable = {
  locus: LocusAlleles
  relatives: number
  two: Conditional | null
  single: Conditional | null
}

/** All that a search needs to know of a family. Plain data: it may be stored or sent to another process. */
export type FamilyTable = { id: string; missing: string; sex: Sex; loci: LocusTable[] }

/** A family that looks for somebody. */
export type FamilyInput = {
  id: string
  loci: Locus[]
  pedigrees: Person[][]
  missing: string
  genotypes: Genotypes
  theta?: number
  /** Of typed relatives: probability that an allele drops out. */
  dropout?: Record<string, number>
}

/**
 * The distribution of the missing person's genotype at every locus, given the typed relatives: after this, how
 * well a profile fits is a sum of table entries (`search`). Exact for any pedigree, mutation, theta, silent
 * alleles and drop-out of relatives. Frequencies are divided by their sum; loci are independent.
 *
 * At X a missing person of unknown sex is prepared as a man and as a woman.
 *
 * @example Father 1/1 typed, p(1) = 0.1: 1/1 has probability 0.1 if his, 0.01 if unrelated; the ratio is 10.
 * @throws KinshipRefusal `missing-is-typed`, `person-not-placed`, `evidence-impossible`, `theta-range`, `locus-twice`,
 *   and what the engine refuses
 */
export function prepareFamily({ loci, ...family }: FamilyInput): FamilyTable {
  return prepareFamilies(loci)(family)
}

/**
 * `prepareFamily` for many families with the same loci, whose mutation matrices are then made once.
 *
 * @example const prepare = prepareFamilies(loci); prepare(family) equals prepareFamily({ ...family, loci })
 */
export function prepareFamilies(loci: Locus[]): (family: Omit<FamilyInput, 'loci'>) => FamilyTable {
  if (new Set(loci.map(({ name }) => name)).size < loci.length)
    refuse('locus-twice', 'A locus is listed twice; it would be counted twice.')
  const prepared = loci.map((locus) => prepareLocus(normalised(locus)))
  const [atX, autosomal] = [true, false].map((isX) => prepared.filter((locus) => locus.isX === isX))
  return (family) => {
    const { id, pedigrees, missing, genotypes, theta = 0 } = family
    if (!(theta >= 0 && theta < 1)) refuse('theta-range', 'Theta must be from 0 to below 1.')
    refuseTyped({ pedigrees, loci, genotypes }, missing)
    const sex = sexOf(pedigrees, missing)
    const [either, asMan, asWoman] = [
      conditionals(family, sex, autosomal!),
      sex === 'female' ? null : conditionals(family, 'male', atX!),
      sex === 'male' ? null : conditionals(family, 'female', atX!),
    ]
    return {
      id,
      missing,
      sex,
      loci: loci.map((locus) => ({
        locus: allelesOfLocus(locus),
        relatives: Object.values(genotypes).filter((profile) => isTypedAt(profile, locus.name)).length,
        two: (locus.chrom === 'X' ? asWoman : either)?.get(locus.name) ?? null,
        single: asMan?.get(locus.name) ?? null,
      })),
    }
  }
}

function isTypedAt(profile: Genotypes[string], locus: string): boolean {
  return Object.hasOwn(profile, locus) && profile[locus]!.some((allele) => allele !== null)
}

function sexOf(pedigrees: Person[][], missing: string): Sex {
  const found = pedigrees.flat().find(({ id }) => id === missing)
  return (
    found?.sex ?? refuse('person-not-placed', `"${missing}" has no place in the pedigree: add them there.`)
  )
}

function normalised(locus: Locus): Locus {
  const sum = checkFrequencies(locus)
  return { ...locus, frequencies: locus.frequencies.map((p) => p / sum) }
}

/** By locus name, for a missing person of that sex. */
function conditionals(
  input: Omit<FamilyInput, 'loci'>,
  sex: Sex,
  loci: PreparedLocus[],
): Map<string, Conditional> {
  if (loci.length === 0) return new Map()
  const { missing, theta = 0 } = input
  const pedigrees = withSex(input.pedigrees, missing, sex)
  const related = posteriors(input, pedigrees, loci, theta)
  const unrelated =
    theta > 0
      ? posteriors(input, besideFamily(pedigrees, missing), loci, theta)
      : loci.map((locus) => strangerOf(locus, sex))
  const possible = loci.some(mutates) ? posteriors(input, pedigrees, loci.map(withoutMutation), 0) : related
  return new Map(
    loci.map(({ locus: { name } }, i) => {
      if (isImpossible(related[i]!)) refuseImpossible(missing, name)
      const unmutated = isImpossible(possible[i]!)
        ? null
        : Uint8Array.from(possible[i]!, (p) => (p > 0 ? 1 : 0))
      return [name, { ...withRatios(related[i]!, unrelated[i]!), unmutated }]
    }),
  )
}

function withRatios(related: Float64Array, unrelated: Float64Array) {
  const log10Ratios = related.map((above, index) => {
    const below = unrelated[index]!
    return above === below ? 0 : Math.log10(above / below)
  })
  return { related, unrelated, log10Ratios }
}

function withSex(pedigrees: Person[][], missing: string, sex: Sex): Person[][] {
  return pedigrees.map((pedigree) =>
    pedigree.map((person) => (person.id === missing ? { ...person, sex } : person)),
  )
}

function posteriors(
  { genotypes, dropout, missing }: Omit<FamilyInput, 'loci'>,
  pedigrees: Person[][],
  loci: PreparedLocus[],
  theta: number,
): Float64Array[] {
  const family = familyOf({ name: 'family', pedigrees })
  checkTypedPeople(genotypes, [family])
  const question = {
    family,
    profiles: profilesOf({ genotypes, ...(dropout && { dropout }) }),
    asked: missing,
  }
  return theta > 0
    ? genotypePosteriorsWithCoancestry(question, loci, theta)
    : genotypePosteriors(question, loci)
}

function mutates({ full: { transitions } }: PreparedLocus): boolean {
  return transitions.female !== null || transitions.male !== null
}

function withoutMutation(locus: PreparedLocus): PreparedLocus {
  return { ...locus, full: { ...locus.full, transitions: { female: null, male: null } } }
}

function isImpossible(table: Float64Array): boolean {
  return table.every((p) => p === 0)
}

function refuseImpossible(missing: string, locus: string): never {
  return refuse(
    'evidence-impossible',
    `What the relatives of "${missing}" show at ${locus} is impossible in this pedigree, so nothing follows from it: allow mutation or check the typing.`,
  )
}
