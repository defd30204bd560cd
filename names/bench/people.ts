import { joinSpellings, readSpellingPairs, rowsFor, type SpellingPair } from '../scripts/pairs.ts'

/** One name part in three scripts. */
export type Part = Record<Script, string>
export type Script = 'latin' | 'cyrillic' | 'arabic'
export type Person = { given: Part; father: Part; family: Part; woman: boolean; ending: boolean }

/**
 * How often a written name differs from the full one; assumed, not counted. `patronymic`, `surname`: the part is
 * missing. `turned`: surname first. `slip`: one letter of a part is lost, doubled or another. `masculine`: a woman's
 * surname without the feminine ending. `changed`: the surname is another one (marriage, a clerk's choice).
 */
export const NOISE = { patronymic: 0.4, surname: 0.1, turned: 0.3, slip: 0.05, masculine: 0.2, changed: 0.03 }
/** Of surnames, how many have an ending -ов, -ова. */
const ENDED = 0.5

type Random = () => number

/** Name parts of rows no table has learned from, in three scripts; those that are one word in each. */
export const partsFor = (rows: 'fit' | 'hold'): Part[] => {
  const pick = (pairs: SpellingPair[]): SpellingPair[] =>
    rows === 'fit' ? rowsFor('fit', pairs) : pairs.filter((p) => p.use === 'hold')
  const [russian, arabic] = [pick(readSpellingPairs('en-ru')), pick(readSpellingPairs('en-ar'))]
  const byRussian = new Map(russian.map((p) => [p.other, p.latin]))
  return joinSpellings(russian, arabic)
    .map((p) => ({ latin: byRussian.get(p.latin)!, cyrillic: p.latin, arabic: p.other }))
    .filter((part) => Object.values(part).every((word) => /^\p{L}{3,}$/u.test(word)))
}

/**
 * Given names, and with them fathers' names, are shared by many: the n-th most frequent is borne by a share
 * 1 / (n + HEAD) of them, times a constant (Zipf-Mandelbrot). Of 2,000 names two people then share one in one case
 * of some 290, and the first has 1.7 %. Surnames are drawn evenly. The order is chance: the library cannot know it.
 */
const HEAD = 10

const givenFrom = (parts: Part[], random: Random): (() => Part) => {
  const ends: number[] = []
  for (const n of parts.keys()) ends.push((ends.at(-1) ?? 0) + 1 / (n + 1 + HEAD))
  const total = ends.at(-1)!
  return () => {
    const at = random() * total
    let [low, high] = [0, parts.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! < at) low = middle + 1
      else high = middle
    }
    return parts[low]!
  }
}

export const drawPeople = (parts: Part[], many: number, random: Random): Person[] => {
  const part = (): Part => parts[Math.floor(random() * parts.length)]!
  const given = givenFrom(parts, random)
  return Array.from({ length: many }, () => ({
    given: given(),
    father: given(),
    family: part(),
    woman: random() < 0.5,
    ending: random() < ENDED,
  }))
}

const slipped = (word: string, random: Random): string => {
  if (random() >= NOISE.slip) return word
  const at = Math.floor(random() * word.length)
  const kind = Math.floor(random() * 3)
  const letter = word[Math.floor(random() * word.length)]!
  return (
    word.slice(0, at) + (kind === 0 ? '' : kind === 1 ? word[at]!.repeat(2) : letter) + word.slice(at + 1)
  )
}

const SURNAME: Record<Script, [man: string, woman: string]> = {
  latin: ['ov', 'ova'],
  cyrillic: ['ов', 'ова'],
  arabic: ['وف', 'وفا'],
}

/** A father's name in the habit of each script: -ович and -ұлы, bin and -uly, بن. */
const fatherWritten = (father: string, script: Script, woman: boolean, random: Random): string => {
  const kazakh = random() < 0.5
  if (script === 'arabic') return `${woman ? 'بنت' : 'بن'} ${father}`
  if (script === 'cyrillic') return father + (kazakh ? (woman ? 'қызы' : 'ұлы') : woman ? 'овна' : 'ович')
  if (kazakh) return father + (woman ? 'kyzy' : 'uly')
  return random() < 0.5 ? `${woman ? 'bint' : 'bin'} ${father}` : father + (woman ? 'ovna' : 'ovich')
}

const familyWritten = (person: Person, script: Script, others: Part[], random: Random): string => {
  const changed = random() < NOISE.changed
  const family = changed ? others[Math.floor(random() * others.length)]! : person.family
  const feminine = person.woman && random() >= NOISE.masculine
  return slipped(family[script], random) + (person.ending ? SURNAME[script][feminine ? 1 : 0] : '')
}

/** A person's name as some paper in a script has it. */
export const written = (person: Person, script: Script, others: Part[], random: Random): string => {
  const given = slipped(person.given[script], random)
  const father = fatherWritten(slipped(person.father[script], random), script, person.woman, random)
  const family = familyWritten(person, script, others, random)
  const middle = random() < NOISE.patronymic ? [] : [father]
  if (random() < NOISE.surname) return [given, ...middle].join(' ')
  return random() < NOISE.turned ? [family, given, ...middle].join(' ') : [given, ...middle, family].join(' ')
}
