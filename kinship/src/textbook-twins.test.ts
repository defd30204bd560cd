import { describe, expect, test } from 'vitest'
import { family } from '../reference/shapes.ts'
import { locusOf, weigh } from '../reference/weigh.ts'
import type { Person } from './types.ts'

/** Monozygotic twins against siblings, and what twins stand for (Evett & Weir 1998, chapter 4). */
const p = { A: 0.1, B: 0.25, C: 0.3, D: 0.35 }
const loci = [locusOf(p)]

const close = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * expected)

/** The second of two people is the monozygotic twin of the first. */
const twins = (people: Person[], second: string, first: string): Person[] =>
  people.map((person) => (person.id === second ? { ...person, twinOf: first } : person))

const siblings = family('F m, M f, X m F M, Y m F M')
const identical = twins(siblings, 'Y', 'X')

describe('twins or siblings', () => {
  const ratio = (typed: Record<string, string>) =>
    weigh({ loci, typed, over: [identical], under: [siblings] })

  test('both A/A: 4 / (1 + p)^2; both A/B: 4 / (1 + p + q + 2pq)', () => {
    close(ratio({ X: 'A/A', Y: 'A/A' }), 4 / (1 + p.A) ** 2)
    close(ratio({ X: 'A/B', Y: 'A/B' }), 4 / (1 + p.A + p.B + 2 * p.A * p.B))
  })

  test('parents typed: siblings agree with 1/4, 1/2 or 1, twins always', () => {
    close(ratio({ F: 'A/B', M: 'C/D', X: 'A/C', Y: 'A/C' }), 4)
    close(ratio({ F: 'A/A', M: 'C/D', X: 'A/C', Y: 'A/C' }), 2)
    close(ratio({ F: 'A/A', M: 'C/C', X: 'A/C', Y: 'A/C' }), 1)
  })

  test('twins who differ: 0', () => {
    expect(ratio({ X: 'A/A', Y: 'A/B' })).toBe(0)
  })

  test('co-ancestry: siblings share 0, 1 or 2 alleles, twins 2', () => {
    const theta = 0.03
    const [first, second] = [1, 1].map((_, i) => (2 + i) * theta + (1 - theta) * p.A)
    const again = [first! / (1 + theta), second! / (1 + 2 * theta)]
    const under = (again[0]! * again[1]!) / 4 + again[0]! / 2 + 1 / 4
    const found = weigh({
      loci,
      typed: { X: 'A/A', Y: 'A/A' },
      over: [identical],
      under: [siblings],
      theta,
    })
    close(found, 1 / under)
  })

  test('a lost allele: twins A/B and A/A, drop-out d in the second', () => {
    const d = 0.1
    const typed = { F: 'A/A', M: 'B/B', X: 'A/B', Y: 'A/A' }
    const under = [family('F m, M f, X m F M'), family('Y m')]
    const stranger = p.A ** 2 * (1 - d ** 2) + 2 * p.A * (1 - p.A) * d * (1 - d)
    close(weigh({ loci, typed, over: [identical], under, dropout: { Y: d } }), (d * (1 - d)) / stranger)
  })
})

test('the twin of the father stands for him: a duo with the twin typed is 1/2p', () => {
  const over = [twins(family('G m, H f, X m G H, Y m G H, M f, K m Y M'), 'Y', 'X')]
  const under = [family('X m'), family('K m')]
  close(weigh({ loci, typed: { X: 'A/B', K: 'A/A' }, over, under }), 1 / (2 * p.A))
})

test('offspring of twins are half siblings: 1/2 + 1/(8p) for A/B and A/C', () => {
  const over = [twins(family('X m, Y m, M f, N f, K m X M, L m Y N'), 'Y', 'X')]
  const under = [family('K m'), family('L m')]
  close(weigh({ loci, typed: { K: 'A/B', L: 'A/C' }, over, under }), 1 / 2 + 1 / (8 * p.A))
})
