import { writeGeneMapper } from '@sandsage/kinship/formats'
import { getFrequencyTable } from '@sandsage/kinship/tables'
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

/** A small generator with a fixed start, so that a story's families are the same every time (Lehmer, 48271 mod 2^31-1). */
export function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

type Genotype = [string, string]

/** Genotypes of the family at one locus, dropped from its founders down. */
function dropLocus(
  alleles: string[],
  frequencies: number[],
  chance: () => number,
): Record<keyof FamilyIds, Genotype> {
  const sums = frequencies.map((_, place) => frequencies.slice(0, place + 1).reduce((sum, p) => sum + p, 0))
  const draw = (): string => {
    const at = chance() * sums.at(-1)!
    return alleles[sums.findIndex((sum) => at <= sum)]!
  }
  const founder = (): Genotype => [draw(), draw()]
  const child = (father: Genotype, mother: Genotype): Genotype => [
    father[chance() < 0.5 ? 0 : 1],
    mother[chance() < 0.5 ? 0 : 1],
  ]
  const [grandfather, grandmother, father] = [founder(), founder(), founder()]
  const mother = child(grandfather, grandmother)
  return {
    ...{ grandmother, mother, aunt: child(grandfather, grandmother), uncle: child(grandfather, grandmother) },
    ...{ girl: child(father, mother), boy: child(father, mother) },
  }
}

export type Genotyped = Record<keyof FamilyIds, Record<string, string[]>>

/** The whole family's true genotypes under a table that comes with the science. */
export function typeFamily(seed: number, table = 'nist1036-caucasian'): Genotyped {
  const chance = chances(seed)
  const found = Object.fromEntries(
    people.map(([role]) => [role, {} as Record<string, string[]>]),
  ) as Genotyped
  for (const [locus, { alleles, frequencies }] of Object.entries(getFrequencyTable(table).loci))
    for (const [role, genotype] of Object.entries(dropLocus(alleles, frequencies, chance)))
      found[role as keyof FamilyIds][locus] = genotype
  return found
}

const sexes = Object.fromEntries(people.map(([role, , sex]) => [role, sex])) as Record<
  keyof FamilyIds,
  'male' | 'female'
>

/** A laboratory's table: one sample a person, named by the kit. */
export function laboratoryFile(
  name: string,
  genotyped: Genotyped,
  kits: Partial<Record<keyof FamilyIds, string>>,
) {
  const profiles = (Object.entries(kits) as [keyof FamilyIds, string][]).map(([role, sample]) => ({
    sample,
    sex: sexes[role],
    genotypes: genotyped[role],
  }))
  return { name, base64: Buffer.from(writeGeneMapper(profiles)).toString('base64') }
}

export type Typed = keyof FamilyIds
export const whole: Typed[] = ['grandmother', 'aunt', 'uncle', 'girl', 'boy']

export async function importFile(world: TestHouse, file: { name: string; base64: string }) {
  const ask = world.as('geneticist')
  const { sha256 } = await ask('evidence', 'planProfileImport', { file })
  return ask('evidence', 'acceptProfileImport', { file, sha256, laboratory: 'Forensic centre' })
}

/** A family drawn, agreed, swabbed and typed, ready to be weighed. */
export async function openTypedFamily(
  world: TestHouse,
  operation: string,
  surname: string,
  seed: number,
  who = whole,
) {
  const ids = await describeFamily(world, operation, surname)
  const family = await drawFamily(world, operation, ids)
  await consentAll(world, ids, who)
  const kits = Object.fromEntries(who.map((role, place) => [role, `${surname.slice(0, 3)}-${seed}-${place}`]))
  for (const role of who) await bringKit(world, ids[role], kits[role]!)
  const genotyped = typeFamily(seed)
  const imported = await importFile(world, laboratoryFile(`${surname}.txt`, genotyped, kits))
  return { ids, family, kits, genotyped, imported }
}

export async function claimAndWeigh(
  world: TestHouse,
  family: string,
  ids: FamilyIds,
  children: Typed[] = ['girl', 'boy'],
  // Theta over two siblings and eleven tables takes seconds: one story does it, the others weigh without.
  parameters: object = { theta: 0 },
) {
  const { claim } = await world.as('lawyer')('evidence', 'makeClaim', {
    ...{ family, children: children.map((role) => ids[role]), claimant: ids.grandmother, questioned: 'both' },
    statement: 'I am their mother’s mother.',
  })
  const child = ids[children[0]!]
  const weighed = await world.as('geneticist')('evidence', 'weighClaim', {
    claim,
    child,
    parameters: { table: 'nist1036-caucasian', ...parameters },
  })
  return { claim, child, ...weighed }
}
