import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cabin, passenger, problem, staff } from '../testing/build.ts'
import { problems } from '../testing/random.ts'
import { compareCosts, costOf, countMissingRows, diffPlans, findFlaws, type Plan, plan } from './index.ts'

const asked = problem(
  cabin(4, 'ABC'),
  [
    passenger('p', 8, { party: 'x' }),
    passenger('q', 6, { party: 'x', languages: ['ar'] }),
    passenger('r', 5),
  ],
  [staff('s'), staff('t')],
)
const made: Plan = {
  assignments: [
    { id: 'p', aircraft: 'a', seat: '1A' },
    { id: 'q', aircraft: 'a', seat: '4C' },
    { id: 's', aircraft: 'a', seat: '1C' },
  ],
  escorts: [{ adult: 's', passengers: ['p', 'q'] }],
  waiting: [
    { id: 'r', because: [{ code: 'no-lap' }] },
    { id: 't', because: [{ code: 'not-needed' }] },
  ],
}

describe('cost', () => {
  it('counts by hand', () => {
    // Siblings: 3 rows and 2 places apart, 2 rows between. Escort: 2 places from p, 3 rows from q.
    expect(costOf(asked, made)).toEqual({
      waiting: 1,
      passedOver: [2],
      scattered: 2,
      speechless: 1,
      staffWaiting: 1,
      spread: 3 * 4 + 2 + 2 + 3 * 4,
    })
    expect(countMissingRows([7, 3, 4])).toBe(2)
  })

  it('puts passengers first, then the order of the list, then the rest', () => {
    const cost = costOf(asked, made)
    const worse = [
      { ...cost, waiting: 2, passedOver: [1, 2], scattered: 0 },
      { ...cost, passedOver: [0], scattered: 0 },
      { ...cost, scattered: 3, speechless: 0 },
      { ...cost, speechless: 2, staffWaiting: 0 },
      { ...cost, staffWaiting: 2, spread: 0 },
      { ...cost, spread: cost.spread + 1 },
    ]
    for (const one of worse) {
      expect(compareCosts(cost, one)).toBeLessThan(0)
      expect(compareCosts(one, cost)).toBeGreaterThan(0)
    }
    expect(compareCosts(cost, { ...cost })).toBe(0)
  })
})

describe('the difference of two plans', () => {
  it('says who came aboard, waits, moved, changed escort or is gone', () => {
    const later: Plan = {
      assignments: [
        { id: 'p', aircraft: 'a', seat: '2A' },
        { id: 'r', aircraft: 'a', lapOf: 't' },
        { id: 't', aircraft: 'a', seat: '2B' },
      ],
      escorts: [{ adult: 't', passengers: ['p', 'r'] }],
      waiting: [{ id: 'q', because: [{ code: 'not-ready', because: ['ill'] }] }],
    }
    expect(diffPlans(made, later)).toEqual({
      cameAboard: [
        { id: 'r', to: { aircraft: 'a', lapOf: 't' }, waited: [{ code: 'no-lap' }] },
        { id: 't', to: { aircraft: 'a', seat: '2B' }, waited: [{ code: 'not-needed' }] },
      ],
      nowWaits: [
        { id: 'q', from: { aircraft: 'a', seat: '4C' }, because: [{ code: 'not-ready', because: ['ill'] }] },
      ],
      moved: [{ id: 'p', from: { aircraft: 'a', seat: '1A' }, to: { aircraft: 'a', seat: '2A' } }],
      escortChanged: [{ id: 'p', from: 's', to: 't' }],
      reasonChanged: [],
      gone: ['s'],
    })
  })

  it('of a plan and itself is empty', () => {
    const size = { passengers: 6, staff: 3, rows: 3, columns: 'AB', aircraft: 1 }
    fc.assert(
      fc.property(problems(size), (given) => {
        const found = plan(given)
        expect(Object.values(diffPlans(found, structuredClone(found))).flat()).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('flaws of a problem', () => {
  it('are none in a sound one', () => {
    expect(findFlaws(asked)).toEqual([])
  })

  it('are each named', () => {
    const { policy, aircraft } = asked
    const flaw = (change: object) => findFlaws({ ...asked, ...change }).map(({ code, ids }) => [code, ...ids])
    expect(flaw({ staff: [staff('p')] })).toEqual([['id-twice', 'p']])
    const seats = [...cabin(1, 'A'), ...cabin(1, 'A')]
    expect(flaw({ aircraft: [{ ...aircraft[0], seats }] })).toEqual([['seat-twice', 'a', '1A']])
    expect(flaw({ passengers: [passenger('p', 1, { parent: 'z' })] })).toEqual([['unknown-parent', 'p']])
    expect(flaw({ passengers: [passenger('p', -1)] })).toEqual([['bad-number', 'p']])
    expect(flaw({ policy: { ...policy, ratios: [...policy.ratios].reverse() } })).toEqual([
      ['bad-number', 'ratios[1]', 'ratios[2]'],
    ])
    expect(flaw({ flightAt: '2019-11-27T09:00:00' })).toEqual([['bad-instant', '2019-11-27T09:00:00']])
  })
})
