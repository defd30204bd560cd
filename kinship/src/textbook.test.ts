import { describe, expect, test } from 'vitest'
import { family, shapes } from '../reference/shapes.ts'
import { alone, locusOf, weigh } from '../reference/weigh.ts'
import type { Person } from './types.ts'

/**
 * Closed forms without mutation, drop-out or co-ancestry: Evett & Weir, Interpreting DNA Evidence (1998),
 * chapter 6; Egeland, Kling & Mostad, Relationship Inference with Familias and R (2016), chapter 2.
 */
const p = { A: 0.1, B: 0.25, C: 0.3, D: 0.35 }
const loci = [locusOf(p)]

const close = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * expected)

const trio = [family('F m, M f, K m F M')]
const otherFather = [family('F m, M f, O m, K m O M')]

describe('paternity trio: 1/p, 1/2p, 1/(p+q) or 1/2(p+q) (Evett & Weir 1998)', () => {
  test.each<[mother: string, offspring: string, man: string, ratio: number]>([
    ['A/A', 'A/A', 'A/A', 1 / p.A],
    ['A/A', 'A/A', 'A/B', 1 / (2 * p.A)],
    ['A/A', 'A/B', 'B/B', 1 / p.B],
    ['A/A', 'A/B', 'A/B', 1 / (2 * p.B)],
    ['A/A', 'A/B', 'B/C', 1 / (2 * p.B)],
    ['A/B', 'A/A', 'A/A', 1 / p.A],
    ['A/B', 'A/A', 'A/B', 1 / (2 * p.A)],
    ['A/B', 'A/A', 'A/C', 1 / (2 * p.A)],
    ['A/B', 'A/B', 'A/A', 1 / (p.A + p.B)],
    ['A/B', 'A/B', 'A/B', 1 / (p.A + p.B)],
    ['A/B', 'A/B', 'A/C', 1 / (2 * (p.A + p.B))],
    ['A/C', 'A/B', 'B/B', 1 / p.B],
    ['A/C', 'A/B', 'A/B', 1 / (2 * p.B)],
    ['A/C', 'A/B', 'B/C', 1 / (2 * p.B)],
    ['A/C', 'A/B', 'B/D', 1 / (2 * p.B)],
  ])('mother %s, offspring %s, man %s', (M, K, F, ratio) => {
    close(weigh({ loci, typed: { M, K, F }, over: trio, under: otherFather }), ratio)
  })

  test('a man who shares nothing: 0', () => {
    const typed = { M: 'A/A', K: 'A/B', F: 'C/D' }
    expect(weigh({ loci, typed, over: trio, under: otherFather })).toBe(0)
  })
})

/** Two genotypes, the ratio when one allele is identical by descent, and when both are. */
const pairs: [x: string, y: string, parent: number, identity: number][] = [
  ['A/A', 'A/A', 1 / p.A, 1 / p.A ** 2],
  ['A/A', 'A/B', 1 / (2 * p.A), 0],
  ['A/B', 'A/A', 1 / (2 * p.A), 0],
  ['A/B', 'A/B', (p.A + p.B) / (4 * p.A * p.B), 1 / (2 * p.A * p.B)],
  ['A/B', 'A/C', 1 / (4 * p.A), 0],
  ['A/A', 'B/B', 0, 0],
  ['A/A', 'B/C', 0, 0],
  ['A/B', 'C/D', 0, 0],
]

/** The probabilities that two relatives share 0, 1 and 2 alleles by descent (Cotterman 1940; Thompson 1975). */
const shared: [keyof typeof shapes, [number, number, number]][] = [
  ['parent and offspring', [0, 1, 0]],
  ['full siblings', [1 / 4, 1 / 2, 1 / 4]],
  ['half siblings, same father', [1 / 2, 1 / 2, 0]],
  ['half siblings, same mother', [1 / 2, 1 / 2, 0]],
  ['grandparent and grandchild', [1 / 2, 1 / 2, 0]],
  ['uncle and niece', [1 / 2, 1 / 2, 0]],
  ['first cousins', [3 / 4, 1 / 4, 0]],
  ['double first cousins', [9 / 16, 6 / 16, 1 / 16]],
  ['three quarter siblings', [3 / 8, 4 / 8, 1 / 8]],
]

