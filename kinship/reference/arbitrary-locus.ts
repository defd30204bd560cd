import fc from 'fast-check'
import type { Locus, LocusMutation } from '../src/types.ts'

export type LocusOptions = {
  /** At most so many alleles. */
  alleles: number
  /** At least so many alleles; 2 when absent. */
  fewest?: number
  chrom?: 'autosomal' | 'X'
  /** The last allele is silent. */
  silent?: boolean
  mutation?: 'any' | 'none' | 'proportional' | 'matrix'
  name?: string
}

/** A locus with any frequencies (some alleles may have 0) and, unless asked otherwise, any mutation model or none, by sex. */
export function arbitraryLocus(options: LocusOptions): fc.Arbitrary<Locus> {
  const {
    alleles: count,
    fewest = 2,
    chrom = 'autosomal',
    silent = false,
    mutation = 'any',
    name = 'L',
  } = options
  const positive = fc.integer({ min: 1, max: 20 })
  const weights = fc
    .tuple(
      positive,
      positive,
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: fewest - 2, maxLength: count - 2 }),
    )
    .map(([first, second, others]) => [first, ...others, second])
  return fc.tuple(weights, mutations[mutation](count)).map(([parts, model]) => {
    const sum = parts.reduce((total, part) => total + part, 0)
    const alleles = parts.map((_, index) =>
      silent && index === parts.length - 1 ? 'silent' : `${10 + index}`,
    )
    return {
      name,
      chrom,
      alleles,
      frequencies: parts.map((part) => part / sum),
      mutation: model(visibleShares(alleles, parts)),
    }
  })
}

/** A proportional model has no rate above the heterozygosity of the alleles that mutate. */
type Shown = { size: number; heterozygosity: number }

type ModelFor = (shown: Shown) => LocusMutation | null

function visibleShares(alleles: string[], parts: number[]): Shown {
  const visible = parts.filter((_, index) => alleles[index] !== 'silent')
  const [shown, all] = [visible, parts].map((some) => some.reduce((total, part) => total + part, 0))
  const heterozygosity = visible.reduce((total, part) => total + (part / shown!) * (1 - part / shown!), 0)
  return { size: parts.length, heterozygosity: (heterozygosity * shown!) / all! }
}

const rate = fc.double({ min: 0.001, max: 0.2, noNaN: true })

function builtIn(...models: string[]): fc.Arbitrary<ModelFor> {
  return fc
    .record({ model: fc.constantFrom(...models), male: rate, female: rate })
    .map(({ model, male, female }) => ({ heterozygosity }: Shown) => {
      const most = model === 'proportional' ? heterozygosity : 1
      return {
        male: { model, rate: male * most, rate2: 0.001, range: 0.3 },
        female: { model, rate: female * most, rate2: 0.001, range: 0.3 },
      }
    })
}

/** Any matrix that mostly stays, one for each sex. */
function byMatrix(most: number): fc.Arbitrary<ModelFor> {
  const cells = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: most * most, maxLength: most * most })
  return fc.tuple(cells, cells).map(([male, female]) => ({ size }: Shown) => {
    const matrix = (values: number[]) =>
      Array.from({ length: size }, (_, row) => {
        const parts = Array.from(
          { length: size },
          (__, column) => values[row * most + column]! + (row === column ? 5 : 0),
        )
        const sum = parts.reduce((total, part) => total + part, 0)
        return parts.map((part) => part / sum)
      })
    return {
      male: { model: 'custom', matrix: matrix(male) },
      female: { model: 'custom', matrix: matrix(female) },
    }
  })
}

const none = fc.constant<ModelFor>(() => null)

const mutations: Record<NonNullable<LocusOptions['mutation']>, (most: number) => fc.Arbitrary<ModelFor>> = {
  any: (most) => fc.oneof(none, builtIn('equal', 'proportional', 'stepwise', 'onestep'), byMatrix(most)),
  none: () => none,
  proportional: () => builtIn('proportional'),
  matrix: byMatrix,
}
