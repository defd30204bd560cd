import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFile, EventType } from '../../casefile/event.ts'
import { accepted, closed, type Decision, requested } from '../model.ts'
import { added, identified, notesRead, passedOn, spoke } from '../requester/model.ts'
import { owned, ownerOf, paceOf, paceSet, putOff, USUAL_PACE, type Work } from './model.ts'
import { inUrgency, median, stageTimes, timed, worksOf } from './rules.ts'

const DAY = 86_400_000
const start = Date.parse('2026-05-01T08:00:00Z')
const on = (day: number): string => new Date(start + day * DAY).toISOString()

/** A request's file from [day, event type, detail], in the order of the log. */
function fileOf(...facts: [day: number, of: EventType<never>, detail?: object, by?: string][]): CaseFile {
  const events = facts.map(([day, of, detail = {}, by = 'c'], seq) => ({
    ...{ seq, id: `e${seq}`, about: ['r'], type: of.type, detail, by, device: '' },
    ...{ occurredAt: on(day), recordedAt: on(day) },
  }))
  return { id: 'r', kind: 'relative', operation: 'o', version: events.length, events }
}
const type = (of: EventType<unknown> | { type: string }) => of as EventType<never>
const asked: [number, EventType<never>, object] = [
  0,
  type(requested),
  { requester: { contact: 'x' }, sought: [{ name: 'Айша' }] },
]
const takenUp: [number, EventType<never>] = [1, type(accepted)]
const known: [number, EventType<never>, object] = [2, type(identified), { how: 'passport' }]
const confirmed = (day: number): Decision => ({
  ...{ child: 'c', relative: 'r', sought: 0, choice: 'confirmed', by: null, at: on(day) },
})
const waitsFor = (file: CaseFile, decisions: Decision[] = [], pairs: string[] = []) =>
  worksOf(file, { decisions, pairs, proposals: [] }).map(({ work, since }) => [work, since])

test.each<[string, CaseFile, Decision[], [Work, string][]]>([
  ['read since it came', fileOf(asked), [], [['read', on(0)]]],
  ['make sure who asks since it was taken up', fileOf(asked, takenUp), [], [['identify', on(1)]]],
  [
    '“not yet” does not make sure',
    fileOf(asked, takenUp, [3, type(identified), { how: 'not-yet' }]),
    [],
    [['identify', on(1)]],
  ],
  ['nothing while nobody is found', fileOf(asked, takenUp, known), [], []],
  ['speak since the child was confirmed', fileOf(asked, takenUp, known), [confirmed(5)], [['speak', on(5)]]],
  [
    'DNA since the conversation',
    fileOf(asked, takenUp, known, [6, type(spoke)]),
    [confirmed(5)],
    [['dna', on(6)]],
  ],
  [
    'nothing once it was passed on',
    fileOf(asked, takenUp, known, [6, type(spoke)], [7, type(passedOn)]),
    [confirmed(5)],
    [],
  ],
  [
    'speak again when another child is confirmed later',
    fileOf(asked, takenUp, known, [6, type(spoke)], [7, type(passedOn)]),
    [confirmed(5), { ...confirmed(9), sought: 1 }],
    [['speak', on(9)]],
  ],
  ['a closed request waits for nothing', fileOf(asked, takenUp, [3, type(closed)]), [], []],
  [
    'a note on a closed request is still read',
    fileOf(asked, takenUp, [3, type(closed)], [4, type(added), { note: 'x' }]),
    [],
    [['note', on(4)]],
  ],
  ['a read note waits no more', fileOf(asked, [1, type(added)], [2, type(notesRead)]), [], [['read', on(0)]]],
])('%s', (_what, file, decisions, expected) => {
  expect(waitsFor(file, decisions)).toEqual(expected)
})

test('pairs wait since the first of them could be seen', () => {
  expect(waitsFor(fileOf(asked, takenUp, known), [], [on(8), on(4)])).toEqual([['decide', on(4)]])
})

test('late is later than the days of the stage, and not while it is put off', () => {
  const late = (file: CaseFile, day: number) => {
    const [waiting] = worksOf(file, { decisions: [], pairs: [], proposals: [] })
    return timed(waiting!, file, USUAL_PACE, new Date(on(day)))
  }
  expect(late(fileOf(asked), USUAL_PACE.read).isLate).toBe(false)
  expect(late(fileOf(asked), USUAL_PACE.read + 1)).toMatchObject({ isLate: true, waitingDays: 3 })
  const off = fileOf(asked, [1, type(putOff), { work: 'read', until: '2026-05-10', reason: 'x' }])
  expect(late(off, 5)).toMatchObject({ isLate: false, putOffUntil: '2026-05-10' })
  expect(late(off, 9)).toMatchObject({ isLate: true, putOffUntil: null })
})

test('what began to wait after it was put off is not put off', () => {
  const off: [number, EventType<never>, object] = [2, type(putOff), { work: 'note', until: '2026-06-10' }]
  const file = fileOf([0, type(added)], off, [3, type(notesRead)], [4, type(added)], [4, type(closed)])
  const [waiting] = worksOf(file, { decisions: [], pairs: [], proposals: [] })
  expect(timed(waiting!, file, USUAL_PACE, new Date(on(5))).putOffUntil).toBeNull()
})

test('the last owner has it; nobody after it was given back', () => {
  expect(ownerOf(fileOf(asked))).toBeNull()
  expect(ownerOf(fileOf(asked, [1, type(owned), { owner: 'a' }], [2, type(owned), { owner: 'b' }]))).toBe('b')
  expect(
    ownerOf(fileOf(asked, [1, type(owned), { owner: 'a' }], [2, type(owned), { owner: null }])),
  ).toBeNull()
})

test('an operation keeps the days it has not set', () => {
  const file = fileOf([0, type(paceSet), { days: { read: 5 } }], [1, type(paceSet), { days: { dna: 30 } }])
  expect(paceOf(file)).toEqual({ ...USUAL_PACE, read: 5, dna: 30 })
})

test('the median is one of the days, at least half wait so long or longer and half no longer', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 400 }), { minLength: 1 }), (days) => {
      const middle = median(days)
      expect(days).toContain(middle)
      expect(2 * days.filter((day) => day >= middle).length).toBeGreaterThanOrEqual(days.length)
      expect(2 * days.filter((day) => day <= middle).length).toBeGreaterThanOrEqual(days.length)
    }),
  )
})

test('the queue starts with what is late, ends with what was put off, and has one order', () => {
  const item = fc.record({
    ...{ work: fc.constantFrom<Work>('read', 'dna'), relative: fc.uuid(), n: fc.constant(1) },
    since: fc.integer({ min: 0, max: 60 }).map(on),
    ...{ waitingDays: fc.nat({ max: 60 }), allowedDays: fc.integer({ min: 1, max: 30 }) },
    putOffUntil: fc.constantFrom(null, '2026-09-01'),
  })
  const items = fc
    .array(item, { maxLength: 20 })
    .map((all) =>
      all.map((one) => ({ ...one, isLate: !one.putOffUntil && one.waitingDays > one.allowedDays })),
    )
  fc.assert(
    fc.property(items, (all) => {
      const sorted = all.toSorted(inUrgency)
      const rank = sorted.map((one) => (one.isLate ? 0 : one.putOffUntil ? 2 : 1))
      expect(rank).toEqual(rank.toSorted((a, b) => a - b))
      expect(all.toReversed().sort(inUrgency)).toEqual(sorted)
      expect(stageTimes(all).reduce((sum, one) => sum + one.n, 0)).toBe(all.length)
    }),
  )
})
