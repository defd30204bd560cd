import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { courseNames } from '../app/src/casefile/training/model.ts'
import { lastDay, standingOf, toDay } from '../app/src/casefile/training/rules.ts'
import { words } from '../app/src/casefile/training/words.ts'
import { languages } from '../app/src/design/languages/language.ts'
import { translate } from '../app/src/design/languages/messages.ts'
import { codeOf, type EmergencyWorld, openEmergencyWorld, REASON, type Stranger } from './emergency-world.ts'

const DAY = 86_400_000
let world: EmergencyWorld
let child: string
const start = Date.now()
const dayAt = (days: number) => toDay(start + days * DAY)

beforeAll(async () => {
  world = await openEmergencyWorld()
  child = await world.addPerson()
})
afterAll(() => world.close())

test('a new house requires no course; from the day an administrator names, whoever lacks it is refused', async () => {
  const psychologist = world.as('psychologist')
  const note = () => psychologist('reintegration', 'notePsychology', { child, text: 'She slept' })
  expect(await codeOf(note())).toBeUndefined()
  const administrator = world.as('administrator')
  const course = 'childSafeguarding' as const
  await administrator('training', 'requireCourse', { course, from: dayAt(2) })
  expect(await codeOf(note())).toBeUndefined()
  await administrator('training', 'requireCourse', { course, from: dayAt(0) })
  await expect(note()).rejects.toMatchObject({
    no: { code: 'training-missing', sentence: expect.stringContaining('child safeguarding') },
  })
  // Reading goes on: nobody is shut out of what they noted.
  expect(await codeOf(psychologist('reintegration', 'listPsychology', { child }))).toBeUndefined()
  const account = world.accounts.psychologist
  const { until } = await administrator('training', 'recordTraining', { account, course, on: dayAt(0) })
  expect(until).toBe(lastDay(course, dayAt(0)))
  expect(await codeOf(note())).toBeUndefined()
  await administrator('training', 'withdrawTraining', { account, course, reason: 'Another person' })
  expect(await codeOf(note())).toBe('training-missing')
  await administrator('training', 'requireCourse', { course, from: null })
  expect(await codeOf(note())).toBeUndefined()
})

test('nobody records or withdraws their own, and only some record at all', async () => {
  const course = 'dataProtection' as const
  for (const profession of ['administrator', 'lead'] as const) {
    const account = world.accounts[profession]
    const record = world.as(profession)('training', 'recordTraining', { account, course, on: dayAt(0) })
    expect(await codeOf(record)).toBe('not-oneself')
    const withdraw = { account, course, reason: 'Not mine to say' }
    expect(await codeOf(world.as(profession)('training', 'withdrawTraining', withdraw))).toBe('not-oneself')
  }
  const other = { account: world.accounts.doctor, course, on: dayAt(0) }
  for (const profession of ['doctor', 'coordinator', 'protectionOfficer'] as const)
    expect(await codeOf(world.as(profession)('training', 'recordTraining', other))).toBe('not-allowed')
  expect(await codeOf(world.as('lead')('training', 'requireCourse', { course, from: null }))).toBe(
    'not-allowed',
  )
})

test('a course lies in the past, ends after it began, and lasts no longer than the house says', async () => {
  const lead = world.as('lead')
  const base = { account: world.accounts.doctor, course: 'dataProtection' as const }
  const fields = async (input: { on: string; until?: string }) =>
    lead('training', 'recordTraining', { ...base, ...input }).then(
      () => [],
      (problem) => problem.no.fields.map((one: { field: string; code: string }) => [one.field, one.code]),
    )
  expect(await fields({ on: dayAt(1) })).toEqual([['on', 'course-to-come']])
  expect(await fields({ on: dayAt(-3), until: dayAt(-4) })).toEqual([['until', 'until-before-since']])
  expect(await fields({ on: dayAt(-3), until: dayAt(400) })).toEqual([['until', 'course-too-long']])
  expect(await fields({ on: dayAt(-3), until: dayAt(20) })).toEqual([])
  const { courses } = await world.as('doctor')('training', 'myTraining', {})
  expect(courses).toContainEqual({ course: 'dataProtection', state: 'soon', until: dayAt(20) })
  const { people } = await world.as('protectionOfficer')('training', 'listTraining', {})
  expect(people.find(({ id }) => id === base.account)?.courses).toEqual(courses)
})

