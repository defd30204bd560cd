import type { TestHouse } from './house.ts'

export const seats = (rows: number) =>
  Array.from({ length: rows }, (_, i) =>
    ['A', 'B', 'C', 'D'].map((column) => ({
      id: `${i + 1}${column}`,
      row: i + 1,
      column,
      kind: 'seat' as const,
      medical: i < 2,
      exitRow: i === 4,
    })),
  ).flat()

export const description = {
  names: { en: 'Far' },
  from: 'IQ',
  to: 'KZ',
  corridor: 'IQ-KZ',
  flightAt: '2026-11-27T06:00:00Z',
  takesRequests: true,
}

/** A child whose clearance is written straight into the read table: how it gets there is clearance's own story. */
export async function addChild(
  world: TestHouse,
  operation: string,
  name: string,
  birth: string,
  ready = true,
): Promise<string> {
  const child = { names: { kk: name }, sex: 'female' as const, birth: { date: birth }, languages: ['kk'] }
  const { id } = await world.as('coordinator')('casefile', 'describePerson', {
    kind: 'child',
    operation,
    description: child,
  })
  const { sql } = await import('kysely')
  const { findCorridor } = await import('../app/src/clearance/corridors.ts')
  for (const requirement of findCorridor('IQ-KZ')!.requirements)
    await sql`insert into requirements values (${id}, 'IQ-KZ', ${requirement.id}, ${ready ? 'met' : 'waiting'}, null, false, null, now(), null)`.execute(
      world.house.owner,
    )
  return id
}

export async function addWorker(
  world: TestHouse,
  operation: string,
  name: string,
  professions: string[],
): Promise<string> {
  const worker = { names: { kk: name }, sex: 'female' as const, birth: {} }
  const { id } = await world.as('lead')('casefile', 'describePerson', {
    kind: 'worker',
    operation,
    description: worker,
  })
  await world.as('lead')('evacuation', 'setMember', {
    operation,
    worker: id,
    member: { professions, languages: ['kk'], canEscort: true, seatNeeded: true },
  })
  return id
}
