import { buildIndex, search } from '@sandsage/names'
import type { Sought } from '../model.ts'
import { SHOWN_FROM } from '../rules.ts'
import { keyOf, plainText } from '../text.ts'
import { ofSought, type Weighed, weigh } from '../weighing/weigh.ts'
import { keyOfPlace, type Link, type Place, placesWith, type Searches } from './model.ts'

/** A person sought, with what else the request says of the one who asks. */
export type Asked = Place & { person: Sought; contact: string; askedAt: string }
export type Proposal = { a: Asked; b: Asked; weighed: Weighed; samePhone: boolean }

/** Nobody looks through more than this many for one sought person; the likeliest are shown. */
const MOST_NEAR = 12
/** The last digits of a telephone number: with or without the country's code it is the same telephone. */
const PHONE_DIGITS = 9

/** The telephone in what somebody wrote, by its last digits: `phoneIn('+7 (701) 123-45-67')` is `011234567`. */
export function phoneIn(contact: string): string | undefined {
  const digits = plainText(contact).replace(/\D/g, '')
  return digits.length >= PHONE_DIGITS ? digits.slice(-PHONE_DIGITS) : undefined
}

/**
 * Two people sought by different requests who may be one, the likeliest first. With a telephone in common it is
 * enough that nothing speaks against them. Whom a brother or sister explains better is not proposed: families ask
 * for several children, with one surname and one mother.
 */
export function propose(asked: Asked[], links: Link[], searches: Searches): Proposal[] {
  const described = new Map(asked.map((one) => [keyOfPlace(one), ofSought(one.person)]))
  return nearPairs(asked)
    .filter(([a, b]) => mayJoin(a, b, links, searches))
    .flatMap(([a, b]) => {
      const weighed = weigh(described.get(keyOfPlace(a))!, described.get(keyOfPlace(b))!)
      const phone = phoneIn(a.contact)
      const samePhone = phone !== undefined && phone === phoneIn(b.contact)
      const isLikely = weighed.log10LR >= (samePhone ? 0 : SHOWN_FROM) && weighed.sibling.log10LR >= 0
      return isLikely ? [{ a, b, weighed, samePhone }] : []
    })
    .sort((x, y) => y.weighed.log10LR - x.weighed.log10LR || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1))
}

const pairKey = (a: Place, b: Place): string => `${keyOfPlace(a)} ${keyOfPlace(b)}`

/** Different requests, not one search yet, nobody said that they are two, and nobody would be sought twice in one. */
function mayJoin(a: Place, b: Place, links: Link[], searches: Searches): boolean {
  if (a.relative === b.relative) return false
  const [as, bs] = [placesWith(searches, a), placesWith(searches, b)]
  if (as.some((place) => bs.some((other) => other.relative === place.relative))) return false
  const [aKeys, bKeys] = [new Set(as.map(keyOfPlace)), new Set(bs.map(keyOfPlace))]
  return !links.some((link) => {
    const [x, y] = [keyOfPlace(link.a), keyOfPlace(link.b)]
    const across = (aKeys.has(x) && bKeys.has(y)) || (aKeys.has(y) && bKeys.has(x))
    return link.state === 'apart' && across
  })
}

/** Pairs worth weighing: near in name, of one mother by name, or asked for from one telephone. Each pair once. */
function nearPairs(asked: Asked[]): [Asked, Asked][] {
  const byKey = new Map(asked.map((one) => [keyOfPlace(one), one]))
  const index = buildIndex(
    asked.flatMap((one) =>
      [one.person.name, ...(one.person.otherNames ?? [])].map((name) => ({ id: keyOfPlace(one), name })),
    ),
  )
  const groups = [
    ...Map.groupBy(asked, (one) => one.person.mother && keyOf(one.person.mother)).entries(),
    ...Map.groupBy(asked, (one) => phoneIn(one.contact)).entries(),
  ].flatMap(([key, group]) => (key ? [group.slice(0, MOST_NEAR)] : []))
  const pairs = new Map<string, [Asked, Asked]>()
  const add = (one: Asked, other: Asked) => {
    const [a, b] = keyOfPlace(one) < keyOfPlace(other) ? [one, other] : [other, one]
    if (a !== b) pairs.set(pairKey(a, b), [a, b])
  }
  for (const group of groups) for (const one of group) for (const other of group) add(one, other)
  for (const one of asked)
    for (const { id, log10LR } of search(index, one.person.name, MOST_NEAR + 1))
      if (log10LR > 0) add(one, byKey.get(id)!)
  return [...pairs.values()]
}
