import type { Birth, Description, Language, Names, Sex } from '../../casefile/model.ts'
import { writtenIn } from '../text.ts'

/** What a form holds of somebody who is being written down. */
export type Entered = {
  kind: 'child' | 'relative'
  name: string
  sex: Sex
  /** `2019-04-02`, `2019-04` or `2019`. */
  birth?: string
  otherNames?: string
  mother?: string
  father?: string
  birthplace?: string
  place?: string
  marks?: string
  companions?: string
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

function birthOf(written: string | undefined): Birth {
  if (!written) return {}
  const year = Number(written.slice(0, 4))
  return isDay(written) ? { date: written } : { earliest: year, latest: year }
}

const textOf = (text: string | undefined): string | undefined => text?.trim() || undefined
const listOf = (text: string | undefined): string[] | undefined => {
  const parts = (text ?? '')
    .split(/[,;،؛]/u)
    .map((one) => one.trim())
    .filter(Boolean)
  return parts.length ? parts : undefined
}

/** The description a form amounts to; undefined while there is no name. A name stands under the letters it is in. */
export function toDescription(entered: Entered, language: Language): Description | undefined {
  const named = (text: string | undefined): Names | undefined => {
    const name = textOf(text)
    return name && /\p{L}/u.test(name)
      ? { [writtenIn(name, language === 'kk' ? 'kk' : 'ru')]: name }
      : undefined
  }
  const names = named(entered.name)
  if (!names) return undefined
  const description: Description = {
    ...{ names, sex: entered.sex, birth: birthOf(entered.birth) },
    ...{ mother: named(entered.mother), father: named(entered.father) },
    ...{ otherNames: listOf(entered.otherNames), companions: listOf(entered.companions) },
    ...{ birthplace: textOf(entered.birthplace), place: textOf(entered.place), marks: textOf(entered.marks) },
  }
  return description
}
