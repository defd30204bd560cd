import { describe, expect, test } from 'vitest'
import { family } from '../reference/shapes.ts'
import { locusOf, weigh } from '../reference/weigh.ts'
import type { MutationModel } from './types.ts'

/**
 * Mutation, silent alleles and drop-out by hand: Dawid, Mortera & Pascali, Forensic Sci Int 124 (2001) 55-61;
 * Egeland, Kling & Mostad, Relationship Inference with Familias and R (2016), chapter 2.
 */
const close = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * expected)

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

const trio = [family('F m, M f, K m F M')]
const otherFather = [family('F m'), family('M f, O m, K m O M')]
const duo = [family('F m, M f, K m F M')]
const unrelated = [family('F m'), family('K m')]

describe('mutation', () => {
  const p = { 10: 0.1, 11: 0.3, 12: 0.4, 13: 0.2 }
  const none: MutationModel = { model: 'none' }
  const mutating = (male: MutationModel, female: MutationModel = none) => [
    locusOf(p, { mutation: { male, female } }),
  ]

  test('equal, trio: r/3 for one step and for two; the other father mutates too', () => {
    const rate = 0.006
    const typed = (man: string) => ({ M: '10/10', K: '10/13', F: man })
    // A stranger passes on 13 with (1 - r) p13 + r (1 - p13) / 3.
    const stranger = (1 - rate) * p[13] + (rate * (1 - p[13])) / 3
    const loci = mutating({ model: 'equal', rate })
    const ratio = (man: string) => weigh({ loci, typed: typed(man), over: trio, under: otherFather })
    close(ratio('12/12'), rate / 3 / stranger)
    close(ratio('11/11'), rate / 3 / stranger)
    close(ratio('12/13'), (1 - rate + rate / 3) / 2 / stranger)
  })

  test('proportional, trio: a p13 / p13, since the model is stationary', () => {
    const rate = 0.006
    const a = rate / sum(Object.values(p).map((q) => q * (1 - q)))
    const loci = mutating({ model: 'proportional', rate })
    const typed = { M: '10/10', K: '10/13', F: '12/12' }
    close(weigh({ loci, typed, over: trio, under: otherFather }), a)
  })

  test('stepwise, trio: each repeat more is `range` times as likely', () => {
    const [rate, range] = [0.003, 0.1]
    const loci = mutating({ model: 'stepwise', rate, range, rate2: 0 })
    const ratio = (F: string) =>
      weigh({ loci, typed: { M: '10/10', K: '10/13', F }, over: trio, under: otherFather })
    // From 12: one step to 11 or 13, two to 10. From 11: one step to 10 or 12, two to 13.
    const oneStep = range / (2 * range + range ** 2)
    const twoSteps = range ** 2 / (2 * range + range ** 2)
    close(ratio('12/12') / ratio('11/11'), oneStep / twoSteps)
    const threeSteps = range ** 3 / (range + range ** 2 + range ** 3)
    const stranger = (1 - rate) * p[13] + rate * (p[12] * oneStep + p[11] * twoSteps + p[10] * threeSteps)
    close(ratio('12/12'), (rate * oneStep) / stranger)
  })

  test('duo 12/12 and 13/13, only men mutate: m / p13', () => {
    const rate = 0.003
    const loci = mutating({ model: 'onestep', rate })
    const ratio = weigh({ loci, typed: { F: '12/12', K: '13/13' }, over: duo, under: unrelated })
    close(ratio, rate / 2 / p[13])
  })

  test('a mother mutates by her own rate: mother 12/12, offspring 13/13', () => {
    const [male, female] = [0.004, 0.001].map((rate): MutationModel => ({ model: 'equal', rate }))
    const loci = mutating(male!, female!)
    const over = [family('F m, M f, K m F M')]
    const under = [family('M f'), family('K m')]
    const ratio = weigh({ loci, typed: { M: '12/12', K: '13/13' }, over, under })
    const fatherGives13 = 0.996 * p[13] + (0.004 / 3) * (1 - p[13])
    close(ratio, ((0.001 / 3) * fatherGives13) / p[13] ** 2)
  })

  test('grandfather 12/12, grandson 13/13, proportional: (1 + the chance that two meioses draw afresh) / 2', () => {
    // Two meioses from the grandfather, each stays as it is with 1 - a or is drawn afresh with a.
    const rate = 0.01
    const a = rate / sum(Object.values(p).map((q) => q * (1 - q)))
    const model = { model: 'proportional', rate }
    const loci = mutating(model, model)
    const over = [family('G m, H f, F m G H, M f, K m F M')]
    const under = [family('G m'), family('K m')]
    const ratio = weigh({ loci, typed: { G: '12/12', K: '13/13' }, over, under })
    const redrawn = 1 - (1 - a) ** 2
    close(ratio, 1 / 2 + redrawn / 2)
  })
})

