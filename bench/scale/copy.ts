import { apart } from '../../app/src/casefile/keys.ts'
import { sealContext } from '../../app/src/casefile/log.ts'
import type { WrappingKey } from '../../app/src/casefile/protection/ring.ts'
import { newId } from '../../app/src/platform/identity.ts'
import { newKey, seal } from '../../app/src/platform/sealing.ts'
import type { Spelt } from '../tracing-names.ts'
import { nameStock } from '../tracing-names.ts'
import { chance } from './chance.ts'
import type { Row } from './rows.ts'
import type { Template, TemplateEvent } from './template.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** As casefile/keys.ts writes what a class's own key sealed. */
const BY_CLASS = 2
const random = chance(11)
const stock = nameStock()
const lean = <T>(from: readonly T[]): T => from[Math.floor(random() ** 2 * from.length)]!
const spellings = { kk: 'russian', ru: 'russian', en: 'latin', ar: 'arabic' } as const

export type Batch = Record<string, Row[]>

/** The same name in each language it was written in, so that a search has other people to tell apart. */
function renamed(names: object, given: Spelt, surname: Spelt): Row {
  const one = (form: string | string[]) => (typeof form === 'string' ? form : form[0]!)
  return Object.fromEntries(
    Object.keys(names).map((language) => {
      const by = spellings[language as keyof typeof spellings]
      return [language, `${one(given[by])} ${one(surname[by])}`]
    }),
  )
}

/**
 * One more copy of the template under ids of its own, in `operation`: files, keys, events sealed with those keys,
 * and rows of read tables. `first`: the operation's own file too; `wide`: also events about the operation as a whole.
 */
export function copyOf(
  template: Template,
  operation: string,
  firstSeq: number,
  by: WrappingKey,
  first: boolean,
  wide: boolean,
): Batch {
  const ids = new Map<string, string>([[template.operation, operation]])
  const moved = (id: string): string => {
    if (template.accounts.has(id)) return id
    const known = ids.get(id) ?? newId()
    ids.set(id, known)
    return known
  }
  const suffix = `-${firstSeq.toString(36)}`
  const named = namedIn(template)
  const move = (text: string): string => {
    const own = text.replace(UUID, moved)
    return named ? own.replace(named, (name) => `${name}${suffix}`) : own
  }
  const files = template.files.filter(({ id }) => first || id !== template.operation)
  const wrap = (file: string, what = '') => {
    const key = newKey()
    return { key, wrapped: seal(by.key, key, what ? `${file} ${what} 1` : file) }
  }
  const keys = new Map(files.map(({ id }) => [moved(id), wrap(moved(id))]))
  const classKeys = new Map<string, ReturnType<typeof wrap>>(
    [...keys.keys()].flatMap((id) => apart.map((what) => [`${id} ${what}`, wrap(id, what)] as const)),
  )
  const sealFor = (file: string, what: string, text: string, context: string): Buffer => {
    const own = classKeys.get(`${file} ${what}`)
    if (!own) return seal(keys.get(file)!.key, text, context)
    return Buffer.concat([Buffer.from([BY_CLASS, 1]), seal(own.key, text, context)])
  }
  const names = namesOf(template, moved)
  const seqs = new Map<number, number>()
  const isHere = (event: TemplateEvent) =>
    !event.about.includes(template.operation) || first || (wide && event.plain === null)
  const events = template.events.filter(isHere).map(({ plain, ...event }, at) => {
    seqs.set(event.seq, firstSeq + at)
    const id = moved(event.id)
    const about = event.about.map(moved)
    const text = plain !== null && names.inDetail(move(plain), event.type, about[0]!)
    const sealed = text === false ? null : sealFor(about[0]!, event.class, text, sealContext(id, about[0]!))
    return {
      ...event,
      seq: firstSeq + at,
      id,
      about,
      sealed,
      open: JSON.parse(move(JSON.stringify(event.open))),
    }
  })
  const tables = Object.fromEntries(
    template.tables.map(({ table, rows }) => [
      `sandsage.${table}`,
      rows.flatMap((row) => {
        const copy: Row = JSON.parse(move(JSON.stringify(row)))
        if ('seq' in copy) copy.seq = seqs.get(copy.seq as number)
        return 'seq' in copy && !copy.seq ? [] : [table === 'people' ? names.inRow(copy) : copy]
      }),
    ]),
  )
  return {
    'sandsage.files': files.map(({ id, kind }) => ({ id: moved(id), kind, operation, created: new Date() })),
    'keystore.keys': [...keys].map(([file, { wrapped }]) => ({ file, wrapped, by: by.id })),
    'keystore.class_keys': [...classKeys].map(([name, { wrapped }]) => {
      const [file, what] = name.split(' ')
      return { file, class: what, generation: 1, wrapped, by: by.id }
    }),
    'sandsage.events': events,
    ...tables,
  }
}

/** Numbers of kits and requests, which no two copies may share. */
function namedIn({ tables }: Template): RegExp | undefined {
  const values = tables.flatMap(({ named, rows }) =>
    rows.flatMap((row) => named.map((name) => String(row[name]))),
  )
  const escaped = values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return escaped.length ? new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'g') : undefined
}

/** Everybody of a copy is called otherwise, in the sealed description as in the list. */
function namesOf(template: Template, moved: (id: string) => string) {
  const people = new Map(
    template.files.map(({ id }) => [
      moved(id),
      {
        given: lean(random() < 0.5 ? stock.female : stock.male),
        mother: lean(stock.female),
        surname: lean(stock.surnames),
      },
    ]),
  )
  const rename = (of: { names?: object; mother?: object | null }, id: string): Row => {
    const one = people.get(id)
    if (!one) return of
    const names = of.names && renamed(of.names, one.given, one.surname)
    const mother = of.mother && renamed(of.mother, one.mother, one.surname)
    return { ...of, ...(names && { names }), ...(mother && { mother }) }
  }
  return {
    inDetail: (text: string, type: string, id: string) =>
      type === 'casefile.described' ? JSON.stringify(rename(JSON.parse(text), id)) : text,
    inRow: (row: Row) => rename(row, row.id as string),
  }
}
