import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { policyOf } from '../app/src/casefile/emergency/rules.ts'
import { codeOf, type EmergencyWorld, openEmergencyWorld, REASON, type Stranger } from './emergency-world.ts'

/** Who asks, working on nothing; and who decides, three who work on the whole house and one who does not. */
const openers = ['doctor', 'socialWorker', 'lead'] as const
type Opener = (typeof openers)[number]
const deciders = ['coordinator', 'protectionOfficer', 'houseLead', 'lead'] as const
type Decider = (typeof deciders)[number]

type Step =
  | { do: 'open'; who: Opener; longAgo: boolean }
  | { do: 'end'; who: Opener }
  | { do: 'agree' | 'review'; of: Opener; by: Decider }

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('open' as const),
    who: fc.constantFrom(...openers),
    longAgo: fc.boolean(),
  }),
  fc.record({ do: fc.constant('end' as const), who: fc.constantFrom(...openers) }),
  fc.record({
    do: fc.constantFrom('agree' as const, 'review' as const),
    of: fc.constantFrom(...openers),
    by: fc.constantFrom(...deciders),
  }),
)

/** What should be so, told without looking: one emergency of one person on one file. */
type Told = {
  id: string
  state: 'waiting' | 'standing' | 'over' | 'taken-back'
  agreedBy?: Decider
  reviewed?: boolean
}

let world: EmergencyWorld
let strangers: Record<Opener, Stranger>
beforeAll(async () => {
  world = await openEmergencyWorld()
})
afterAll(() => world.close())

const asker = (who: Opener | Decider) =>
  who === 'houseLead'
    ? world.as('lead')
    : who === 'coordinator' || who === 'protectionOfficer'
      ? world.as(who)
      : strangers[who].ask

/** Four hours are over by the database's clock when everything was done five hours ago. */
async function atTime<T>(longAgo: boolean, work: () => Promise<T>): Promise<T> {
  world.clock.ahead = longAgo ? -5 * 3_600_000 : 0
  try {
    return await work()
  } finally {
    world.clock.ahead = 0
  }
}

async function take(told: Map<Opener, Told>, child: string, step: Step): Promise<void> {
  if (step.do === 'open') {
    const own = told.get(step.who)
    const ask = () => asker(step.who)('emergency', 'openInEmergency', { file: child, reason: REASON })
    if (own?.state === 'waiting' || own?.state === 'standing') {
      expect(await codeOf(ask())).toBeDefined()
      return
    }
    const { second } = policyOf(step.who)!
    // Time does not go back behind what this person did before.
    const longAgo = step.longAgo && !second && !own
    const { emergency: id, state } = await atTime(longAgo, ask)
    expect(state).toBe(second ? 'waiting' : 'standing')
    told.set(step.who, { id, state: second ? 'waiting' : longAgo ? 'over' : 'standing' })
    return
  }
  const who = step.do === 'end' ? step.who : step.of
  const one = told.get(who)
  if (!one) return
  const emergency = one.id
  if (step.do === 'end') {
    const code = await codeOf(asker(who)('emergency', 'endEmergency', { emergency }))
    const may = one.state === 'waiting' || one.state === 'standing'
    expect(code).toBe(may ? undefined : 'emergency-over')
    if (may) one.state = one.state === 'waiting' ? 'taken-back' : 'over'
    return
  }
  // The lead from elsewhere works on nothing: whatever they see of the file, they see in an emergency.
  const isAssigned = step.by !== 'lead'
  if (step.do === 'agree') {
    const code = await codeOf(asker(step.by)('emergency', 'agreeToEmergency', { emergency }))
    expect(code === undefined).toBe(isAssigned && one.state === 'waiting')
    if (code === undefined) Object.assign(one, { state: 'standing', agreedBy: step.by })
    return
  }
  const input = { emergency, found: 'right' as const, note: 'As it was told' }
  const code = await codeOf(asker(step.by)('emergency', 'reviewEmergency', input))
  const mayReview =
    isAssigned &&
    step.by !== 'coordinator' &&
    one.state === 'over' &&
    !one.reviewed &&
    one.agreedBy !== step.by
  expect(code === undefined).toBe(mayReview)
  if (mayReview) one.reviewed = true
}

test('whatever is asked, agreed, ended and reviewed in whatever order: the file is seen while an emergency stands, and by nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 10 }), async (all) => {
      const child = await world.addPerson()
      // Each run has its own: nobody asks more than ten times a day.
      strangers = {
        doctor: await world.stranger('doctor'),
        socialWorker: await world.stranger('socialWorker'),
        lead: await world.stranger('lead'),
      }
      const told = new Map<Opener, Told>()
      for (const step of all) {
        await take(told, child, step)
        for (const who of openers) {
          const code = await codeOf(asker(who)('casefile', 'openFile', { file: child }))
          const sees = told.get(who)?.state === 'standing'
          expect(code, `${who} after ${JSON.stringify(step)}`).toBe(sees ? undefined : 'file-not-found')
        }
      }
      // Nothing of this file is left open for the next run.
      for (const who of openers) await take(told, child, { do: 'end', who })
    }),
    { numRuns: 60 },
  )
}, 300_000)