test('who lacks the course does not open in an emergency', async () => {
  const { ask, account } = await world.stranger('socialWorker')
  const administrator = world.as('administrator')
  const course = 'dataProtection' as const
  await administrator('training', 'requireCourse', { course, from: dayAt(0) })
  const open = () => ask('emergency', 'openInEmergency', { file: child, reason: REASON })
  expect(await codeOf(open())).toBe('training-missing')
  await administrator('training', 'recordTraining', { account, course, on: dayAt(0) })
  expect(await codeOf(open())).toBeUndefined()
  await administrator('training', 'requireCourse', { course, from: null })
})

type Step =
  | { do: 'record'; ago: number; days: number }
  | { do: 'withdraw' }
  | { do: 'pass'; days: number }
  | { do: 'require'; from: number | null }
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('record' as const),
    ago: fc.integer({ min: 0, max: 60 }),
    days: fc.integer({ min: 0, max: 300 }),
  }),
  fc.constant({ do: 'withdraw' as const }),
  fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 120 }) }),
  fc.record({
    do: fc.constant('require' as const),
    from: fc.option(fc.integer({ min: -10, max: 10 })),
  }),
)

async function takeAll(all: Step[], { account, ask }: Stranger): Promise<void> {
  const administrator = world.as('administrator')
  const course = 'childSafeguarding' as const
  const told = { held: [] as { on: string; until: string }[], from: dayAt(0) as string | null, today: 0 }
  await administrator('training', 'requireCourse', { course, from: dayAt(0) })
  for (const step of all) {
    if (step.do === 'record') {
      const one = { on: dayAt(told.today - step.ago), until: dayAt(told.today - step.ago + step.days) }
      await administrator('training', 'recordTraining', { account, course, ...one })
      told.held.push(one)
    }
    if (step.do === 'withdraw') {
      await administrator('training', 'withdrawTraining', { account, course, reason: 'Withdrawn' })
      told.held = []
    }
    if (step.do === 'pass') {
      told.today += step.days
      world.clock.ahead = told.today * DAY
    }
    if (step.do === 'require') {
      told.from = step.from === null ? null : dayAt(told.today + step.from)
      await administrator('training', 'requireCourse', { course, from: told.from })
    }
    const today = dayAt(told.today)
    const isTaught = told.held.some(({ on, until }) => on <= today && today <= until)
    const isRequired = told.from !== null && told.from <= today
    const code = await codeOf(ask('reintegration', 'notePsychology', { child, text: 'A note' }))
    expect(code, JSON.stringify(step)).toBe(isRequired && !isTaught ? 'training-missing' : undefined)
  }
}

test('whoever lacks a required course is refused, whatever was recorded, withdrawn or ran out before', async () => {
  const psychologist = await world.stranger('psychologist')
  await world.as('coordinator')('casefile', 'assign', {
    file: child,
    assignment: { actor: psychologist.account, scope: 'file' },
  })
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 8 }), async (all) => {
      world.clock.ahead = 0
      const clear = { account: psychologist.account, course: 'childSafeguarding' as const, reason: 'Anew' }
      await world.as('administrator')('training', 'withdrawTraining', clear)
      await takeAll(all, psychologist)
    }),
    { numRuns: 60 },
  )
  world.clock.ahead = 0
}, 300_000)

test('how somebody stands is said by the recording that lasts longest', () => {
  const held = [
    { course: 'dataProtection' as const, on: '2026-01-12', until: '2026-06-12' },
    { course: 'dataProtection' as const, on: '2025-11-27', until: '2026-11-27' },
  ]
  const at = (today: string) => standingOf(held, 'dataProtection', today).state
  expect(at('2025-11-26')).toBe('missing')
  expect(at('2026-10-27')).toBe('current')
  // 30 days before 27 November is 28 October.
  expect(at('2026-10-28')).toBe('soon')
  expect(at('2026-11-27')).toBe('soon')
  expect(at('2026-11-28')).toBe('ended')
  expect(lastDay('childSafeguarding', '2024-02-29')).toBe('2026-02-28')
})

test('who lacks a course is told which, in each language', () => {
  for (const language of languages) {
    const said = courseNames.map((course) =>
      translate(words, language, 'refusal.training-missing', { course }),
    )
    expect(new Set(said).size).toBe(courseNames.length)
  }
})
