import type { Birth, Description, Sex } from '../../casefile/model.ts'
import { birthOfAge, parseAge } from '../birth.ts'
import type { Found, Sought } from '../model.ts'
import { isNameless } from '../text.ts'
import { type BirthSpan, spanOf } from './births.ts'
import { companionsIn } from './companion-words.ts'

/** Who somebody is said to be, by whomever: a family that asks, or a list. Absent and empty mean: not known. */
export type Described = {
  kind: 'child' | 'relative'
  /** Every spelling of the name, in any letters. */
  names: readonly string[]
  otherNames: readonly string[]
  sex: Sex
  birth: BirthSpan | undefined
  mother: readonly string[]
  father: readonly string[]
  birthplace: string | undefined
  place: string | undefined
  languages: readonly string[]
  marks: string | undefined
  /** Who is or was with them, by name. */
  companions: readonly string[]
}

/** A name that only says that nobody knows it is no name. */
const spellings = (names: Description['names'] | undefined): string[] =>
  isNameless(names ?? {}) ? [] : Object.values(names ?? {}).filter((one): one is string => Boolean(one))
const one = (text: string | undefined): string[] => (text ? [text] : [])

/** A person asked for. `besides`: names of the others the same person asks for, who may be with them. */
export function ofSought(sought: Sought, besides: readonly string[] = []): Described {
  return {
    kind: sought.kind ?? 'child',
    names: [sought.name],
    otherNames: sought.otherNames ?? [],
    sex: sought.sex,
    birth: spanOf(sought.birth),
    mother: one(sought.mother),
    father: one(sought.father),
    birthplace: sought.birthplace,
    place: sought.place,
    languages: sought.languages ?? [],
    marks: sought.marks,
    companions: [...(sought.companions ?? []), ...besides],
  }
}

type FromList = Pick<Found, 'ageWritten' | 'estimated' | 'seenOn' | 'with'>

/**
 * A person in a file of the house. What the list said beyond the description sharpens the birth (an age on a day),
 * and says whether it was a guess and who was with them.
 */
export function ofDescription(
  description: Description,
  found?: FromList,
  kind: Described['kind'] = 'child',
): Described {
  const withThem = companionsIn(found?.with)
  return {
    kind,
    names: spellings(description.names),
    otherNames: description.otherNames ?? [],
    sex: description.sex,
    birth: birthOf(description.birth, found),
    mother: spellings(description.mother),
    father: spellings(description.father),
    birthplace: description.birthplace,
    place: description.place,
    languages: description.languages ?? [],
    marks: description.marks,
    companions: [...(description.companions ?? []), ...withThem],
  }
}

/** An age the list states on a day is narrower than the years it was kept as, unless somebody amended those. */
function birthOf(birth: Birth, found: FromList | undefined): BirthSpan | undefined {
  const age = found?.ageWritten && found.seenOn ? parseAge(found.ageWritten) : undefined
  if (!age || birth.date) return spanOf(birth, found?.estimated)
  const on = new Date(`${found!.seenOn}T00:00:00Z`)
  const years = birthOfAge(age, on)
  if (years.earliest !== birth.earliest || years.latest !== birth.latest) return spanOf(birth)
  const day = on.getTime() / (365.2425 * 86_400_000) + 1970
  const isHeaped = age.from % 60 === 0 && age.from > 0 && age.before - age.from === 12
  return {
    from: day - age.before / 12,
    to: day - age.from / 12,
    kind: age.estimated || found?.estimated ? 'guess' : isHeaped ? 'round' : 'years',
  }
}
