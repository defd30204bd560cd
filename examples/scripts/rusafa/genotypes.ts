import { type Person, people } from './family.ts'
import { type Genotype, loci, type Profile, toGenotype } from './loci.ts'
import { below, type Random, shuffled } from './random.ts'
import type { Row } from './table.ts'

/** The one mutation: one repeat more than the mother has, so that mother and child share no allele there. */
export const mutation = { parent: 'f-mother', child: 'f3', locus: 'D18S51', step: 1 }

export type Transmission = { transmitted: string; received: string }
export type Genotyped = {
  profiles: Record<string, Profile>
  /** Whose genotypes the founders have: sample numbers of the NIST file. */
  founders: Record<string, string>
  mutated: Transmission
}

const toProfile = (row: Row): Profile =>
  Object.fromEntries(loci.map((locus) => [locus, toGenotype(row[`${locus}_1`]!, row[`${locus}_2`]!)]))

const oneOf = (random: Random, [first, second]: Genotype): string => (random() < 0.5 ? first : second)

/**
 * Founders get the genotypes of one donor each, nobody twice; descendants one allele of each parent at every
 * locus, independently (linked loci are treated as unlinked). `donors`: rows of the NIST genotype file.
 */
export function makeGenotypes(random: Random, donors: Row[]): Genotyped {
  const order = shuffled(random, donors)
  const profiles: Record<string, Profile> = {}
  const founders: Record<string, string> = {}
  let mutated: Transmission | undefined
  for (const person of people) {
    if (!person.mother) {
      const donor = order.pop()
      if (!donor) throw new Error('more founders than donors')
      founders[person.id] = donor.sample!
      profiles[person.id] = toProfile(donor)
      continue
    }
    profiles[person.id] = inherit(random, person, profiles)
    if (person.id === mutation.child) mutated = mutate(random, profiles)
  }
  if (!mutated) throw new Error(`${mutation.child} was not born`)
  return { profiles, founders, mutated }
}

function inherit(random: Random, person: Person, profiles: Record<string, Profile>): Profile {
  const [father, mother] = [profiles[person.father]!, profiles[person.mother]!]
  return Object.fromEntries(
    loci.map((locus) => [locus, toGenotype(oneOf(random, father[locus]!), oneOf(random, mother[locus]!))]),
  )
}

function mutate(random: Random, profiles: Record<string, Profile>): Transmission {
  const { parent, child, locus, step } = mutation
  const father = people.find((person) => person.id === child)!.father
  const maternal = profiles[parent]![locus]!
  const transmitted = maternal[below(random, 2)]!
  const received = String(Number(transmitted) + step)
  profiles[child]![locus] = toGenotype(oneOf(random, profiles[father]![locus]!), received)
  return { transmitted, received }
}
