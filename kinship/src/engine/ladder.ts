import { mutationMatrix, silentAllele } from '../mutation.ts'
import { refuse } from '../refusal.ts'
import type { Locus } from '../types.ts'

/** The alleles of one locus as the engine counts them: indices, frequencies, transitions. */
export type Ladder = {
  size: number
  frequencies: Float64Array
  /** Row-major transitions by the transmitting parent's sex; `null`: alleles never change. */
  transitions: { female: Float64Array | null; male: Float64Array | null }
  indexOf: Map<string, number>
  /** Index of the silent allele, or -1. */
  silent: number
}

/** How far published frequencies may be from summing to 1 before they are refused. */
const sumTolerance = 1e-3

/** The whole ladder of a locus, frequencies as published. */
export function fullLadder(locus: Locus): Ladder {
  checkFrequencies(locus)
  const frequencies = Float64Array.from(locus.frequencies)
  const matrixOf = (sex: 'female' | 'male') => {
    const model = locus.mutation?.[sex]
    if (!model) return null
    const rows = mutationMatrix(model, locus.alleles, [...frequencies])
    const isIdentity = rows.every((row, i) => row.every((cell, j) => cell === (i === j ? 1 : 0)))
    return isIdentity ? null : Float64Array.from(rows.flat())
  }
  return {
    size: locus.alleles.length,
    frequencies,
    transitions: { female: matrixOf('female'), male: matrixOf('male') },
    indexOf: new Map(locus.alleles.map((allele, index) => [allele, index])),
    silent: locus.alleles.indexOf(silentAllele),
  }
}

/** The sum of a locus's frequencies; refuses what is no distribution over distinct alleles. */
export function checkFrequencies({ name, alleles, frequencies }: Locus): number {
  if (alleles.length === 0 || alleles.length !== frequencies.length) {
    refuse('frequencies-incomplete', `Locus ${name} needs one frequency for each of its alleles.`)
  }
  if (new Set(alleles).size !== alleles.length) {
    refuse('allele-twice', `Locus ${name} names an allele twice; merge the two entries.`)
  }
  const sum = frequencies.reduce((total, p) => total + p, 0)
  if (frequencies.some((p) => !(p >= 0)) || !(Math.abs(sum - 1) <= sumTolerance)) {
    refuse(
      'frequencies-do-not-sum-to-one',
      `The frequencies of locus ${name} must be from 0 and sum to 1 (they sum to ${sum}): complete the table.`,
    )
  }
  return sum
}

/**
 * Makes the frequencies sum to 1. Published tables are rounded: alleles somebody shows keep their published
 * frequency and the remainder is what the unseen ones share; with none unseen, all are divided by their sum.
 */
export function balance(ladder: Ladder, seen: Set<number>): Ladder {
  const sumWhere = (isWanted: (index: number) => boolean) =>
    ladder.frequencies.reduce((sum, p, index) => (isWanted(index) ? sum + p : sum), 0)
  const shown = sumWhere((index) => seen.has(index))
  const unseen = sumWhere((index) => !seen.has(index))
  const scale = unseen > 0 && shown < 1 ? (1 - shown) / unseen : null
  const frequencies = ladder.frequencies.map((p, index) => {
    if (scale === null) return p / (shown + unseen)
    return seen.has(index) ? p : p * scale
  })
  return { ...ladder, frequencies }
}

/**
 * Merges the alleles nobody shows into one, when the transitions treat them alike, so the value stays the
 * same (strong lumpability, Kemeny & Snell 1976, theorem 6.3.2); otherwise the ladder is returned as it is.
 */
export function lumpUnseen(ladder: Ladder, seen: Set<number>): Ladder {
  const kept = Array.from({ length: ladder.size }, (_, i) => i).filter(
    (i) => seen.has(i) || i === ladder.silent,
  )
  const merged = Array.from({ length: ladder.size }, (_, i) => i).filter((i) => !kept.includes(i))
  if (merged.length < 2 || !areAlike(ladder, kept, merged)) return ladder
  const first = merged[0]!
  const classes = [...kept, first]
  const classOf = (index: number) => (kept.includes(index) ? kept.indexOf(index) : kept.length)
  const frequencies = new Float64Array(classes.length)
  for (let i = 0; i < ladder.size; i++) frequencies[classOf(i)]! += ladder.frequencies[i]!
  const lumpMatrix = (matrix: Float64Array | null) => {
    if (!matrix) return null
    const lumped = new Float64Array(classes.length ** 2)
    classes.forEach((representative, row) => {
      for (let j = 0; j < ladder.size; j++) {
        lumped[row * classes.length + classOf(j)]! += matrix[representative * ladder.size + j]!
      }
    })
    return lumped
  }
  return {
    size: classes.length,
    frequencies,
    transitions: { female: lumpMatrix(ladder.transitions.female), male: lumpMatrix(ladder.transitions.male) },
    indexOf: new Map([...ladder.indexOf].map(([allele, index]) => [allele, classOf(index)])),
    silent: ladder.silent < 0 ? -1 : classOf(ladder.silent),
  }
}

/** Whether all merged alleles go to every kept allele equally often; what is left then stays among them. */
function areAlike(ladder: Ladder, kept: number[], merged: number[]): boolean {
  return [ladder.transitions.female, ladder.transitions.male].every((matrix) => {
    if (!matrix) return true
    return kept.every((column) => {
      const expected = matrix[merged[0]! * ladder.size + column]!
      return merged.every(
        (row) => Math.abs(matrix[row * ladder.size + column]! - expected) <= 1e-15 * expected,
      )
    })
  })
}
