import { describe, expect, test } from 'vitest'
import { family } from '../reference/shapes.ts'
import { alone, locusOf, weigh } from '../reference/weigh.ts'
import type { Person } from './types.ts'

/**
 * Closed forms on the X chromosome: Pinto, Gusmão & Amorim, X-chromosome markers in kinship testing, Forensic
 * Sci Int Genet 5 (2011) 27-32. A man has one X, from his mother, and passes it on whole.
 */
const p = { A: 0.1, B: 0.25, C: 0.3, D: 0.35 }
const loci = [locusOf(p, { chrom: 'X' })]

const close = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * expected)

describe('trio with a daughter: 1/p or 1/(p+q), since a man passes on his only X', () => {
  const over = [family('F m, M f, K f F M')]
  const under = [family('F m, M f, O m, K f O M')]
  test.each<[M: string, K: string, F: string, ratio: number]>([
    ['A/A', 'A/A', 'A', 1 / p.A],
    ['A/A', 'A/B', 'B', 1 / p.B],
    ['A/B', 'A/A', 'A', 1 / p.A],
    ['A/B', 'A/B', 'A', 1 / (p.A + p.B)],
    ['A/C', 'A/B', 'B', 1 / p.B],
    ['A/A', 'A/B', 'C', 0],
  ])('mother %s, daughter %s, man %s', (M, K, F, ratio) => {
    close(weigh({ loci, typed: { M, K, F }, over, under }), ratio)
  })

  test('a son has nothing of his father: 1', () => {
    const son = (father: string) => [family(`F m, O m, M f, K m ${father} M`)]
    close(weigh({ loci, typed: { M: 'A/B', K: 'A', F: 'C' }, over: son('F'), under: son('O') }), 1)
  })
})

/** Two women: the ratio when one X allele is identical by descent, and when both are. */
const women: [x: string, y: string, parent: number, identity: number][] = [
  ['A/A', 'A/A', 1 / p.A, 1 / p.A ** 2],
  ['A/A', 'A/B', 1 / (2 * p.A), 0],
  ['A/B', 'A/B', (p.A + p.B) / (4 * p.A * p.B), 1 / (2 * p.A * p.B)],
  ['A/B', 'A/C', 1 / (4 * p.A), 0],
  ['A/B', 'C/D', 0, 0],
]

const womenPairs: [string, Person[], [number, number, number]][] = [
  ['mother and daughter', family('F m, X f, Y f F X'), [0, 1, 0]],
  ['full sisters', family('F m, M f, X f F M, Y f F M'), [0, 1 / 2, 1 / 2]],
  ['half sisters, same father', family('F m, M f, N f, X f F M, Y f F N'), [0, 1, 0]],
  ['half sisters, same mother', family('M f, F m, G m, X f F M, Y f G M'), [1 / 2, 1 / 2, 0]],
  ['paternal grandmother and granddaughter', family('G m, X f, F m G X, M f, Y f F M'), [0, 1, 0]],
  ['maternal grandmother and granddaughter', family('G m, X f, M f G X, F m, Y f F M'), [1 / 2, 1 / 2, 0]],
  ['paternal aunt and niece', family('G m, H f, X f G H, F m G H, M f, Y f F M'), [1 / 2, 1 / 2, 0]],
  ['maternal aunt and niece', family('G m, H f, X f G H, M f G H, F m, Y f F M'), [1 / 4, 3 / 4, 0]],
]

describe.each(womenPairs)('%s: k0 + k1 parent + k2 identity', (_, people, [k0, k1, k2]) => {
  const under = alone(people.filter(({ id }) => id === 'X' || id === 'Y'))
  test.each(women)('%s and %s', (X, Y, parent, identity) => {
    close(weigh({ loci, typed: { X, Y }, over: [people], under }), k0 + k1 * parent + k2 * identity)
  })
})

/** A man's A beside the A of a man, of A/A, of A/B; beside B it is 0: shared or not is all there is. */
const menPairs: [string, Person[], number][] = [
  ['father and daughter', family('X m, M f, Y f X M'), 1],
  ['son and mother', family('F m, Y f, X m F Y'), 1],
  ['brothers', family('F m, M f, X m F M, Y m F M'), 1 / 2],
  ['brother and sister', family('F m, M f, X m F M, Y f F M'), 1 / 2],
  ['maternal grandfather and grandson', family('X m, H f, M f X H, F m, Y m F M'), 1 / 2],
  ['paternal grandfather and granddaughter', family('X m, H f, F m X H, M f, Y f F M'), 0],
  ['maternal uncle and nephew', family('G m, H f, X m G H, M f G H, F m, Y m F M'), 1 / 4],
]

test.each(menPairs)('%s share the X of X', (_, people, k1) => {
  const under = alone(people.filter(({ id }) => id === 'X' || id === 'Y'))
  const ratio = (Y: string) => weigh({ loci, typed: { X: 'A', Y }, over: [people], under })
  const isWoman = people.find(({ id }) => id === 'Y')!.sex === 'female'
  if (isWoman) {
    close(ratio('A/A'), 1 - k1 + k1 / p.A)
    close(ratio('A/B'), 1 - k1 + k1 / (2 * p.A))
    close(ratio('B/C'), 1 - k1)
  } else {
    close(ratio('A'), 1 - k1 + k1 / p.A)
    close(ratio('B'), 1 - k1)
  }
})

test('a daughter of a father and his daughter is inbred by half: (1 + p) / 2p homozygous, 1/2 heterozygous', () => {
  const over = [family('A m, M f, B f A M, X f A B')]
  const under = alone(family('X f'))
  close(weigh({ loci, typed: { X: 'A/A' }, over, under }), (1 + p.A) / (2 * p.A))
  close(weigh({ loci, typed: { X: 'A/B' }, over, under }), 1 / 2)
})
