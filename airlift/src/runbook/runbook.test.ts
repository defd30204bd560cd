import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyChange,
  diffSchedules,
  findOverbooked,
  replan,
  type Schedule,
  schedule,
  type Task,
} from './index.ts'

const start = '2019-11-27T02:00:00Z'
const at = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString()
const task = (id: string, minutes: number, after: string[] = [], over: Partial<Task> = {}): Task => ({
  id,
  minutes,
  after,
  ...over,
})

/** A day with a night's stay: out 240, drive 60, stay 900, handover 180, back 60, home 240. */
const day: Task[] = [
  task('out', 240),
  task('drive', 60, ['out']),
  task('stay', 900, ['drive']),
  task('handover', 180, ['stay']),
  task('refuel', 90, ['out']),
  task('back', 60, ['handover']),
  task('home', 240, ['back', 'refuel']),
]

describe('a schedule', () => {
  it('adds up along the longest chain', () => {
    const { times, critical, finish, late } = schedule(day, start)
    expect(finish).toBe(at(240 + 60 + 900 + 180 + 60 + 240))
    expect(critical).toEqual(['out', 'drive', 'stay', 'handover', 'back', 'home'])
    // Refuelling may slip until the flight home: 60 + 900 + 180 + 60 after landing, less its own 90.
    expect(times[4]).toEqual({ id: 'refuel', start: at(240), end: at(330), slackMinutes: 1200 - 90 })
    expect(late).toEqual([])
  })

  it('waits for an opening hour and says by how much a deadline is missed', () => {
    const tasks = [
      task('gate', 30, [], { notBefore: '2019-11-27T09:00:00+06:00' }),
      task('slot', 45, ['gate'], { mustEndBy: at(120) }),
    ]
    // 09:00 at +06:00 is 03:00 UTC, an hour after the start: the slot ends at 60 + 30 + 45 = 135.
    expect(schedule(tasks, start)).toMatchObject({
      times: [{ start: at(60) }, { end: at(135), slackMinutes: -15 }],
      late: [{ id: 'slot', byMinutes: 15 }],
      critical: ['gate', 'slot'],
    })
  })

  it('of nothing ends when it starts', () => {
    expect(schedule([], start)).toEqual({ times: [], critical: [], late: [], finish: at(0) })
  })

  it('names a ring and an unknown predecessor', () => {
    const ring = schedule(
      [task('a', 1, ['c']), task('b', 1, ['a']), task('c', 1, ['b']), task('d', 1, ['c'])],
      start,
    )
    expect(ring.times).toEqual([])
    expect([...ring.cycle!].sort()).toEqual(['a', 'b', 'c'])
    expect(schedule([task('a', 1, ['z'])], start).unknown).toEqual([{ id: 'a', after: 'z' }])
  })

  it('refuses tasks listed twice, bad minutes and bad instants by name', () => {
    const refusal = (ids: string[]) => expect.objectContaining({ code: 'flawed-tasks', ids })
    expect(() => schedule([task('a', 1), task('a', 2)], start)).toThrow(refusal(['a']))
    expect(() => schedule([task('a', -1)], start)).toThrow(refusal(['a']))
    expect(() => schedule([task('a', 1, [], { notBefore: '2019-11-27' })], start)).toThrow(refusal(['a']))
    expect(() => schedule([task('a', 1)], 'today')).toThrow(refusal(['today']))
  })
})

/** Every chain of tasks that ends in the given one. */
function chainsTo(tasks: Task[], id: string): Task[][] {
  const own = tasks.find((one) => one.id === id)!
  return [[own], ...own.after.flatMap((other) => chainsTo(tasks, other).map((chain) => [...chain, own]))]
}

/** The slow twin: longest paths by enumeration of all chains. */
function slowly(tasks: Task[]): { start: number; slack: number }[] {
  const minutes = (chain: Task[]) => chain.reduce((total, one) => total + one.minutes, 0)
  const begin = (one: Task) => Math.max(0, one.notBefore === undefined ? 0 : toMinutes(one.notBefore))
  const startOf = (id: string) =>
    Math.max(...chainsTo(tasks, id).map((chain) => begin(chain[0]!) + minutes(chain.slice(0, -1))))
  const finish = Math.max(...tasks.map((one) => startOf(one.id) + one.minutes))
  const due = (one: Task) =>
    one.mustEndBy === undefined ? finish : Math.min(finish, toMinutes(one.mustEndBy))
  return tasks.map((one) => {
    const onward = tasks.flatMap((last) => chainsTo(tasks, last.id)).filter((chain) => chain[0] === one)
    const slack = Math.min(...onward.map((chain) => due(chain.at(-1)!) - startOf(one.id) - minutes(chain)))
    return { start: startOf(one.id), slack }
  })
}