describe.each(shared)('%s: k0 + k1 parent + k2 identity', (shape, [k0, k1, k2]) => {
  const people: Person[] = shapes[shape]
  const under = alone(people.filter(({ id }) => id === 'X' || id === 'Y'))
  test.each(pairs)('%s and %s', (X, Y, parent, identity) => {
    close(weigh({ loci, typed: { X, Y }, over: [people], under }), k0 + k1 * parent + k2 * identity)
  })
})

/** Wright's coefficient of inbreeding (Wright 1922). */
const inbred: [keyof typeof shapes, number][] = [
  ['offspring of siblings', 1 / 4],
  ['offspring of father and daughter', 1 / 4],
  ['offspring of half siblings', 1 / 8],
  ['offspring of uncle and niece', 1 / 8],
  ['offspring of double first cousins', 1 / 8],
  ['offspring of grandfather and granddaughter', 1 / 8],
  ['offspring of cousins', 1 / 16],
]

test.each(inbred)('%s, F = %d: F/p + 1 - F homozygous, 1 - F heterozygous', (shape, f) => {
  const over: Person[][] = [shapes[shape]]
  const under = alone(family('X m'))
  close(weigh({ loci, typed: { X: 'A/A' }, over, under }), f / p.A + 1 - f)
  close(weigh({ loci, typed: { X: 'A/B' }, over, under }), 1 - f)
})

describe('incest: the father of K is the father of the mother (untyped), or unrelated', () => {
  const incest = [family('G m, W f, M f G W, K m G M')]
  const other = [family('G m, W f, M f G W, O m, K m O M')]
  // G passed on one of the mother's alleles to her; to K he passes that one again, or his other, half each.
  test.each<[M: string, K: string, ratio: number]>([
    ['A/A', 'A/A', 1 / 2 + 1 / (2 * p.A)],
    ['A/B', 'A/A', 1 / 2 + 1 / (4 * p.A)],
    ['A/B', 'A/B', 1 / 2 + 1 / (2 * (p.A + p.B))],
    ['A/B', 'A/C', 1 / 2],
    ['A/A', 'A/B', 1 / 2],
  ])('mother %s, offspring %s', (M, K, ratio) => {
    close(weigh({ loci, typed: { M, K }, over: incest, under: other }), ratio)
  })
})

describe('somebody of the trio is missing', () => {
  test('father dead, his parents typed: the chance that one of their alleles is passed on twice, over p', () => {
    const over = [family('G m, H f, F m G H, M f, K m F M')]
    const under = [family('G m, H f, F m G H'), family('O m, M f, K m O M')]
    const typed = { M: 'A/A', K: 'A/B' }
    const ratio = (G: string, H: string) => weigh({ loci, typed: { ...typed, G, H }, over, under })
    close(ratio('B/B', 'C/C'), 1 / (2 * p.B))
    close(ratio('B/C', 'C/D'), 1 / (4 * p.B))
    close(ratio('B/C', 'B/D'), 1 / (2 * p.B))
    expect(ratio('C/C', 'D/D')).toBe(0)
  })

  test('a brother in place of the father: half the paternity index and 1/2', () => {
    const over = [family('G m, H f, U m G H, F m G H, M f, K m F M')]
    const under = [family('U m'), family('O m, M f, K m O M')]
    const ratio = (U: string) => weigh({ loci, typed: { M: 'A/A', K: 'A/B', U }, over, under })
    close(ratio('B/B'), 1 / 2 + 1 / (2 * p.B))
    close(ratio('B/C'), 1 / 2 + 1 / (4 * p.B))
    close(ratio('C/D'), 1 / 2)
  })

  test('mother dead, her mother typed: (1 + pC) / (pA (1 + 2 pC))', () => {
    // K is A/C, his grandmother C/C, the man A/A: the mother passes on C with (1 + pC)/2 and A with pA/2.
    const over = [family('F m, G f, H m, M f H G, K m F M')]
    const under = [family('F m'), family('O m, G f, H m, M f H G, K m O M')]
    const ratio = weigh({ loci, typed: { F: 'A/A', G: 'C/C', K: 'A/C' }, over, under })
    close(ratio, (1 + p.C) / (p.A * (1 + 2 * p.C)))
  })
})
