import { expect, test } from 'vitest'
import { type ClaimState, decisionBy, type Side, type Verdict, type WeighingDone } from '../model/claims.ts'
import { findingOf, pointsTo, requireMaySign, standingWith } from './finding.ts'
import { type ClaimFacts, stepOf } from './steps.ts'

test.each<[number[], number[], Verdict]>([
  [[4], [2, 2], 'supported'],
  [[4.2, 3.9], [2, 2.2], 'inconclusive'], // another table does not carry it
  [[3.99], [2, 1.99], 'inconclusive'],
  [[-4.1], [-3, -1.1], 'contradicted'],
  [[-4.1], [-6.1, 2], 'inconclusive'], // one locus never excludes
  [[Number.NEGATIVE_INFINITY], [Number.NEGATIVE_INFINITY, 3], 'inconclusive'],
  [[Number.NEGATIVE_INFINITY], [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 3], 'contradicted'],
  [[0], [], 'inconclusive'],
])('totals %o, loci %o: %s', (totals, perLocus, finding) => {
  expect(findingOf(totals, perLocus)).toBe(finding)
})

test.each([
  [Math.log10(94.3), 'claim'],
  [-Math.log10(94.3), 'against'],
  [0, 'neither'],
  [Math.log10(1.04), 'neither'],
  [Number.NEGATIVE_INFINITY, 'impossible'],
] as const)('log10 LR %d points to %s', (log10, side) => {
  expect(pointsTo(log10)).toBe(side)
})

const given = (by: string, side: Side, verdict: Verdict = 'supported') => ({
  ...{ by, side, verdict, at: '' },
  claim: 'c',
  weighing: 'w',
  signature: by,
  stands: 'signed' as const,
})
const claimWith = (signatures: ReturnType<typeof given>[], finding: Verdict = 'supported'): ClaimState => ({
  ...{ claim: {} as ClaimState['claim'], at: '', by: null, signatures, decision: decisionBy(signatures) },
  weighing: { weighing: 'w', finding } as WeighingDone,
})
const asks = { by: 'law', side: 'care' as const, weighing: 'w', verdict: 'supported' as const }

test.each<[string, ClaimState, Partial<typeof asks & { verdict: Verdict; reason: string; side: Side }>]>([
  ['not-weighed', { ...claimWith([]), weighing: undefined }, {}],
  ['weighed-anew', claimWith([]), { weighing: 'older' }],
  ['signed-already', claimWith([given('law', 'care')]), {}],
  ['second-of-care', claimWith([given('other lawyer', 'care')]), {}],
  ['decided-already', claimWith([given('gen', 'science'), given('other', 'care')]), {}],
  ['signatures-disagree', claimWith([given('gen', 'science', 'inconclusive'), given('other', 'care')]), {}],
  ['against-the-dna', claimWith([], 'contradicted'), { reason: 'her papers' }],
  ['reason-needed', claimWith([], 'inconclusive'), {}],
])('%s', (code, state, over) => {
  expect(() => requireMaySign(state, { ...asks, ...over })).toThrow(code)
})

test('one signature of each side with one verdict decides; another verdict disagrees', () => {
  expect(standingWith([], 'supported')).toBe('signed')
  expect(standingWith([given('gen', 'science')], 'supported')).toBe('decided')
  expect(standingWith([given('gen', 'science')], 'inconclusive')).toBe('disagreed')
  expect(requireMaySign(claimWith([given('gen', 'science')]), asks).weighing).toBe('w')
})

const facts = (stage: ClaimFacts['stage'], ready = false): ClaimFacts => ({ stage, ready })
test.each<[ClaimFacts[], string, string | undefined]>([
  [[], 'waiting', 'claim'],
  [[facts('claimed')], 'waiting', 'profiles'],
  [[facts('claimed', true)], 'waiting', 'weighing'],
  [[facts('weighed')], 'waiting', 'first-signature'],
  [[facts('inconclusive')], 'waiting', 'more-relatives'],
  [[facts('signed')], 'waiting', 'second-signature'],
  [[facts('disagreed')], 'problem', 'disagreement'],
  [[facts('closed')], 'waiting', 'claim'],
  [[facts('closed'), facts('supported')], 'done', undefined],
  [[facts('supported'), facts('supported')], 'problem', 'competing-decisions'],
  [[facts('inconclusive'), facts('claimed', true)], 'waiting', 'weighing'],
])('%o stands at %s, for %s', (claims, state, waitsFor) => {
  expect(stepOf(claims)).toEqual({ state, ...(waitsFor && { waitsFor }) })
})