function toMinutes(instant: string): number {
  return (Date.parse(instant) - Date.parse(start)) / 60_000
}

const networks: fc.Arbitrary<Task[]> = fc
  .array(
    fc.record({
      minutes: fc.nat({ max: 300 }),
      back: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
      notBefore: fc.option(fc.integer({ min: -100, max: 600 }), { nil: undefined }),
      mustEndBy: fc.option(fc.nat({ max: 900 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all
      .map(({ minutes, back, notBefore, mustEndBy }, index) => ({
        id: `t${index}`,
        minutes,
        after: back.filter((step) => step <= index).map((step) => `t${index - step}`),
        notBefore: notBefore === undefined ? undefined : at(notBefore),
        mustEndBy: mustEndBy === undefined ? undefined : at(mustEndBy),
      }))
      .reverse(),
  )

it('agrees with the longest path by enumeration', () => {
  fc.assert(
    fc.property(networks, (tasks) => {
      const fast = schedule(tasks, start).times.map((one) => ({
        start: toMinutes(one.start),
        slack: one.slackMinutes,
      }))
      expect(fast).toEqual(slowly(tasks))
    }),
  )
})

describe('a change', () => {
  it('of a 900-minute stay to 180 moves all after it by -720, and nothing else', () => {
    const { diff, tasks } = replan(day, { kind: 'minutes', id: 'stay', minutes: 180 }, start)
    expect(diff.moved.map((one) => [one.id, one.minutes])).toEqual([
      ['handover', -720],
      ['back', -720],
      ['home', -720],
    ])
    expect(diff.finish).toEqual({ before: at(1680), after: at(960) })
    expect(diff).toMatchObject({ added: [], removed: [] })
    expect(tasks.find((one) => one.id === 'stay')!.minutes).toBe(180)
    expect(day.find((one) => one.id === 'stay')!.minutes).toBe(900)
  })

  it('that removes a task joins what was around it', () => {
    const { diff } = replan(day, { kind: 'remove', id: 'stay' }, start)
    expect(diff.removed).toEqual(['stay'])
    expect(diff.moved.find((one) => one.id === 'handover')!.minutes).toBe(-900)
  })

  it('can be several, in order', () => {
    const { after, diff } = replan(
      day,
      [
        { kind: 'add', task: task('permit', 30, ['drive']) },
        { kind: 'after', id: 'stay', after: ['permit'] },
        { kind: 'not-before', id: 'home', instant: at(2000) },
        { kind: 'must-end-by', id: 'home', instant: at(2200) },
      ],
      start,
    )
    expect(diff.added).toEqual(['permit'])
    expect(after.late).toEqual([{ id: 'home', byMinutes: 40 }])
  })

  it('of a task that is not there is refused', () => {
    const refusal = expect.objectContaining({ code: 'unknown-task', ids: ['z'] })
    expect(() => applyChange(day, { kind: 'remove', id: 'z' })).toThrow(refusal)
  })

  it('and back again gives the same times, with every shift reversed', () => {
    fc.assert(
      fc.property(networks, fc.nat(), fc.nat({ max: 400 }), (tasks, pick, minutes) => {
        const { id } = tasks[pick % tasks.length]!
        const { before, after } = replan(tasks, { kind: 'minutes', id, minutes }, start)
        const [there, back]: [Schedule, Schedule][] = [
          [before, after],
          [after, before],
        ]
        const shifts = (pair: [Schedule, Schedule]) => diffSchedules(...pair).moved.map((one) => one.minutes)
        expect(shifts(there!)).toEqual(shifts(back!).map((shift) => -shift))
      }),
    )
  })
})

it('shows where one doctor is asked for by two tasks at once', () => {
  const needs = ['doctor']
  const tasks = [task('a', 30, [], { needs }), task('b', 60, [], { needs }), task('c', 10, ['b'], { needs })]
  expect(findOverbooked(tasks, schedule(tasks, start), [{ profession: 'doctor', count: 1 }])).toEqual([
    { profession: 'doctor', at: at(0), tasks: ['a', 'b'], available: 1 },
  ])
  expect(findOverbooked(tasks, schedule(tasks, start), [{ profession: 'doctor', count: 2 }])).toEqual([])
})
