import type { Consent } from '../../app/src/casefile/consent.ts'
import type { Description, Names } from '../../app/src/casefile/model.ts'

/** What people.json holds, as far as the stations are told of it. */
export type Person = {
  id: string
  names: Names
  sex: 'male' | 'female'
  birth?: { date: string }
  birthplace?: string
  place?: string
  mother?: { id: string; names: Names }
  languages?: string[]
  inPrison?: boolean
  deceased?: boolean
}
export type Drawn = {
  id: string
  father: string | null
  mother: string | null
  sex: 'male' | 'female'
  deceased?: boolean
}
export type Family = { id: string; children: string[]; people: Drawn[] }
export type People = {
  children: Person[]
  relatives: Person[]
  guardians: Person[]
  families: Family[]
  disputed: Family[]
  familyClaims: {
    id: string
    family: string
    children: string[]
    claimant: string
    questioned: 'both' | 'father' | 'mother'
    statement: string
  }[]
  consents: (Consent & { person: string })[]
}

export function toDescription({
  names,
  sex,
  birth,
  birthplace,
  place,
  mother,
  languages,
  deceased,
}: Person): Description {
  return {
    ...{ names, sex, birth: birth ?? {} },
    ...(birthplace ? { birthplace } : {}),
    ...(place ? { place } : {}),
    ...(mother ? { mother: mother.names } : {}),
    ...(languages ? { languages } : {}),
    ...(deceased ? { deceased } : {}),
  }
}
