import { buildIndex, search } from '@sandsage/names'
import type { Sought } from '../model.ts'
import { SHOWN_FROM } from '../rules.ts'
import { keyOf, plainText } from '../text.ts'
import { ofSought, type Weighed, weigh } from '../weighing/weigh.ts'
import { keyOfPlace, type Link, type Place, placesWith, type Searches } from './model.ts'

/** A person sought, with what else the request says of the one who asks. */
export type Asked = Place & { person: Sought; contact: string; askedAt: string }
export type Proposal = { a: Asked; b: Asked; weighed: Weighed; samePhone: boolean }

/** Near in name, or in one family: no more than this many are weighed for one sought person. */
const MOST_NEAR = 12
/** Nobody looks through more than this many for one sought person; the next come when these are decided. */
const MOST_SHOWN = 4
/** Desks whose weighing is kept, and how much is weighed without a pause. */
const MOST_DESKS = 8
const AT_ONCE = 20
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
 * for several children, with one surname and one mother. What was weighed for a `desk` is kept for the next time.
 */
export async function propose(
  asked: Asked[],
  links: Link[],
  searches: Searches,
  desk = '',
): Promise<Proposal[]> {
  const shown = new Map<string, number>()
  const apart = links.filter((link) => link.state === 'apart')
  return (await weighedPairs(asked, desk)).filter(({ a, b }) => {
    if (!mayJoin(a, b, apart, searches)) return false
    const [one, other] = [keyOfPlace(a), keyOfPlace(b)]
    const most = Math.max(shown.get(one) ?? 0, shown.get(other) ?? 0)
    for (const key of [one, other]) shown.set(key, (shown.get(key) ?? 0) + 1)
    return most < MOST_SHOWN
  })
}

/** Who was asked for, as it was written, and the pairs that weighed enough. */
type Weighing = { seen: Map<string, string>; proposals: Proposal[] }
const kept = new Map<string, Promise<Weighing>>()

/** Weighs only what is new: a desk of a thousand requests gets one more, not a thousand others. */
async function weighedPairs(asked: Asked[], desk: string): Promise<Proposal[]> {
  const before = kept.get(desk) ?? Promise.resolve({ seen: new Map(), proposals: [] })
  const after = before
    .catch((): Weighing => ({ seen: new Map(), proposals: [] }))
    .then((known) => weighFurther(asked, known))
  kept.delete(desk)
  kept.set(desk, after)
  for (const [oldest] of kept) if (kept.size > MOST_DESKS) kept.delete(oldest)
  return (await after).proposals
}

async function weighFurther(asked: Asked[], known: Weighing): Promise<Weighing> {
  const seen = new Map(asked.map((one) => [keyOfPlace(one), JSON.stringify(one)]))
  const isKnown = (one: Place) => known.seen.get(keyOfPlace(one)) === seen.get(keyOfPlace(one))
  if (seen.size === known.seen.size && asked.every(isKnown)) return known
  const stands = (one: Place) => seen.has(keyOfPlace(one)) && isKnown(one)
  const proposals = known.proposals.filter(({ a, b }) => stands(a) && stands(b))
  const described = new Map(asked.map((one) => [keyOfPlace(one), ofSought(one.person)]))
  const pairs = await nearPairs(asked, (one) => !isKnown(one))
  for (const [n, [a, b]] of pairs.entries()) {
    if (n % AT_ONCE === AT_ONCE - 1) await pause()
    const weighed = weigh(described.get(keyOfPlace(a))!, described.get(keyOfPlace(b))!)
    const phone = phoneIn(a.contact)
    const samePhone = phone !== undefined && phone === phoneIn(b.contact)
    const isLikely = weighed.log10LR >= (samePhone ? 0 : SHOWN_FROM) && weighed.sibling.log10LR >= 0
    if (isLikely) proposals.push({ a, b, weighed, samePhone })
  }
  const byWeight = (x: Proposal, y: Proposal) =>
    y.weighed.log10LR - x.weighed.log10LR || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1)
  return { seen, proposals: proposals.sort(byWeight) }
}

/** Lets other work in between: a thousand requests take seconds. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
const pairKey = (a: Place, b: Place): string => `${keyOfPlace(a)} ${keyOfPlace(b)}`

/** Different requests, not one search yet, nobody said that they are two, and nobody would be sought twice in one. */
function mayJoin(a: Place, b: Place, apart: Link[], searches: Searches): boolean {
  const [as, bs] = [placesWith(searches, a), placesWith(searches, b)]
  if (as.some((place) => bs.some((other) => other.relative === place.relative))) return false
  const [aKeys, bKeys] = [new Set(as.map(keyOfPlace)), new Set(bs.map(keyOfPlace))]
  return !apart.some((link) => {
    const [x, y] = [keyOfPlace(link.a), keyOfPlace(link.b)]
    return (aKeys.has(x) && bKeys.has(y)) || (aKeys.has(y) && bKeys.has(x))
  })
}

/** Pairs of two requests, one of them new, that are near in name, of one mother by name, or of one telephone. */
async function nearPairs(asked: Asked[], isNew: (one: Asked) => boolean): Promise<[Asked, Asked][]> {
  const fresh = asked.filter(isNew)
  if (fresh.length === 0) return []
  const byKey = new Map(asked.map((one) => [keyOfPlace(one), one]))
  const names = asked.flatMap((one) =>
    [one.person.name, ...(one.person.otherNames ?? [])].map((name) => ({ id: keyOfPlace(one), name })),
  )
  const index = buildIndex(names)
  const groups = [
    ...Map.groupBy(asked, (one) => one.person.mother && keyOf(one.person.mother)).entries(),
    ...Map.groupBy(asked, (one) => phoneIn(one.contact)).entries(),
  ].flatMap(([key, group]) => (key ? [group.slice(0, MOST_NEAR)] : []))
  const pairs = new Map<string, [Asked, Asked]>()
  const add = (one: Asked, other: Asked) => {
    const [a, b] = keyOfPlace(one) < keyOfPlace(other) ? [one, other] : [other, one]
    if (a.relative !== b.relative && (isNew(a) || isNew(b))) pairs.set(pairKey(a, b), [a, b])
  }
  for (const group of groups) for (const one of group) for (const other of group) add(one, other)
  for (const [n, one] of fresh.entries()) {
    if (n % AT_ONCE === AT_ONCE - 1) await pause()
    for (const { id, log10LR } of search(index, one.person.name, MOST_NEAR + 1))
      if (log10LR > 0) add(one, byKey.get(id)!)
  }
  return [...pairs.values()]
}
