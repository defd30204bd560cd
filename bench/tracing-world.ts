import type { Description } from '../app/src/casefile/model.ts'
import type { Found, Sought } from '../app/src/tracing/model.ts'
import type { NameStock, Spelt } from './tracing-names.ts'

/** Numbers between 0 and 1 from a seed (mulberry32): the same world each time. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Child = {
  id: string
  family: number
  given: Spelt
  sex: 'male' | 'female'
  born: number
  birthplace: number
  places: number[]
  languages: string[]
  mark?: number
}
type Family = { surname: Spelt; maiden: Spelt; mother: Spelt; father: Spelt; children: Child[] }
export type World = {
  listed: { id: string; description: Description; found: Found }[]
  asked: { relative: string; at: number; sought: Sought; besides: string[]; truth: string; family: number }[]
  familyOf: Map<string, number>
}

const NOW = 2026.3
const places = [
  ['Mosul', 'Мосул', 'الموصل'],
  ['Tal Afar', 'Тель-Афар', 'تلعفر'],
  ['Baghdad', 'Багдад', 'بغداد'],
  ['Rusafa prison', 'тюрьма Русафа', 'سجن الرصافة'],
  ['Raqqa', 'Ракка', 'الرقة'],
  ['Al-Hol', 'лагерь Аль-Холь', 'مخيم الهول'],
  ['Roj', 'лагерь Родж', 'مخيم روج'],
  ['Aktobe', 'Актобе', 'أكتوبي'],
  ['Atyrau', 'Атырау', 'أتيراو'],
] as const
const marks = [
  ['scar on the left cheek', 'шрам на левой щеке', 'ندبة على الخد الأيسر'],
  ['birthmark on the neck', 'родинка на шее', 'شامة على الرقبة'],
  ['burn on the right hand', 'ожог на правой руке', 'حرق في اليد اليمنى'],
  ['scar on the forehead', 'шрам на лбу', 'ندبة على الجبين'],
  ['limp', 'хромает', 'يعرج'],
] as const
const languageNames: Record<string, readonly [string, string, string]> = {
  kk: ['Kazakh', 'казахский', 'الكازاخية'],
  ru: ['Russian', 'русский', 'الروسية'],
  ar: ['Arabic', 'арабский', 'العربية'],
}

/**
 * Families with one to six children, moved from place to place. Half of all families have somebody on the lists;
 * each listed child is asked for or not, and of those asked for some are on no list though a brother or sister is.
 * The noise is of other shapes than the weights suppose: ages with a normal error, rounded and heaped; names lost,
 * shortened, swapped and replaced; places walked.
 */
export function makeWorld(stock: NameStock, seed: number, size: { listed: number; asked: number }): World {
  const random = randomFrom(seed)
  const tools = toolsOf(random)
  const families: Family[] = []
  const all: Child[] = []
  while (all.length < 1.6 * size.listed) {
    const family = makeFamily(stock, families.length, tools)
    families.push(family)
    all.push(...family.children)
  }
  const order = tools.shuffled(all)
  const listedIds = new Set(order.slice(0, size.listed).map((child) => child.id))
  const listed = all.filter((child) => listedIds.has(child.id)).map((child) => listOf(child, families, tools))
  const askers = tools.shuffled(families)
  const asked = askers.flatMap((family) => askOf(family, tools)).slice(0, size.asked)
  return { listed, asked, familyOf: new Map(all.map((child) => [child.id, child.family])) }
}

type Tools = ReturnType<typeof toolsOf>