describe('silent alleles', () => {
  const [a, b, s] = [0.3, 0.25, 0.05]
  const loci = [locusOf({ a, b, c: 0.4, silent: s })]

  test('duo a and b, both seen once: s / ((a + 2s)(b + 2s))', () => {
    const ratio = weigh({ loci, typed: { F: 'a/a', K: 'b/b' }, over: duo, under: unrelated })
    close(ratio, s / ((a + 2 * s) * (b + 2 * s)))
  })

  test('duo a and a: (a^2 + 3as + s^2) / (a (a + 2s)^2)', () => {
    // He passes on a with a^2 + as, beside the mother's a or s; or s with as, beside her a. Over (a^2 + 2as)^2.
    const ratio = weigh({ loci, typed: { F: 'a/a', K: 'a/a' }, over: duo, under: unrelated })
    close(ratio, (a ** 2 + 3 * a * s + s ** 2) / (a * (a + 2 * s) ** 2))
  })

  test('trio, mother b/b seen, offspring a/a seen, man a/c: she is b/s and passes on s', () => {
    const ratio = weigh({ loci, typed: { M: 'b/b', K: 'a/a', F: 'a/c' }, over: trio, under: otherFather })
    close(ratio, 1 / (2 * a))
  })

  test('siblings who both show nothing: (1 + s)^2 / 4s^2, as any homozygotes', () => {
    const sister = [family('F m, M f, K m F M, T f F M')]
    const apart = [family('K m'), family('T f')]
    const ratio = weigh({
      loci,
      typed: { K: 'silent/silent', T: 'silent/silent' },
      over: sister,
      under: apart,
    })
    close(ratio, (1 + s) ** 2 / (4 * s ** 2))
  })
})

describe('drop-out d: a/a is seen from a/a with 1 - d^2, from a/b with d(1 - d)', () => {
  const p = { A: 0.2, B: 0.3, C: 0.5 }
  const loci = [locusOf(p)]
  const d = 0.1
  const seen = (q: number) => q ** 2 * (1 - d ** 2) + 2 * q * (1 - q) * d * (1 - d)

  test('duo A/A and B/B, drop-out in the offspring: d(1 - d) pB over what a stranger shows', () => {
    const typed = { F: 'A/A', K: 'B/B' }
    const ratio = weigh({ loci, typed, over: duo, under: unrelated, dropout: { K: d } })
    close(ratio, (d * (1 - d) * p.B) / seen(p.B))
  })

  test('duo A/A and A/A: (1 - d^2) pA + d(1 - d)(1 - pA)', () => {
    const ratio = weigh({
      loci,
      typed: { F: 'A/A', K: 'A/A' },
      over: duo,
      under: unrelated,
      dropout: { K: d },
    })
    close(ratio, ((1 - d ** 2) * p.A + d * (1 - d) * (1 - p.A)) / seen(p.A))
  })

  test('two who show A/A and may both have lost an allele, one of them the father', () => {
    const typed = { F: 'A/A', K: 'A/A' }
    const ratio = weigh({ loci, typed, over: duo, under: unrelated, dropout: { F: d, K: d } })
    const [homozygous, heterozygous] = [1 - d ** 2, d * (1 - d)]
    const given = (passesA: number) =>
      passesA * (p.A * homozygous + (1 - p.A) * heterozygous) + (1 - passesA) * p.A * heterozygous
    // From A/B (any B but A) he passes on A half the time; K is then A/x, or B/A with the mother's A.
    const joint = p.A ** 2 * homozygous * given(1) + 2 * p.A * (1 - p.A) * heterozygous * given(1 / 2)
    close(ratio, joint / seen(p.A) ** 2)
  })

  test('a heterozygote keeps both alleles, with factor 1', () => {
    const ratio = weigh({
      loci,
      typed: { F: 'A/B', K: 'A/C' },
      over: duo,
      under: unrelated,
      dropout: { F: d, K: d },
    })
    close(ratio, 1 / (4 * p.A))
  })
})
