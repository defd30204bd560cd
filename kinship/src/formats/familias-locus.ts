import { silentAllele } from '../mutation.ts'
import type { Locus, MutationModel } from '../types.ts'
import type { Cursor } from './familias-cursor.ts'
import type { Problem } from './problem.ts'

/** Familias numbers its models: 0, 1 these; 2, 3 stepwise and its stabilised form; 4 extended stepwise. */
const modelNames = ['equal', 'proportional']

type Rates = { code: number; rate: number; range: number; rate2: number }

/** The next locus of a Familias database, with its drop-out probability. */
export function readFamiliasLocus(cursor: Cursor, problems: Problem[]): { locus: Locus; dropout: number } {
  const name = cursor.text('the name of a locus')
  const rate = readPair(cursor, 'a mutation rate')
  const code = { female: cursor.count('a mutation model', 4), male: cursor.count('a mutation model', 4) }
  cursor.count('the number of alleles')
  const range = readPair(cursor, 'a mutation range')
  const rate2 = readPair(cursor, 'a second mutation rate')
  const hasSilent = cursor.flag('whether a silent allele exists').isTrue
  const silentFrequency = cursor.number('the frequency of the silent allele')
  const info = cursor.text('the number of alleles')
  const count = Number.parseInt(info, 10)
  const alleles: string[] = []
  const frequencies: number[] = []
  for (let i = 0; i < count; i++) {
    alleles.push(cursor.text('an allele'))
    frequencies.push(cursor.number('a frequency'))
  }
  if (hasSilent) {
    alleles.push(silentAllele)
    frequencies.push(silentFrequency)
  }
  const model = (sex: 'female' | 'male') =>
    toModel({ code: code[sex], rate: rate[sex], range: range[sex], rate2: rate2[sex] }, alleles)
  const mutates =
    rate.female + rate.male + (code.female === 4 || code.male === 4 ? rate2.female + rate2.male : 0) > 0
  const mutation = mutates ? { female: model('female'), male: model('male') } : null
  const isUnread =
    mutation && [mutation.female, mutation.male].some((read) => read.model.startsWith('familias'))
  if (isUnread) {
    problems.push({
      code: 'mutation-model-not-read',
      locus: name,
      detail: `${name} uses a Familias mutation model without a counterpart here; choose another or set its rate to 0.`,
    })
  }
  const minimum = Number(/Minor allele frequency\s*=\s*([\d.eE-]+)/.exec(info)?.[1] ?? 0)
  if (minimum > 0) {
    problems.push({
      code: 'minimum-frequency-not-applied',
      locus: name,
      detail: `${name} names a minimum frequency of ${minimum}; the frequencies are used as written.`,
    })
  }
  const dropout = Number(/Dropout probability\s*=\s*([\d.eE-]+)/.exec(info)?.[1] ?? 0)
  return { locus: { name, chrom: 'autosomal', alleles, frequencies, mutation }, dropout }
}

function readPair(cursor: Cursor, what: string): { female: number; male: number } {
  return { female: cursor.number(what), male: cursor.number(what) }
}

/** The old stepwise model counts steps along the list of alleles: ours only on an unbroken whole ladder. */
function toModel({ code, rate, range, rate2 }: Rates, alleles: string[]): MutationModel {
  const repeats = alleles.filter((allele) => allele !== silentAllele).map(Number)
  const isUnbroken = repeats.every(
    (repeat, i) => Number.isInteger(repeat) && (i === 0 || repeat === repeats[i - 1]! + 1),
  )
  if (code === 3 || (code === 2 && !isUnbroken)) return { model: `familias-${code}`, rate, range }
  if (code === 2) return { model: 'stepwise', rate, rate2: 0, range }
  if (code === 4) return { model: 'stepwise', rate, rate2, range }
  return { model: modelNames[code]!, rate }
}
