import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LogEvent } from '../../casefile/event.ts'
import {
  joined,
  keptApart,
  keyOfPlace,
  linksOfEvents,
  parted,
  placesWith,
  searchesOf,
  spread,
} from './model.ts'

const ids = Array.from({ length: 5 }, (_, n) => `${n}`.repeat(8))
const types = { joined, keptApart, parted }

/** Events about two of five relatives with two places each, at times that may be equal. */
const log = fc
  .array(
    fc.record({
      pair: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }),
      first: fc.integer({ min: 0, max: 1 }),
      second: fc.integer({ min: 0, max: 1 }),
      type: fc.constantFrom(...(Object.keys(types) as (keyof typeof types)[])),
      minute: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 25 },
  )
  .map((facts) =>
    facts.map(
      ({ pair, first, second, type, minute }, n): LogEvent => ({
        ...{ seq: n, id: `e${String(n).padStart(3, '0')}`, about: pair, type: types[type].type },
        ...{ occurredAt: `2026-05-15T08:0${minute}:00Z`, recordedAt: '', by: null, device: '' },
        detail: { first, second },
      }),
    ),
  )
const groupsOf = (events: LogEvent[]) => {
  const searches = searchesOf(linksOfEvents(events))
  const groups = Map.groupBy(searches.keys(), (key) => searches.get(key)!)
  return [...groups.values()].map((group) => [...group].sort().join()).sort()
}

test('any joins and undoings give a partition: each place in one search, each search of two or more, named by its smallest', () => {
  fc.assert(
    fc.property(log, (events) => {
      const searches = searchesOf(linksOfEvents(events))
      const members = Map.groupBy(searches.keys(), (key) => searches.get(key)!)
      for (const [name, group] of members) {
        expect(group.length).toBeGreaterThan(1)
        expect(group.toSorted()[0]).toBe(name)
      }
      expect([...members.values()].flat().length).toBe(searches.size)
    }),
  )
})

test('the order in which two logs are merged makes no difference', () => {
  const orders = log.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  )
  fc.assert(
    fc.property(orders, ([events, shuffled]) => {
      expect(groupsOf(shuffled)).toEqual(groupsOf(events))
      expect(new Set(linksOfEvents(shuffled))).toEqual(new Set(linksOfEvents(events)))
    }),
  )
})

test('two places are in one search exactly when a chain of standing joins leads from one to the other', () => {
  fc.assert(
    fc.property(log, (events) => {
      const links = linksOfEvents(events)
      const searches = searchesOf(links)
      const standing = links.filter((link) => link.state === 'joined')
      const reach = (from: string, seen = new Set([from])): Set<string> => {
        for (const { a, b } of standing)
          for (const [x, y] of [
            [keyOfPlace(a), keyOfPlace(b)],
            [keyOfPlace(b), keyOfPlace(a)],
          ] as const)
            if (seen.has(x) && !seen.has(y)) return reach(from, new Set([...seen, y]))
        return seen
      }
      const keys = [...new Set(links.flatMap(({ a, b }) => [keyOfPlace(a), keyOfPlace(b)]))]
      for (const key of keys) {
        const same = keys.filter(
          (other) => other === key || (searches.has(key) && searches.get(key) === searches.get(other)),
        )
        expect(new Set(same)).toEqual(reach(key))
      }
    }),
  )
})

test('joining and taking it back leaves what was there before', () => {
  fc.assert(
    fc.property(
      log,
      fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }),
      (events, about) => {
        const later = (type: string, minute: number): LogEvent => ({
          ...{ seq: 0, id: `z${minute}`, about, type, detail: { first: 7, second: 8 } },
          ...{ occurredAt: `2026-05-16T08:0${minute}:00Z`, recordedAt: '', by: null, device: '' },
        })
        expect(groupsOf([...events, later(joined.type, 1), later(parted.type, 2)])).toEqual(groupsOf(events))
      },
    ),
  )
})

test('a decision on one place stands for every place of its search, and the one that was made comes first', () => {
  const place = (relative: string, sought = 0) => ({ relative, sought })
  const link = (a: string, b: string) => ({ a: place(a), b: place(b), state: 'joined' as const })
  const searches = searchesOf([link('a', 'b'), link('b', 'c')])
  const decisions = spread(
    [
      { ...place('b'), child: 'x' },
      { ...place('d', 1), child: 'y' },
    ],
    searches,
  )
  expect(decisions.map((one) => `${one.relative} ${one.child}`)).toEqual(['b x', 'a x', 'c x', 'd y'])
  expect(placesWith(searches, place('d', 1))).toEqual([place('d', 1)])
})
