import { type RawBuilder, sql } from 'kysely'
import type { Names } from '../../casefile/model.ts'
import { sha256 } from '../../platform/sealing.ts'
import { headerKey } from '../columns.ts'
import { isNameless, keyOf } from '../text.ts'

/** A hash that finds within one operation and says nothing to who reads it: salted with the operation. */
const salted = (operation: string, what: string, text: string): string =>
  sha256(`${operation} ${what} ${text}`).slice(0, 32)

/** Words in any order: lists turn names and surnames round. */
const nameKey = (name: string): string => keyOf(name).split(' ').sort().join(' ')

/** What a child is found again by: each spelling of its name and of its mother's. A name nobody knows finds nobody. */
export type Keys = { names: string[]; mothers: string[] }

export function keysOf(operation: string, person: { names: Names; mother?: Names }): Keys {
  const of = (what: string, names: Names | undefined) =>
    spellingsOf(names).map((key) => salted(operation, what, key))
  return { names: of('name', person.names), mothers: of('mother', person.mother) }
}

/** The different spellings of a name in the form they are compared in; none where nobody knows it. */
export const spellingsOf = (names: Names | undefined): string[] =>
  names && !isNameless(names) ? [...new Set(Object.values(names).map(nameKey))] : []

/** The same hash in SQL, for a projection that learns the operation in the same statement. */
export const saltedInSql = (what: string, text: RawBuilder<string>): RawBuilder<string> =>
  sql<string>`left(encode(sha256(convert_to(operation || ${` ${what} `} || ${text}, 'UTF8')), 'hex'), 32)`

/** In the form it is compared in. */
export const numberKey = (id: string): string => keyOf(id)

export const externalKey = (operation: string, id: string): string =>
  salted(operation, 'number', numberKey(id))

export const saidKey = (said: string): string => sha256(said)

export const headerHash = (operation: string, header: string): string =>
  salted(operation, 'header', headerKey(header))

/** One hash for a whole row of headers. */
export const headersHash = (operation: string, headers: string[]): string =>
  salted(operation, 'headers', headers.map(headerKey).join('\n'))
