import type { Ladder } from './ladder.ts'
import type { LocusData } from './leaves.ts'
import { type Structure, transmissions } from './network.ts'

/** Stands for no coding: the states are the alleles of the working ladder. */
export const wholeLadder = -1

/**
 * A coarser view of the alleles: `classOf` by allele, and of each class its first allele and its frequency.
 *
 * Of an untyped person's allele only those are told apart that somebody below shows: the others have the same
 * consequences. Exact without mutation, and under models in which an allele is reached equally often from all
 * others (equal, proportional), for then every partition is lumpable (Kemeny & Snell 1976, theorem 6.3.2).
 */
export type Code = { classOf: number[]; first: number[]; frequencies: number[] }

/** The code in which what these people show is told apart. */
export function codeFor({ ladder, evidence }: LocusData, seers: number[]): Code {
  const shown: boolean[] = new Array(ladder.size).fill(false)
  for (const person of seers) {
    shown[evidence[person]!.paternal[0]!] = true
    shown[evidence[person]!.maternal[0]!] = true
  }
  const code: Code = { classOf: [], first: [], frequencies: [] }
  const restOf = shown.indexOf(false)
  shown.forEach((isShown, allele) => {
    const isNew = isShown || allele === restOf
    const place = isNew ? code.first.push(allele) - 1 : code.classOf[restOf]!
    code.classOf.push(place)
    code.frequencies[place] = (code.frequencies[place] ?? 0) + ladder.frequencies[allele]!
  })
  return code
}

/** Whether every allele is reached equally often from all others, in both sexes. */
export function isCodable({ size, transitions }: Ladder): boolean {
  return [transitions.female, transitions.male].every((matrix) => {
    if (!matrix) return true
    for (let to = 0; to < size; to++) {
      const expected = matrix[(to === 0 ? 1 : 0) * size + to]
      for (let from = 0; from < size; from++) {
        const chance = matrix[from * size + to]!
        if (from !== to && Math.abs(chance - expected!) > 1e-15 * expected!) return false
      }
    }
    return true
  })
}

/**
 * For each person, the typed people whose genotypes an allele of theirs can reach through untyped people.
 *
 * @param relevant people who matter, by index
 */
export function seersOf({ people, typing, isX }: Structure, relevant: Set<number>): number[][] {
  const seers = people.map(() => new Set<number>())
  const index = new Map(people.map(({ id }, i) => [id, i]))
  for (let i = people.length - 1; i >= 0; i--) {
    if (!relevant.has(i)) continue
    const seen = typing[i] === 'untyped' ? seers[i]! : [i]
    for (const { parent } of transmissions(people[i]!, isX))
      for (const seer of seen) seers[index.get(parent)!]!.add(seer)
  }
  return seers.map((set) => [...set].sort((a, b) => a - b))
}
