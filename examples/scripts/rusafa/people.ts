import { claims, relationWords } from './claims.ts'
import { disputed, drawn, familyClaims } from './drawings.ts'
import { children, families, getPerson, type Person, people, relatives, typed } from './family.ts'
import { kitNumber } from './kits.ts'
import { readSource } from './table.ts'

const familyShows: Record<string, string> = {
  a: 'a grandmother alone',
  b: 'an aunt and an uncle; an unrelated woman claims the boy',
  c: 'a grandmother, an aunt and an uncle',
  d: 'two half-brothers with one mother; two grandmothers claim the younger, one of them his',
  e: 'parents who are first cousins',
  f: 'four siblings and their mother; one mutation; the relatives decline to take them in',
  g: 'a child with nobody left',
}

const phones = new Map(relatives.filter((one) => one.status === 'home').map((one, at) => [one.id, at + 1]))
export const phoneOf = (id: string): string => `+7 700 000 00 ${String(phones.get(id)).padStart(2, '0')}`

const isTyped = (person: Person): boolean => typed.includes(person)
const kitOf = (person: Person) => (isTyped(person) ? { kit: kitNumber(person) } : {})

const toChild = (child: Person) => ({
  id: child.id,
  names: child.names,
  sex: child.sex,
  birth: child.birth,
  ...(child.birthplace ? { birthplace: child.birthplace } : {}),
  place: child.place,
  mother: { id: child.mother, names: getPerson(child.mother).names },
  languages: child.languages,
  typed: isTyped(child),
  ...kitOf(child),
})

const toRelative = (one: Person) => ({
  id: one.id,
  names: one.names,
  sex: one.sex,
  birth: one.birth,
  birthplace: one.birthplace,
  place: one.place,
  inPrison: one.status === 'prison',
  ...(one.status === 'home' ? { phone: phoneOf(one.id) } : {}),
  language: one.languages[0]!,
  languages: one.languages,
  typed: isTyped(one),
  ...kitOf(one),
})

const belongs = (person: Person, family: string): boolean =>
  person.family === family && person.id !== 'x-claimant'

const toFamily = (id: string) => ({
  id,
  shows: familyShows[id]!,
  children: children.filter((child) => child.family === id).map((child) => child.id),
  people: people
    .filter((person) => belongs(person, id))
    .map((person) => ({ ...drawn(person.id), names: person.names })),
})

/** The director of the orphanage stands in for a guardian until the court names one. */
export const guardians = [
  {
    id: 'g-guardian',
    names: { kk: 'Нидаль Карим', ru: 'Нидаль Карим', en: 'Nidal Karim', ar: 'نضال كريم' },
    sex: 'male',
    place: 'Бағдат',
    phone: '+964 700 000 0001',
    language: 'ar',
    children: ['g1'],
  },
]

type Saying = {
  on: string
  place: string
  language: string
  interpreter?: string
  witness: string
  copyLeft: boolean
}
const inBaghdad = (language: string): Saying => ({
  on: '2026-10-06',
  place: 'Бағдат',
  language,
  ...(language === 'kk' ? { interpreter: 'Сара Аль-Азави' } : {}),
  witness: 'Ерлан Досов',
  copyLeft: true,
})

/** Mothers say yes for their children, purpose by purpose; nobody agreed to photographs. */
function consentsOfChild(child: Person) {
  const mother = getPerson(child.mother)
  const lives = mother.status === 'prison'
  const said = lives
    ? inBaghdad(mother.languages[0]!)
    : { ...inBaghdad('ar'), on: '2026-06-09', witness: 'ليلى حداد' }
  const purposes = lives ? ['dna', 'travel', 'separation', 'sharing'] : ['dna', 'sharing']
  const on = (purpose: string) => (purpose === 'dna' ? '2026-06-08' : said.on)
  return purposes.map((purpose) => ({
    person: child.id,
    purpose,
    givenBy: lives ? mother.id : 'g-guardian',
    ...said,
    on: on(purpose),
  }))
}

const consentsOfRelative = (one: Person) => ({
  person: one.id,
  purpose: 'dna',
  givenBy: one.id,
  ...(one.status === 'prison' ? { ...inBaghdad(one.languages[0]!), on: '2026-06-08' } : atHome(one)),
})

const atHome = (one: Person): Saying => ({
  on: '2026-05-11',
  place: one.place,
  language: one.languages[0]!,
  witness: 'Айнұр Тілеубаева',
  copyLeft: true,
})

const placementIntentions = () =>
  readSource('placements.tsv').map((row) => ({
    children: row.children!.split(','),
    kind: row.kind!,
    ...(row.caregiver ? { caregiver: row.caregiver } : {}),
    place: row.address!,
    state: row.intent!,
    ...(row.kind === 'family-type-home'
      ? { declinedBy: ['f-uncle'], reason: 'together, because the relatives declined to take four' }
      : {}),
  }))

/** All of `people.json`. */
export const makePeople = () => ({
  children: children.map(toChild),
  relatives: relatives.map(toRelative),
  guardians,
  families: families.map(toFamily),
  claims: claims.map((claim) => ({ ...claim, words: relationWords[claim.relation]! })),
  familyClaims: familyClaims(),
  disputed: disputed(),
  consents: [
    ...typed.filter((one) => one.status !== 'child').map(consentsOfRelative),
    ...children.flatMap(consentsOfChild),
  ],
  placementIntentions: placementIntentions(),
})
