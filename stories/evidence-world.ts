import type { TestHouse } from './house.ts'

/** A grandmother, an aunt and an uncle who ask for two siblings; the children's mother is their daughter and sister. */
export type FamilyIds = Record<'grandmother' | 'aunt' | 'uncle' | 'mother' | 'girl' | 'boy', string>

const people: [keyof FamilyIds, 'child' | 'relative', 'male' | 'female', number, boolean?][] = [
  ['grandmother', 'relative', 'female', 1955],
  ['aunt', 'relative', 'female', 1985],
  ['uncle', 'relative', 'male', 1988],
  ['mother', 'relative', 'female', 1990, true],
  ['girl', 'child', 'female', 2016],
  ['boy', 'child', 'male', 2018],
]

export async function openOperation(world: TestHouse): Promise<string> {
  const description = {
    names: { en: 'Rusafa' },
    from: 'IQ',
    to: 'KZ',
    corridor: 'IQ-KZ',
    flightAt: '2026-11-27T06:00:00Z',
    takesRequests: true,
  }
  return (await world.as('coordinator')('casefile', 'describeOperation', { description })).id
}

export async function describeFamily(
  world: TestHouse,
  operation: string,
  surname: string,
): Promise<FamilyIds> {
  const ids = {} as FamilyIds
  for (const [role, kind, sex, year, deceased] of people) {
    const description = {
      names: { en: `${surname} ${role}` },
      sex,
      birth: { earliest: year, latest: year },
      ...(deceased && { deceased }),
    }
    ids[role] = (
      await world.as('coordinator')('casefile', 'describePerson', { kind, operation, description })
    ).id
  }
  return ids
}

export const drawingOf = (ids: FamilyIds) => ({
  people: [
    { id: 'x-1', father: null, mother: null, sex: 'male' as const },
    { id: ids.grandmother, father: null, mother: null, sex: 'female' as const },
    { id: ids.aunt, father: 'x-1', mother: ids.grandmother, sex: 'female' as const },
    { id: ids.uncle, father: 'x-1', mother: ids.grandmother, sex: 'male' as const },
    { id: ids.mother, father: 'x-1', mother: ids.grandmother, sex: 'female' as const, deceased: true },
    { id: 'x-2', father: null, mother: null, sex: 'male' as const },
    { id: ids.girl, father: 'x-2', mother: ids.mother, sex: 'female' as const },
    { id: ids.boy, father: 'x-2', mother: ids.mother, sex: 'male' as const },
  ],
})

export async function drawFamily(world: TestHouse, operation: string, ids: FamilyIds): Promise<string> {
  return (await world.as('geneticist')('evidence', 'drawFamily', { operation, drawing: drawingOf(ids) }))
    .family
}

const consent = (purpose: 'dna', givenBy: string) => ({
  purpose,
  givenBy,
  on: '2026-05-10',
  place: 'Oral',
  language: 'kk',
  witness: 'A. Witness',
  copyLeft: true,
})

export async function consentAll(world: TestHouse, ids: FamilyIds, who: (keyof FamilyIds)[]): Promise<void> {
  for (const role of who) {
    const givenBy = role === 'girl' || role === 'boy' ? ids.grandmother : ids[role]
    await world.as('geneticist')('casefile', 'giveConsent', {
      person: ids[role],
      consent: consent('dna', givenBy),
    })
  }
}

export const step = (number: string, to: string, day: string) => ({
  number,
  to,
  seal: `S-${number}`,
  place: 'Oral',
  at: `2026-05-${day}T09:00:00Z`,
})

/** The whole chain of one kit, from the nurse to the laboratory's bench. */
export async function bringKit(world: TestHouse, person: string, number: string): Promise<void> {
  const ask = world.as('geneticist')
  await ask('evidence', 'issueKit', { person, step: step(number, 'Nurse', '11') })
  await ask('evidence', 'handOverKit', { person, step: { ...step(number, 'Courier', '12'), from: 'Nurse' } })
  await ask('evidence', 'receiveKit', {
    person,
    step: { ...step(number, 'Laboratory', '13'), from: 'Courier' },
  })
  await ask('evidence', 'openKit', {
    person,
    step: { ...step(number, 'Laboratory', '14'), from: 'Laboratory', sealWhole: true },
  })
}
