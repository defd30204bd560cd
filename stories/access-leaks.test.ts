import { afterAll, beforeAll, expect, test } from 'vitest'
import { access, type Class, type Profession, professions } from '../app/src/casefile/access.ts'
import { ask, Problem, type Table } from '../app/src/casefile/asking.ts'
import { allOperations } from '../app/src/doors/openapi.ts'
import { examples } from './access/all.ts'
import type { Ids } from './access/examples.ts'
import { type AccessWorld, makeIds, openAccessWorld } from './access-world.ts'

/**
 * Two worlds that differ only in what somebody may not see answer them alike: every question that reads is asked
 * before and after, by everybody who may ask it, and nothing of the answers may change, no list, no count, no order.
 */
let { world, ids, tokenOf } = {} as AccessWorld
const NOW = new Date('2026-11-23T09:00:00Z')

beforeAll(async () => {
  ;({ world, ids, tokenOf } = await openAccessWorld(['operation'], { now: () => NOW }))
})
afterAll(() => world.close())

const askAs = async (token: string, station: string, verb: string, of: Ids): Promise<string> => {
  const wire = { base: world.base, language: 'en', token, unreachable: 'unreachable' }
  try {
    return JSON.stringify(
      await ask<Table, string>(wire, station, verb, examples[station]![verb]!(of) as never),
    )
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    return JSON.stringify(cause.no)
  }
}

type Answers = Map<string, string>
async function askAll(by: readonly Profession[]): Promise<Answers> {
  const answers: Answers = new Map()
  for (const { station, verb, operation: op } of allOperations)
    if (op.reads)
      for (const profession of by)
        if (op.may.includes(profession))
          answers.set(
            `${profession} asks ${station}.${verb}`,
            await askAs(tokenOf(profession, 'operation'), station, verb, ids),
          )
  return answers
}

/** What may differ, because telling it is what the question is for. */
const telling = [
  'casefile.listOperations', // the names of operations are public
  'accounts.listAccounts', // when each was last here, which the asking itself moves
  'casefile.listOpenings', // who opened the file, and so that a psychologist did
  'tracing.findDuplicates', // which stations wrote of a file, and so hold two of one person apart
  'protection.getStanding', // of which classes there is something that erasing would destroy, for those who decide it
]

/** What differs, by question. */
const differences = (before: Answers, after: Answers): string[] =>
  [...before].flatMap(([question, answer]) =>
    after.get(question) === answer || telling.some((one) => question.endsWith(one)) ? [] : [question],
  )

/** Everybody who works on the whole house does in another operation whatever can be done. */
async function goOnElsewhere(): Promise<number> {
  const elsewhere = await makeIds(world)
  let done = 0
  for (const { station, verb, operation: op } of allOperations) {
    // What is about the house and those who work here is everybody's matter, not another operation's.
    if (op.reads || ['session', 'accounts', 'training', 'log'].includes(station)) continue
    for (const profession of professions) {
      if (!op.may.includes(profession)) continue
      const answer = await askAs(world.tokens[profession], station, verb, elsewhere)
      if (!answer.includes('"kind":')) done++
    }
  }
  return done
}

/** Something is recorded about this child, or her relative, in a class that only some read. */
const recordings: { what: Class; by: Profession; station: string; verb: string }[] = [
  { what: 'psychology', by: 'psychologist', station: 'reintegration', verb: 'notePsychology' },
  { what: 'observation', by: 'socialWorker', station: 'reintegration', verb: 'addObservation' },
  { what: 'custody', by: 'consul', station: 'casefile', verb: 'noteCustody' },
  { what: 'dna', by: 'geneticist', station: 'evidence', verb: 'issueKit' },
]
test.each(recordings)(
  'that there is something of class $what shows in no answer of who does not read it',
  async (recording) => {
    const others = professions.filter(
      (profession) =>
        profession !== 'protectionOfficer' && !access[profession].reads.includes(recording.what),
    )
    await askAll(others)
    const before = await askAll(others)
    const answer = await askAs(world.tokens[recording.by], recording.station, recording.verb, ids)
    expect(answer).not.toContain('"kind":')
    expect(differences(before, await askAll(others))).toEqual([])
  },
  120_000,
)

test('whatever is done in another operation, nobody of this one is answered otherwise', async () => {
  await askAll(professions)
  const before = await askAll(professions)
  expect(differences(before, await askAll(professions)), 'asked twice').toEqual([])
  expect(await goOnElsewhere()).toBeGreaterThan(40)
  expect(differences(before, await askAll(professions))).toEqual([])
}, 120_000)
