import { professions } from '../app/src/casefile/access.ts'
import { Assignment } from '../app/src/casefile/assigning/model.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import type { Ids } from './access/examples.ts'
import { openTestHouse, type TestHouse } from './house.ts'

/** Who works on what: in ways that must make no difference, and in ways that must. */
export const without = ['none', 'elsewhere', 'over', 'later', 'otherFamily', 'otherRegion'] as const
const covering = ['operation', 'file', 'family', 'region'] as const
export const assignments = [...without, ...covering] as const
export type Kind = (typeof assignments)[number]
export const covers = (kind: Kind): boolean => (covering as readonly string[]).includes(kind)

export const operation = {
  names: { en: 'Somewhere' },
  from: 'IQ',
  to: 'KZ',
  corridor: 'IQ-KZ',
  flightAt: '2026-11-27T06:00:00Z',
  takesRequests: true,
}
export const person = (sex: 'male' | 'female') => ({
  names: { kk: 'Біреу', en: 'Somebody' },
  sex,
  birth: { earliest: 2019, latest: 2020 },
})

/** Where the children of this world live, when they are placed. */
const home = { kind: 'centre', place: 'The centre', address: 'A street', region: 'KZ-23' } as const

export async function makeIds(world: TestHouse): Promise<Ids> {
  const coordinator = world.as('coordinator')
  const { id } = await coordinator('casefile', 'describeOperation', { description: operation })
  const add = async (kind: 'child' | 'relative', sex: 'male' | 'female') =>
    (await coordinator('casefile', 'describePerson', { kind, operation: id, description: person(sex) })).id
  return {
    operation: id,
    child: await add('child', 'female'),
    sibling: await add('child', 'male'),
    relative: await add('relative', 'female'),
    worker: world.accounts.lawyer,
  }
}

type Around = { elsewhere: string; family: string; otherFamily: string }

/** Another operation with a child in it, the family of each, and this child placed in a region. */
async function makeSurroundings(world: TestHouse, ids: Ids): Promise<Around> {
  const coordinator = world.as('coordinator')
  const { id: elsewhere } = await coordinator('casefile', 'describeOperation', { description: operation })
  const other = await coordinator('casefile', 'describePerson', {
    ...{ kind: 'child', operation: elsewhere, description: person('male') },
  })
  const family = (of: string, members: string[]) =>
    coordinator('casefile', 'describeFamily', { operation: of, members })
  const placing = { children: [ids.child], on: '2026-11-01', home, reason: 'The nearest' }
  await world.as('socialWorker')('reintegration', 'placeChildren', placing)
  return {
    elsewhere,
    family: (await family(ids.operation, [ids.child, ids.sibling, ids.relative])).id,
    otherFamily: (await family(elsewhere, [other.id])).id,
  }
}

async function assign(world: TestHouse, ids: Ids, actor: string, kind: Kind, around: Around) {
  const { elsewhere, family, otherFamily } = around
  const { operation: here, child } = ids
  const ways: Partial<Record<Kind, { file: string; assignment: Omit<Assignment, 'actor'> }>> = {
    elsewhere: { file: elsewhere, assignment: { scope: 'operation' } },
    over: { file: here, assignment: { scope: 'operation', until: '2020-01-01T00:00:00Z' } },
    later: { file: here, assignment: { scope: 'operation', begins: '2090-01-01T00:00:00Z' } },
    otherFamily: { file: otherFamily, assignment: { scope: 'family' } },
    otherRegion: { file: here, assignment: { scope: 'region', region: 'KZ-71' } },
    operation: { file: here, assignment: { scope: 'operation' } },
    file: { file: child, assignment: { scope: 'file' } },
    family: { file: family, assignment: { scope: 'family' } },
    region: { file: here, assignment: { scope: 'region', region: 'KZ-23' } },
  }
  const way = ways[kind]
  if (!way) return
  const assignment = Assignment.parse({ actor, ...way.assignment })
  await world.as('coordinator')('casefile', 'assign', { file: way.file, assignment })
}

export type AccessWorld = {
  world: TestHouse
  ids: Ids
  around: Around
  /** Accounts and sessions by profession and what they work on. */
  actorOf(profession: string, kind: Kind): string
  tokenOf(profession: string, kind: Kind): string
}

/** A small world, and one account for every profession and every way of working on something. */
export async function openAccessWorld(
  kinds: readonly Kind[] = assignments,
  options: Parameters<typeof openTestHouse>[0] = {},
): Promise<AccessWorld> {
  const world = await openTestHouse(options)
  const ids = await makeIds(world)
  const around = await makeSurroundings(world, ids)
  const [actors, tokens] = [new Map<string, string>(), new Map<string, string>()]
  for (const profession of professions)
    for (const kind of kinds) {
      const name = `${profession} ${kind}`
      const actor = await makeAccount(world.house.owner, { name, profession, language: 'en' })
      await assign(world, ids, actor, kind, around)
      actors.set(name, actor)
      tokens.set(name, await world.signIn(actor))
    }
  return {
    ...{ world, ids, around },
    actorOf: (profession, kind) => actors.get(`${profession} ${kind}`)!,
    tokenOf: (profession, kind) => tokens.get(`${profession} ${kind}`)!,
  }
}
