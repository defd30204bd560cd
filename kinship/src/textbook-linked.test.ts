import { describe, expect, test } from 'vitest'
import { shapes } from '../reference/shapes.ts'
import { alone, locusOf, weigh } from '../reference/weigh.ts'
import { linkedLikelihoods } from './linked.ts'
import type { Linkage, Locus } from './types.ts'

/**
 * Two relatives who can share one allele by descent at each of two linked loci (Thompson 1988, Math Med Biol 5;
 * Buckleton & Triggs, Forensic Sci Int 160 (2006) 193-199). With P11 the chance to share at both, sharing at
 * one alone has 1/2 - P11 each way and none P11 again, so that
 * LR = P11 (L1 L2 + 1) + (1/2 - P11)(L1 + L2), with L the parent ratio of a locus.
 */
const p = { A: 0.1, B: 0.25, C: 0.3, D: 0.35 }
const locus = (name: string) => locusOf(p, { name })
const two = [locus('L1'), locus('L2')]

const close = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * expected)

/** The chance that two meioses of one parent agree at both loci, given that they agree at one. */
const agree = (rho: number) => rho ** 2 + (1 - rho) ** 2

const both: [keyof typeof shapes, (rho: number) => number][] = [
  ['grandparent and grandchild', (rho) => (1 - rho) / 2],
  ['half siblings, same father', (rho) => agree(rho) / 2],
  ['half siblings, same mother', (rho) => agree(rho) / 2],
  ['uncle and niece', (rho) => ((1 - rho) * agree(rho) + rho / 2) / 2],
]

/** Haldane's distance of a recombination rate below 1/2. */
const centimorgan = (rho: number) => -50 * Math.log(1 - 2 * rho)

function onMap(loci: Locus[], rho: number[]): Linkage {
  let cM = 0
  const places = loci.map(({ name }, index) => {
    if (index > 0) cM += centimorgan(rho[index - 1]!)
    return [name, { chromosome: '12', cM }] as const
  })
  return { map: 'haldane', positions: Object.fromEntries(places) }
}

/** X and Y at two loci, with the parent ratio of each. */
const pairs: [X: string, Y: string, L1: number, L2: number][] = [
  ['A/B A/B', 'A/C A/C', 1 / (4 * p.A), 1 / (4 * p.A)],
  ['A/A A/B', 'A/A C/D', 1 / p.A, 0],
  ['A/B B/B', 'A/B B/C', (p.A + p.B) / (4 * p.A * p.B), 1 / (2 * p.B)],
  ['A/B C/C', 'C/D D/D', 0, 0],
]

describe.each(both)('%s, two loci', (shape, sharedAtBoth) => {
  const under = alone(shapes[shape].filter(({ id }) => id === 'X' || id === 'Y'))
  const expected = (rho: number, L1: number, L2: number) => {
    const p11 = sharedAtBoth(rho)
    return p11 * (L1 * L2 + 1) + (1 / 2 - p11) * (L1 + L2)
  }

  test.each(pairs)('%s and %s at any recombination rate', (X, Y, L1, L2) => {
    const typed = [
      ['X', X],
      ['Y', Y],
    ].map(([id, line]) => {
      const [first, second] = line!.split(' ').map((genotype) => genotype.split('/'))
      return [id!, { L1: first!, L2: second! }] as const
    })
    const hypotheses = [
      { name: 'over', pedigrees: [shapes[shape]] },
      { name: 'under', pedigrees: under },
    ]
    const rho = [0, 0.01, 0.11, 0.3, 0.5]
    const { LR } = linkedLikelihoods({ loci: two, genotypes: Object.fromEntries(typed), hypotheses }, rho)
    rho.forEach((rate, index) => {
      close(LR[index]!, expected(rate, L1, L2))
    })
  })

  test.each(pairs)('%s and %s on a map', (X, Y, L1, L2) => {
    for (const rho of [0, 0.01, 0.11, 0.3]) {
      const linkage = onMap(two, [rho])
      close(
        weigh({ loci: two, typed: { X, Y }, over: [shapes[shape]], under, linkage }),
        expected(rho, L1, L2),
      )
    }
  })
})

test('full siblings, two loci: each parent agrees at both with R/2', () => {
  const R = agree(0.1)
  const stay = [R, 1 - R]
  // Shared or not by father and by mother, at either locus: a parent ratio of 1/2 for each single share.
  const ratioAt = (shared: number) => [1, 1 / (4 * p.A), 0][shared]!
  let expected = 0
  for (const code of Array.from({ length: 16 }, (_, i) => i)) {
    const [f1, m1, f2, m2] = [0, 1, 2, 3].map((bit) => (code >> bit) & 1)
    const chance = (1 / 4) * stay[f1 === f2 ? 0 : 1]! * stay[m1 === m2 ? 0 : 1]!
    expected += chance * ratioAt(f1! + m1!) * ratioAt(f2! + m2!)
  }
  const shape = shapes['full siblings']
  const under = alone(shape.filter(({ id }) => id === 'X' || id === 'Y'))
  const typed = { X: 'A/B A/B', Y: 'A/C A/C' }
  close(weigh({ loci: two, typed, over: [shape], under, linkage: onMap(two, [0.1]) }), expected)
})

describe('a chain of three loci: sharing along it is a Markov chain', () => {
  const three = [locus('L1'), locus('L2'), locus('L3')]
  const typed = { X: 'A/B A/A B/C', Y: 'A/C A/A B/D' }
  const ratios = [1 / (4 * p.A), 1 / p.A, 1 / (4 * p.B)]
  const rho = [0.05, 0.2]

  test.each<[keyof typeof shapes, (rate: number) => number]>([
    ['grandparent and grandchild', (rate) => 1 - rate],
    ['half siblings, same father', agree],
  ])('%s', (shape, stays) => {
    let expected = 0
    for (const code of Array.from({ length: 8 }, (_, i) => i)) {
      const shared = [0, 1, 2].map((bit) => (code >> bit) & 1)
      const steps = rho.map((rate, i) => (shared[i] === shared[i + 1] ? stays(rate) : 1 - stays(rate)))
      const values = shared.map((is, i) => (is === 1 ? ratios[i]! : 1))
      expected += [...steps, ...values].reduce((product, factor) => product * factor, 1 / 2)
    }
    const under = alone(shapes[shape].filter(({ id }) => id === 'X' || id === 'Y'))
    const question = { typed, over: [shapes[shape]], under, linkage: onMap(three, rho) }
    close(weigh({ ...question, loci: three }), expected)
  })
})

test('Kosambi: tanh(2d)/2, vWA and D12S391 at 11.9 cM', () => {
  const rho = Math.tanh(2 * 0.119) / 2
  const shape = shapes['half siblings, same father']
  const linkage: Linkage = {
    map: 'kosambi',
    positions: { L1: { chromosome: '12', cM: 6.2 }, L2: { chromosome: '12', cM: 18.1 } },
  }
  const under = alone(shape.filter(({ id }) => id === 'X' || id === 'Y'))
  const typed = { X: 'A/B A/B', Y: 'A/C A/C' }
  const p11 = agree(rho) / 2
  const L = 1 / (4 * p.A)
  close(weigh({ loci: two, typed, over: [shape], under, linkage }), p11 * (L * L + 1) + (1 - 2 * p11) * L)
})
