import { describe, expect, test } from 'vitest'
import { family, shapes } from '../reference/shapes.ts'
import { alone, locusOf, weigh } from '../reference/weigh.ts'

/**
 * Closed forms with co-ancestry theta (t). Each is a quotient of draws from the sampling formula (Balding &
 * Nichols 1994): after n draws, m of them a, the next is a with (m t + (1 - t) p) / (1 + (n - 1) t).
 */
const p = { A: 0.1, B: 0.25, C: 0.3, D: 0.35 }
const loci = [locusOf(p)]
const thetas = [0, 0.01, 0.03, 0.2]

const close = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * expected)

const trio = [family('F m, M f, K m F M')]
const otherFather = [family('F m, M f, O m, K m O M')]

type Formula = (t: number) => number
const more = (m: number, q: number) => (t: number) => m * t + (1 - t) * q

describe('paternity trio: (1 + 3t) over draws (Evett & Weir 1998; Fung & Hu 2008)', () => {
  const rows: [mother: string, offspring: string, man: string, formula: Formula][] = [
    ['A/A', 'A/A', 'A/A', (t) => (1 + 3 * t) / more(4, p.A)(t)],
    ['A/A', 'A/A', 'A/B', (t) => (1 + 3 * t) / (2 * more(3, p.A)(t))],
    ['A/A', 'A/B', 'B/B', (t) => (1 + 3 * t) / more(2, p.B)(t)],
    ['A/A', 'A/B', 'A/B', (t) => (1 + 3 * t) / (2 * more(1, p.B)(t))],
    ['A/A', 'A/B', 'B/C', (t) => (1 + 3 * t) / (2 * more(1, p.B)(t))],
    ['A/B', 'A/A', 'A/A', (t) => (1 + 3 * t) / more(3, p.A)(t)],
    ['A/B', 'A/A', 'A/B', (t) => (1 + 3 * t) / (2 * more(2, p.A)(t))],
    ['A/B', 'A/A', 'A/C', (t) => (1 + 3 * t) / (2 * more(2, p.A)(t))],
    ['A/B', 'A/B', 'A/A', (t) => (1 + 3 * t) / more(4, p.A + p.B)(t)],
    ['A/B', 'A/B', 'A/B', (t) => (1 + 3 * t) / more(4, p.A + p.B)(t)],
    ['A/B', 'A/B', 'A/C', (t) => (1 + 3 * t) / (2 * more(3, p.A + p.B)(t))],
    ['A/C', 'A/B', 'B/B', (t) => (1 + 3 * t) / more(2, p.B)(t)],
    ['A/C', 'A/B', 'A/B', (t) => (1 + 3 * t) / (2 * more(1, p.B)(t))],
    ['A/C', 'A/B', 'B/C', (t) => (1 + 3 * t) / (2 * more(1, p.B)(t))],
    ['A/C', 'A/B', 'B/D', (t) => (1 + 3 * t) / (2 * more(1, p.B)(t))],
  ]
  test.each(rows)('mother %s, offspring %s, man %s', (M, K, F, formula) => {
    for (const theta of thetas) {
      close(weigh({ loci, typed: { M, K, F }, over: trio, under: otherFather, theta }), formula(theta))
    }
  })
})

/** One allele by descent, and both: what Y shows is drawn after the two alleles of X. */
const pairs: [x: string, y: string, parent: Formula, identity: Formula][] = [
  [
    'A/A',
    'A/A',
    (t) => (1 + 2 * t) / more(3, p.A)(t),
    (t) => ((1 + t) * (1 + 2 * t)) / (more(2, p.A)(t) * more(3, p.A)(t)),
  ],
  ['A/A', 'A/B', (t) => (1 + 2 * t) / (2 * more(2, p.A)(t)), () => 0],
  ['A/B', 'A/A', (t) => (1 + 2 * t) / (2 * more(2, p.A)(t)), () => 0],
  [
    'A/B',
    'A/B',
    (t) => ((1 + 2 * t) * more(2, p.A + p.B)(t)) / (4 * more(1, p.A)(t) * more(1, p.B)(t)),
    (t) => ((1 + t) * (1 + 2 * t)) / (2 * more(1, p.A)(t) * more(1, p.B)(t)),
  ],
  ['A/B', 'A/C', (t) => (1 + 2 * t) / (4 * more(1, p.A)(t)), () => 0],
  ['A/B', 'C/D', () => 0, () => 0],
]

describe.each<[keyof typeof shapes, [number, number, number]]>([
  ['parent and offspring', [0, 1, 0]],
  ['full siblings', [1 / 4, 1 / 2, 1 / 4]],
  ['half siblings, same father', [1 / 2, 1 / 2, 0]],
  ['uncle and niece', [1 / 2, 1 / 2, 0]],
  ['first cousins', [3 / 4, 1 / 4, 0]],
  ['double first cousins', [9 / 16, 6 / 16, 1 / 16]],
])('%s: k0 + k1 parent + k2 identity, each with theta (Buckleton et al. 2016)', (shape, k) => {
  const under = alone(shapes[shape].filter(({ id }) => id === 'X' || id === 'Y'))
  test.each(pairs)('%s and %s', (X, Y, parent, identity) => {
    for (const theta of thetas) {
      const expected = k[0] + k[1] * parent(theta) + k[2] * identity(theta)
      close(weigh({ loci, typed: { X, Y }, over: [shapes[shape]], under, theta }), expected)
    }
  })
})

describe('X, theta among all founder chromosomes', () => {
  const x = [locusOf(p, { chrom: 'X' })]

  test('father A and daughter A/A or A/B: her other allele is drawn after his, or both are', () => {
    const [over, under] = [[family('F m, M f, K f F M')], [family('F m'), family('O m, M f, K f O M')]]
    for (const theta of thetas) {
      const ratio = (K: string) => weigh({ loci: x, typed: { F: 'A', K }, over, under, theta })
      close(ratio('A/A'), (1 + theta) / more(2, p.A)(theta))
      close(ratio('A/B'), (1 + theta) / (2 * more(1, p.A)(theta)))
    }
  })

  test('mother A/B and son A: (1 + t) / 2(t + (1 - t) p)', () => {
    const [over, under] = [[family('F m, M f, K m F M')], [family('M f'), family('F m, O f, K m F O')]]
    for (const theta of thetas) {
      const ratio = weigh({ loci: x, typed: { M: 'A/B', K: 'A' }, over, under, theta })
      close(ratio, (1 + theta) / (2 * more(1, p.A)(theta)))
    }
  })
})

test('an inbred founder draws once with probability f: A/A has p (f + (1 - f)(t + (1 - t) p))', () => {
  const [f, theta] = [0.3, 0.05]
  const [person] = family('X m')
  const over = [[{ ...person!, founderInbreeding: f }]]
  const ratio = weigh({ loci, typed: { X: 'A/A' }, over, under: [[person!]], theta })
  close(ratio, (f + (1 - f) * more(1, p.A)(theta)) / more(1, p.A)(theta))
})
