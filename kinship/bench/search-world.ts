import type { Person } from '../src/index.ts'
import { type FamilyTable, type ProfileTable, prepareFamilies, prepareProfiles } from '../src/search/index.ts'
import { dropped, flagship, flagshipTyped, kit, stepwise } from './families.ts'

/** Families like the flagship, each looking for K, and profiles to look among. */
export type World = { families: FamilyTable[]; profiles: ProfileTable }

const missing = 'K'
const stranger: Person[] = [{ id: missing, father: null, mother: null, sex: 'male' }]

/** Every family's K is among the profiles, which come first; all others are strangers. Always the same. */
export function searchWorld(count: { families: number; profiles: number }): World {
  const loci = kit(stepwise)
  const drops = Array.from({ length: count.families }, (_, i) => dropped(flagship, flagshipTyped, loci, i))
  const prepare = prepareFamilies(loci)
  const families = drops.map(({ [missing]: _, ...genotypes }, i) =>
    prepare({ id: `f${i}`, pedigrees: [flagship], missing, genotypes }),
  )
  const profiles = Array.from({ length: count.profiles }, (_, i) => {
    const genotypes = drops[i] ?? dropped(stranger, [missing], loci, 1_000_000 + i)
    return { id: `p${i}`, sex: 'male' as const, genotypes: genotypes[missing]! }
  })
  return { families, profiles: prepareProfiles({ loci, profiles }) }
}