function toolsOf(random: () => number) {
  const chance = (p: number) => random() < p
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!
  /** Common things first: the n-th is met about 1/(n + 6) as often. */
  const zipf = <T>(of: readonly T[]): T =>
    of[Math.min(of.length - 1, Math.floor(7 * ((of.length / 7 + 1) ** random() - 1)))]!
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const shuffled = <T>(of: readonly T[]): T[] =>
    of
      .map((one) => ({ one, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one)
  return { random, chance, pick, zipf, normal, shuffled }
}

function makeFamily(stock: NameStock, number: number, t: Tools): Family {
  const home = 7 + Math.floor(2 * t.random())
  const [surname, maiden] = [t.pick(stock.surnames), t.pick(stock.surnames)]
  const born: number[] = []
  const count = 1 + Math.floor(6 * t.random() ** 1.7)
  let when = NOW - 1 - 11 * t.random()
  while (born.length < count && when > NOW - 17) {
    born.push(when)
    when -= t.chance(0.02) ? 0 : 1 + 2.5 * t.random()
  }
  const path = [Math.floor(5 * t.random()), 2 + Math.floor(5 * t.random())]
  const children = born.map((at, n): Child => {
    const sex = t.chance(0.5) ? 'male' : 'female'
    return {
      ...{ id: `c${number}-${n}`, family: number, sex, born: at, given: t.zipf(stock[sex]) },
      ...{ birthplace: at < NOW - 11 ? home : path[0]!, places: path },
      languages: t.chance(0.3) ? ['ar'] : t.chance(0.5) ? ['kk', 'ar'] : ['ru', 'ar'],
      mark: t.chance(0.25) ? Math.floor(marks.length * t.random()) : undefined,
    }
  })
  return { surname, maiden, mother: t.zipf(stock.female), father: t.zipf(stock.male), children }
}

type Letters = 'latin' | 'russian' | 'arabic'
const at: Record<Letters, 0 | 1 | 2> = { latin: 0, russian: 1, arabic: 2 }

/** A name in some letters, as one of those who spell it does. */
const written = (name: Spelt, letters: Letters, t: Tools): string =>
  letters === 'latin' ? name.latin : t.pick(name[letters])

const feminine = (surname: string, letters: Letters, t: Tools): string =>
  t.chance(0.15) ? surname : surname + { latin: 'a', russian: 'а', arabic: 'ا' }[letters]

function fullName(given: string, surname: string | undefined, t: Tools): string {
  if (!surname) return given
  return t.chance(0.3) ? `${surname} ${given}` : `${given} ${surname}`
}

/** What a clerk writes: letters of Iraq or of an airline, an age by eye, half of what he might ask. */
function listOf(child: Child, families: Family[], t: Tools): World['listed'][number] {
  const family = families[child.family]!
  const letters: Letters = t.chance(0.75) ? 'arabic' : 'latin'
  const renamed = t.chance(0.08)
  const given = renamed ? t.pick(families).children[0]!.given : child.given
  const surnameOf = (name: Spelt, isWoman: boolean) => {
    const text = written(name, letters, t)
    return isWoman ? feminine(text, letters, t) : text
  }
  const isGirl = child.sex === 'female'
  const surname = t.chance(0.3)
    ? undefined
    : t.chance(0.12)
      ? written(family.father, letters, t)
      : surnameOf(t.chance(0.1) ? family.maiden : family.surname, isGirl)
  const key = letters === 'arabic' ? 'ar' : 'en'
  const mother = fullName(
    written(family.mother, letters, t),
    t.chance(0.5) ? surnameOf(t.chance(0.5) ? family.maiden : family.surname, true) : undefined,
    t,
  )
  const siblings = family.children.filter((one) => one.id !== child.id)
  const age = statedAge(child.born, t)
  const [seenYear, seenOn] = [2026.2, '2026-03-15']
  const born = seenYear - age
  return {
    id: child.id,
    description: {
      names: { [key]: fullName(written(given, letters, t), surname, t) },
      sex: t.chance(0.05) ? 'unknown' : t.chance(0.015) === isGirl ? 'male' : 'female',
      birth: t.chance(0.05) ? {} : { earliest: Math.floor(born - 1), latest: Math.floor(born) },
      mother: t.chance(0.65) ? { [key]: mother } : undefined,
      father: t.chance(0.2) ? { [key]: written(family.father, letters, t) } : undefined,
      place: t.chance(0.9) ? places[child.places[1]!]![at[letters]] : undefined,
      birthplace: t.chance(0.3) ? places[child.birthplace]![at[letters]] : undefined,
      languages: t.chance(0.3) ? child.languages.map((one) => languageNames[one]![at[letters]]) : undefined,
      marks: child.mark !== undefined && t.chance(0.5) ? marks[child.mark]![at[letters]] : undefined,
      companions:
        siblings.length && t.chance(0.3)
          ? siblings.slice(0, 2).map((one) => written(one.given, letters, t))
          : undefined,
    },
    found: {
      list: { name: 'list', sha256: '0'.repeat(64), row: 1 },
      ageWritten: String(age),
      estimated: t.chance(0.3),
      seenOn,
    },
  }
}

/** An age by eye or by hearsay: a normal error that grows with age, in whole years, five and ten more than others. */
function statedAge(born: number, t: Tools): number {
  const age = 2026.2 - born
  const wide = t.chance(0.7) ? 0.25 : 0.5 + age / 12
  const whole = Math.max(0, Math.floor(age + wide * t.normal()))
  return [4, 6, 9, 11].includes(whole) && t.chance(0.2) ? Math.round(whole / 5) * 5 : whole
}

/** What a family writes: Russian letters mostly, years remembered, the children they know of together. */
function askOf(family: Family, t: Tools): World['asked'] {
  const letters: Letters = t.chance(0.8) ? 'russian' : 'latin'
  const known = family.children.filter(() => t.chance(0.8))
  const relative = `r${family.children[0]!.family}`
  const names = known.map((child) => written(child.given, letters, t))
  return known.map((child, n) => {
    const surname = t.chance(0.6)
      ? child.sex === 'female'
        ? feminine(written(family.surname, letters, t), letters, t)
        : written(family.surname, letters, t)
      : undefined
    const year = Math.floor(child.born + (t.chance(0.85) ? 0 : t.normal()))
    const motherSurname = t.chance(0.6)
      ? feminine(written(t.chance(0.5) ? family.maiden : family.surname, letters, t), letters, t)
      : undefined
    return {
      ...{
        relative,
        at: n,
        truth: child.id,
        family: child.family,
        besides: names.filter((_, other) => other !== n),
      },
      sought: {
        name: fullName(names[n]!, surname, t),
        sex: child.sex,
        birth: t.chance(0.9) ? { earliest: year, latest: year } : {},
        mother: t.chance(0.9) ? fullName(written(family.mother, letters, t), motherSurname, t) : undefined,
        father: t.chance(0.4) ? written(family.father, letters, t) : undefined,
        place: t.chance(0.7) ? places[child.places[Math.floor(2 * t.random())]!]![at[letters]] : undefined,
        birthplace: t.chance(0.4) ? places[child.birthplace]![at[letters]] : undefined,
        languages: t.chance(0.4)
          ? child.languages.slice(0, 1).map((one) => languageNames[one]![at[letters]])
          : undefined,
        marks: child.mark !== undefined && t.chance(0.4) ? marks[child.mark]![at[letters]] : undefined,
      },
    }
  })
}
