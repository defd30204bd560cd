import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stations } from './casefile/steps.ts'
import {
  childStations,
  countStations,
  isReadyToFly,
  marksOf,
  type Standing,
  standsAt,
  waitsAt,
} from './path.ts'

const steps = fc.array(
  fc.record({
    station: fc.constantFrom(...stations),
    state: fc.constantFrom('waiting' as const, 'done' as const, 'problem' as const),
    waitsFor: fc.option(fc.constantFrom('judge', 'profiles')),
  }) as fc.Arbitrary<Standing>,
)

test('a child of whom nothing is known stands at the first station', () => {
  expect(standsAt([])).toBe('tracing')
})

test('a later station done does not carry a child past an earlier one that is not', () => {
  expect(standsAt([{ station: 'clearance', state: 'done', waitsFor: null }])).toBe('tracing')
})

test('every child stands at exactly one station: the counts add up to all of them', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ steps })), (children) => {
      const beyond = children.filter((child) => standsAt(child.steps) === 'publication').length
      const standing = countStations(children).reduce((sum, station) => sum + station.here, 0)
      expect(standing + beyond).toBe(children.length)
    }),
  )
})

test('the line of marks names every station of a child once, in order', () => {
  fc.assert(
    fc.property(steps, (any) => {
      expect(marksOf(any).map((mark) => mark.station)).toEqual(childStations)
    }),
  )
})

test('a child with a seat is ready to fly and waits for nobody', () => {
  const before = (['tracing', 'evidence', 'clearance'] as const).map((station) => ({
    station,
    state: 'done' as const,
    waitsFor: null,
  }))
  const seated: Standing[] = [...before, { station: 'evacuation', state: 'waiting', waitsFor: 'handover' }]
  expect([isReadyToFly(seated), waitsAt(seated)]).toEqual([true, undefined])
  const seatless: Standing[] = [...before, { station: 'evacuation', state: 'waiting', waitsFor: 'seat' }]
  expect([isReadyToFly(seatless), waitsAt(seatless)?.waitsFor]).toEqual([false, 'seat'])
})
