/**
 * The flagship case (grandmother, aunt and uncle typed; their sister and a partner not): how many times as
 * fast the engine is as its slow twin, in one run on one machine, and the time for 23 loci with a stepwise model.
 *
 *   node kinship/bench/flagship.ts
 */
import { bruteForceLikelihood } from '../reference/brute-force.ts'
import {
  type KinshipCase,
  type Locus,
  likelihoods,
  lociFrom,
  type Person,
  quotedMutationRates,
} from '../src/index.ts'
import { getFrequencyTable } from '../src/tables.ts'

const person = (
  id: string,
  sex: 'male' | 'female',
  father: string | null = null,
  mother: string | null = null,
): Person => ({ id, father, mother, sex })
const family: Person[] = [
  person('GF', 'male'),
  person('GM', 'female'),
  person('A', 'female', 'GF', 'GM'),
  person('U', 'male', 'GF', 'GM'),
  person('M', 'female', 'GF', 'GM'),
  person('F', 'male'),
  person('K', 'male', 'F', 'M'),
]
const typed = ['GM', 'A', 'U', 'K']

const rate = 0.002
const small: Locus = {
  name: 'S',
  chrom: 'autosomal',
  alleles: ['10', '11', '12'],
  frequencies: [0.2, 0.3, 0.5],
  mutation: { female: { model: 'stepwise', rate }, male: { model: 'stepwise', rate } },
}
const smallCase = toCase([small])
const slow = time(() => bruteForceLikelihood(smallCase, small, [family]), 3)
const fast = time(() => likelihoods(smallCase), 200)

const table = getFrequencyTable('norstr-middle-asia')
const names = Object.keys(table.loci).slice(0, 23)
const mutation = {
  model: 'stepwise',
  rate: quotedMutationRates.elsewhere,
  ratePerLocus: quotedMutationRates.rates,
  rate2: 1e-6,
} as const
const loci = lociFrom(table, { names, mutation, minimumFrequency: 0.001 })
const full = time(() => likelihoods(toCase(loci)), 10)
console.log(`one locus, 3 alleles: twin/engine = ${(slow / fast).toFixed(0)}`)
console.log(`23 loci, stepwise: ${full.toFixed(1)} ms, ${(full / fast).toFixed(0)} times one small locus`)

/** Everybody typed alike, a likely genotype at each locus. */
function toCase(some: Locus[]): KinshipCase {
  const profile = Object.fromEntries(some.map((locus) => [locus.name, mostFrequent(locus)]))
  return {
    loci: some,
    genotypes: Object.fromEntries(typed.map((id) => [id, profile])),
    hypotheses: [{ name: 'related', pedigrees: [family] }],
  }
}

function mostFrequent({ alleles, frequencies }: Locus): string[] {
  const order = alleles.map((_, i) => i).sort((a, b) => frequencies[b]! - frequencies[a]!)
  return [alleles[order[0]!]!, alleles[order[1]!]!]
}

/** Milliseconds of one run: the median of several after one to warm up. */
function time(run: () => unknown, repeats: number): number {
  run()
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)]!
}
