import { mutationMatrix, silentAllele } from '../mutation.ts'
import { refuse } from '../refusal.ts'
import type { Locus } from '../types.ts'

/** The alleles of one locus as the engine counts them: frequencies and transitions by index. */
export type Ladder = {
  size: number
  frequencies: Float64Array
  /** Row-major transitions by the transmitting parent's sex; `null`: alleles never change. */
  transitions: { female: Float64Array | null; male: Float64Array | null }
  /** Index of the silent allele, or -1. */
  silent: number
}

/** The ladder of a locus as published, with the names of its alleles. */
export type FullLadder = Ladder & { indexOf: Map<string, number> }

/** The ladder a likelihood is computed on, and which of its alleles each published one became. */
export type WorkingLadder = Ladder & { classOf: number[] }

/** How far published frequencies may be from summing to 1 before they are refused. */
const sumTolerance = 1e-3

/** The whole ladder of a locus, frequencies as published. */
export function fullLadder(locus: Locus): FullLadder {
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
 * The ladder without what makes no difference: frequencies that sum to 1, and the alleles nobody shows merged
 * into one where the transitions treat them alike, so the value stays the same (strong lumpability, Kemeny &
 * Snell 1976, theorem 6.3.2).
 *
 * @param seen 1 for every allele somebody shows
 */
export function workingLadder(full: FullLadder, seen: Uint8Array): WorkingLadder {
  const [ofSeen, ofUnseen] = shares(full.frequencies, seen)
  const kept: number[] = []
  const merged: number[] = []
  for (let i = 0; i < full.size; i++) (seen[i] === 1 || i === full.silent ? kept : merged).push(i)
  if (merged.length < 2 || !areAlike(full, kept, merged)) {
    const frequencies = full.frequencies.map((p, i) => p * (seen[i] === 1 ? ofSeen : ofUnseen))
    return { ...full, frequencies, classOf: identity(full.size) }
  }
  const classOf: number[] = new Array(full.size).fill(kept.length)
  for (let i = 0; i < kept.length; i++) classOf[kept[i]!] = i
  const size = kept.length + 1
  const frequencies = new Float64Array(size)
  for (let i = 0; i < full.size; i++)
    frequencies[classOf[i]!]! += full.frequencies[i]! * (seen[i] === 1 ? ofSeen : ofUnseen)
  const { female, male } = full.transitions
  return {
    size,
    frequencies,
    transitions: {
      female: female && lumpMatrix(female, [...kept, merged[0]!], classOf),
      male: male && lumpMatrix(male, [...kept, merged[0]!], classOf),
    },
    silent: full.silent < 0 ? -1 : classOf[full.silent]!,
    classOf,
  }
}

/**
 * What the frequencies of seen and of unseen alleles are multiplied by, so that all sum to 1. Published tables
 * are rounded: alleles somebody shows keep their published frequency and the remainder is what the unseen ones
 * share; with none unseen, all are divided by their sum.
 */
function shares(published: Float64Array, seen: Uint8Array): [number, number] {
  let [shown, unseen] = [0, 0]
  for (let i = 0; i < published.length; i++) {
    if (seen[i] === 1) shown += published[i]!
    else unseen += published[i]!
  }
  return unseen > 0 && shown < 1 ? [1, (1 - shown) / unseen] : [1 / (shown + unseen), 1 / (shown + unseen)]
}

function lumpMatrix(matrix: Float64Array, representatives: number[], classOf: number[]): Float64Array {
  const size = representatives.length
  const lumped = new Float64Array(size * size)
  representatives.forEach((representative, row) => {
    for (let j = 0; j < classOf.length; j++)
      lumped[row * size + classOf[j]!]! += matrix[representative * classOf.length + j]!
  })
  return lumped
}

/** Whether all merged alleles go to every kept allele equally often; what is left then stays among them. */
function areAlike({ size, transitions }: Ladder, kept: number[], merged: number[]): boolean {
  return [transitions.female, transitions.male].every((matrix) => {
    if (!matrix) return true
    return kept.every((column) => {
      const expected = matrix[merged[0]! * size + column]!
      return merged.every((row) => Math.abs(matrix[row * size + column]! - expected) <= 1e-15 * expected)
    })
  })
}

const identities = Array.from({ length: 64 }, (_, size) => Array.from({ length: size }, (__, i) => i))

function identity(size: number): number[] {
  return identities[size] ?? Array.from({ length: size }, (_, i) => i)
}
