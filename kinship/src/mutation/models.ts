import { refuse } from '../refusal.ts'
import type { MutationModel } from '../types.ts'

/** The alleles a model moves between, silent ones left out. Shares need not sum to 1. */
export type VisibleAlleles = { alleles: string[]; frequencies: number[] }

type Builder = (model: MutationModel, visible: VisibleAlleles) => number[][]

const builders: Record<string, Builder> = {
  none: (_, { alleles }) => identity(alleles.length),
  trivial: (_, { alleles }) => identity(alleles.length),
  equal,
  proportional,
  stepwise,
  onestep: oneStep,
  dawid,
}

/**
 * The matrix of a model that has a definition: Egeland et al. 2000 and Simonsson & Mostad 2016 for `equal`,
 * `proportional`, `stepwise`, `onestep`; Dawid, Mortera & Pascali 2002 for `dawid`.
 *
 * @throws KinshipRefusal `mutation-model-unknown`, `mutation-rate`, `mutation-range`,
 *   `mutation-needs-repeat-numbers`, `mutation-needs-frequencies`
 */
export function modelMatrix(model: MutationModel, visible: VisibleAlleles): number[][] {
  if (!Object.hasOwn(builders, model.model)) {
    return refuse(
      'mutation-model-unknown',
      `The mutation model "${model.model}" has no built-in definition: give its matrix.`,
    )
  }
  return builders[model.model]!(model, visible)
}

export function identity(size: number): number[][] {
  return fill(size, () => 0)
}

function equal(model: MutationModel, { alleles }: VisibleAlleles): number[][] {
  const rate = probability(model.rate, 'rate')
  return fill(alleles.length, () => rate / (alleles.length - 1))
}

/** With a silent allele the rate stays the mean over all alleles, the silent one included, as in Familias. */
function proportional(model: MutationModel, visible: VisibleAlleles): number[][] {
  const rate = probability(model.rate, 'rate')
  const frequencies = checkedFrequencies(visible, 'proportional')
  const sum = frequencies.reduce((total, p) => total + p, 0)
  const shares = frequencies.map((p) => p / sum)
  const heterozygosity = shares.reduce((total, p) => total + p * (1 - p), 0)
  if (heterozygosity === 0) return identity(shares.length)
  const scale = rate / sum / heterozygosity
  return fill(shares.length, (_, column) => scale * shares[column]!)
}

function stepwise(model: MutationModel, { alleles }: VisibleAlleles): number[][] {
  const rate = probability(model.rate, 'rate')
  const rate2 = probability(model.rate2 ?? 0, 'rate2')
  const range = model.range ?? 0.1
  if (!(range > 0)) refuse('mutation-range', 'The range of a stepwise model must be above 0.')
  const repeats = alleles.map(repeatNumber)
  const weights = repeats.map((from, row) =>
    repeats.map((to, column) =>
      row !== column && from.part === to.part ? range ** Math.abs(from.whole - to.whole) : 0,
    ),
  )
  const rowSums = weights.map((row) => row.reduce((total, weight) => total + weight, 0))
  const others = repeats.map((from) => repeats.filter((to) => to.part !== from.part).length)
  return fill(alleles.length, (row, column) => {
    if (repeats[row]!.part !== repeats[column]!.part) return rate2 / others[row]!
    return (rate * weights[row]![column]!) / rowSums[row]!
  })
}

function oneStep(model: MutationModel, { alleles }: VisibleAlleles): number[][] {
  const rate = probability(model.rate, 'rate')
  const repeats = alleles.map(repeatNumber)
  const isNeighbour = (row: number, column: number) =>
    repeats[row]!.part === repeats[column]!.part &&
    Math.abs(repeats[row]!.whole - repeats[column]!.whole) === 1
  const neighbours = alleles.map((_, row) => alleles.filter((__, column) => isNeighbour(row, column)).length)
  return fill(alleles.length, (row, column) => (isNeighbour(row, column) ? rate / neighbours[row]! : 0))
}

/** Steps count places on the ladder, not repeats: a gap in the table is one step (as pedmut counts them). */
function dawid(model: MutationModel, visible: VisibleAlleles): number[][] {
  const rate = probability(model.rate, 'rate')
  const range = model.range ?? Number.NaN
  if (!(range > 0 && range < 1))
    refuse('mutation-range', 'The range of a dawid model must be between 0 and 1.')
  const frequencies = checkedFrequencies(visible, 'dawid')
  if (frequencies.some((p) => p === 0)) {
    refuse('mutation-needs-frequencies', 'A dawid model needs a frequency above 0 for every allele.')
  }
  const sum = frequencies.reduce((total, p) => total + p, 0)
  const places = ladderPlaces(visible.alleles)
  const weight = (row: number, column: number) => range ** Math.abs(places[row]! - places[column]!)
  const total = places.reduce(
    (all, _, row) =>
      all + places.reduce((row1, __, column) => row1 + (row === column ? 0 : weight(row, column)), 0),
    0,
  )
  return fill(
    places.length,
    (row, column) => ((rate / (frequencies[row]! / sum)) * weight(row, column)) / total,
  )
}

/** The place of each allele among the others by length; whole repeat numbers only. */
function ladderPlaces(alleles: string[]): number[] {
  const repeats = alleles.map(repeatNumber)
  const micro = repeats.findIndex(({ part }) => part !== '0')
  if (micro >= 0) {
    refuse(
      'mutation-needs-repeat-numbers',
      `Allele "${alleles[micro]}" is a microvariant, which a dawid model cannot place: choose another model.`,
    )
  }
  return repeats.map(({ whole }) => repeats.filter((other) => other.whole < whole).length)
}

/** "9.3" is nine whole repeats and a part of three bases. */
function repeatNumber(allele: string): { whole: number; part: string } {
  const match = /^(\d+)(?:\.(\d))?$/.exec(allele)
  if (!match) {
    return refuse(
      'mutation-needs-repeat-numbers',
      `Allele "${allele}" is no repeat number, so a stepwise model cannot place it: choose another model.`,
    )
  }
  return { whole: Number(match[1]), part: match[2] ?? '0' }
}

/** A probability, or a refusal naming the parameter. */
export function probability(value: number | undefined, name: string): number {
  if (value === undefined || !(value >= 0 && value <= 1)) {
    return refuse('mutation-rate', `The mutation ${name} must be a number from 0 to 1.`)
  }
  return value
}

function checkedFrequencies({ alleles, frequencies }: VisibleAlleles, model: string): number[] {
  const isComplete = frequencies.length === alleles.length && frequencies.every((p) => p >= 0)
  return isComplete
    ? frequencies
    : refuse('mutation-needs-frequencies', `A ${model} model needs one frequency for each allele.`)
}

/** Rows from their off-diagonal cells; what is left stays on the diagonal. */
function fill(size: number, offDiagonal: (row: number, column: number) => number): number[][] {
  return Array.from({ length: size }, (_, row) => {
    const cells = Array.from({ length: size }, (__, column) =>
      row === column ? 0 : offDiagonal(row, column),
    )
    cells[row] = 1 - cells.reduce((total, cell) => total + cell, 0)
    return cells
  })
}
