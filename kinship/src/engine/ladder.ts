import { mutationMatrix, silentAllele } from '../mutation.ts'
import { refuse } from '../refusal.ts'
import type { Locus } from '../types.ts'

/** The alleles of one locus as the engine counts them: frequencies and transitions by index. */
export type Ladder = {
  size: number
  frequencies: number[]
  /** Row-major transitions by the transmitting parent's sex; `null`: alleles never change. */
  transitions: { female: Float64Array | null; male: Float64Array | null }
  /** Index of the silent allele, or -1. */
  silent: number
}

/** The ladder of a locus as published, with the names of its alleles. */
export type FullLadder = Ladder & { indexOf: Map<string, number> }

/** The ladder a likelihood is computed on, and which of its alleles each published one became. */
export type WorkingLadder = Ladder & { classOf: number[] }

/** How far published frequencies may be from summing to 1 before they are refused; 0.999 itself is within. */
const sumTolerance = 1e-3 + 1e-12

/** The whole ladder of a locus, frequencies as published. */
export function fullLadder(locus: Locus): FullLadder {
  checkFrequencies(locus)
  const frequencies = [...locus.frequencies]
  const matrixOf = (sex: 'female' | 'male') => {
    const model = locus.mutation?.[sex]
    if (!model) return null
    const rows = mutationMatrix(model, locus.alleles, frequencies)
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
 * @param seen by allele: whether somebody shows it
 */
export function workingLadder(full: FullLadder, seen: boolean[]): WorkingLadder {
  const [ofSeen, ofUnseen] = shares(full.frequencies, seen)
  const { female, male } = full.transitions
  if (!mayMerge(full, seen)) {
    const frequencies = full.frequencies.map((p, i) => p * (seen[i] ? ofSeen : ofUnseen))
    return { ...full, frequencies, classOf: identity(full.size) }
  }
  const representatives: number[] = []
  const frequencies: number[] = []
  const classOf: number[] = []
  let rest = 0
  for (let i = 0; i < full.size; i++) {
    const isKept = seen[i]! || i === full.silent
    const share = full.frequencies[i]! * (seen[i] ? ofSeen : ofUnseen)
    classOf.push(isKept ? representatives.length : -1)
    if (isKept) {
      representatives.push(i)
      frequencies.push(share)
    } else rest += share
  }
  frequencies.push(rest)
  const last = representatives.length
  for (let i = 0; i < full.size; i++) if (classOf[i] === -1) classOf[i] = last
  representatives.push(classOf.indexOf(last))
  return {
    size: representatives.length,
    frequencies,
    transitions: {
      female: female && lumpMatrix(female, representatives, classOf),
      male: male && lumpMatrix(male, representatives, classOf),
    },
    silent: full.silent < 0 ? -1 : classOf[full.silent]!,
    classOf,
  }
}

/** Whether two alleles or more are shown by nobody and treated alike by the transitions. */
function mayMerge(full: FullLadder, seen: boolean[]): boolean {
  const { transitions, silent } = full
  let unseen = 0
  for (let i = 0; i < full.size; i++) if (!seen[i] && i !== silent) unseen++
  if (unseen < 2) return false
  if (!transitions.female && !transitions.male) return true
  const alleles = seen.map((_, i) => i)
  const isKept = (i: number) => seen[i]! || i === silent
  return areAlike(
    full,
    alleles.filter(isKept),
    alleles.filter((i) => !isKept(i)),
  )
}

/**
 * What the frequencies of seen and of unseen alleles are multiplied by, so that all sum to 1. Published tables
 * are rounded: alleles somebody shows keep their published frequency and the remainder is what the unseen ones
 * share; with none unseen, all are divided by their sum.
 */
function shares(published: number[], seen: boolean[]): [number, number] {
  let [shown, unseen] = [0, 0]
  for (let i = 0; i < published.length; i++) {
    if (seen[i]) shown += published[i]!
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
