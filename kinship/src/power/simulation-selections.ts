import { type Random, randomFrom } from '../random.ts'
import { refuse } from '../refusal.ts'
import type { Genotypes, Locus } from '../types.ts'
import { genotypeDistribution } from './distribution.ts'
import { mutates } from './distribution-classes.ts'
import { missingPersonExclusionPower } from './exclusion-missing.ts'
import { exactMoments, type Power, summarised } from './simulation.ts'
import { sampler } from './simulation-sampler.ts'
import { type RatioTable, ratioTable, refuseTyped, type TypedFamily } from './simulation-table.ts'

export type SelectionOptions = {
  missing: string
  /** Sets of relatives who could be typed; an empty set is the family as it is. */
  selections: string[][]
  /** Profiles simulated for each set; 4 when absent. */
  profiles?: number
  seed?: number
  /** Likelihood ratios whose chance to be reached is asked for, each by `runs` simulations. */
  thresholds?: number[]
  runs?: number
}

/** What one simulated outcome of typing a set of relatives would bring. */
export type SelectionOutcome = {
  /** The probability to exclude an unrelated person; `null` when the outcome is impossible without mutation. */
  exclusionPower: number | null
  /** The mean log10 LR of the missing person, summed over all genotypes, not simulated. */
  meanLog10LR: number
  reached: Power['reached']
}

const mostProfiles = 1000

/**
 * Which relatives to type next: for each set, profiles are drawn given who is typed already, and with each the
 * power to exclude a stranger and to recognise the missing person is computed (Vigeland and others 2020, FSI
 * Genetics 49:102376).
 *
 * @returns by selection, one outcome per simulated profile; a single one for the empty set
 * @throws KinshipRefusal `selection`, `profile-count`, and whatever `ratioTables` refuses
 * @example With nobody typed and nobody selected: exclusion power 0 and mean log10 LR 0.
 */
export function compareSelections(family: TypedFamily, options: SelectionOptions): SelectionOutcome[][] {
  const { missing, selections, profiles = 4, seed = 1 } = options
  if (!(Number.isSafeInteger(profiles) && profiles >= 1 && profiles <= mostProfiles)) {
    refuse('profile-count', `The number of profiles must be a whole number from 1 to ${mostProfiles}.`)
  }
  const random = randomFrom(seed)
  const memory: Memory = { draws: new Map(), tables: new Map() }
  return selections.map((ids) => {
    checkSelection(family, missing, ids)
    return Array.from({ length: ids.length === 0 ? 1 : profiles }, () => {
      const typed = ids.reduce((known, id) => withProfile(known, id, random, memory), family)
      return outcomeOf(typed, options, memory)
    })
  })
}

type Draw = (random: Random) => readonly string[]

/** What has been computed, by locus and by what is known there: few genotypes come up again and again. */
type Memory = { draws: Map<string, Draw>; tables: Map<string, RatioTable> }

function checkSelection(family: TypedFamily, missing: string, ids: string[]): void {
  for (const id of ids) {
    if (id === missing)
      refuse('selection', `"${id}" is the missing person and cannot be selected for typing.`)
    refuseTyped(family, id)
  }
  if (new Set(ids).size < ids.length) refuse('selection', 'A selection names somebody twice.')
}

/** The family with one more person typed: a profile drawn locus by locus given everybody else's. */
function withProfile(family: TypedFamily, id: string, random: Random, memory: Memory): TypedFamily {
  const { loci, ...known } = family
  const profile = loci.map((locus): [string, string[]] => {
    const draw = remembered(memory.draws, keyOf(id, locus, family.genotypes), (): Draw => {
      const { genotypes, probabilities } = genotypeDistribution({ ...known, locus }, [id])
      const next = sampler([...probabilities])
      return (random) => genotypes[0]![next(random)]!
    })
    return [locus.name, [...draw(random)]]
  })
  return { ...family, genotypes: { ...family.genotypes, [id]: Object.fromEntries(profile) } }
}

function outcomeOf(family: TypedFamily, options: SelectionOptions, memory: Memory): SelectionOutcome {
  const { missing, thresholds = [], runs = 1000, seed = 1 } = options
  const tables = family.loci.map((locus) =>
    remembered(memory.tables, keyOf(missing, locus, family.genotypes), () =>
      ratioTable(family, missing, locus),
    ),
  )
  const powers = family.loci.map((locus, index) => {
    if (!mutates(locus)) return excluded(tables[index]!)
    return missingPersonExclusionPower({ ...family, loci: [locus], missing }).total
  })
  const known = powers.filter((power) => power !== null)
  return {
    exclusionPower: known.length === 0 ? null : 1 - known.reduce((share, power) => share * (1 - power), 1),
    meanLog10LR: exactMoments(tables, 'missing').mean,
    reached: thresholds.length === 0 ? [] : summarised(tables, 'missing', { runs, seed, thresholds }).reached,
  }
}

/** The probability of a genotype that only somebody else can have. */
function excluded({ related, unrelated }: RatioTable): number {
  return unrelated.reduce((sum, probability, index) => (related[index] === 0 ? sum + probability : sum), 0)
}

function keyOf(id: string, { name }: Locus, genotypes: Genotypes): string {
  const known = Object.entries(genotypes).map(([person, profile]) => [person, profile[name]])
  return JSON.stringify([id, name, known])
}

function remembered<Value>(known: Map<string, Value>, key: string, compute: () => Value): Value {
  const value = known.get(key) ?? compute()
  known.set(key, value)
  return value
}
