import type { Names } from '../../casefile/model.ts'
import type { Decision, Sought } from '../model.ts'
import { keyOfPlace, type Place, placesWith, type Searches } from '../searches/model.ts'
import { keyOf } from '../text.ts'
import { drawParents, type ParentClaim } from './parents.ts'
import { relationOf } from './relation.ts'

export type Sex = 'female' | 'male' | 'unknown'
/** Who a fact comes from: somebody who asks, or the house's own files (a list, a colleague). */
export type Source = { by: 'requester'; name: string } | { by: 'file' }
export type FamilyPerson = {
  key: string
  kind: 'child' | 'sought' | 'requester' | 'mother' | 'father' | 'companion'
  /** The file it opens, where the house has one. */
  file: string | null
  names: Names | null
  /** As people wrote it, each once. */
  written: string[]
  sex: Sex
  /** 0 is the child's row, 1 its parents', 2 grandparents; null: nobody said anything that places them. */
  above: number | null
}
export type FamilyLink = {
  from: string
  to: string
  role: 'mother' | 'father' | 'asks' | 'with'
  /** The relation as the one who asks says it. */
  word: string | null
  said: Source[]
  /** A person confirmed that the child is the one asked for. */
  confirmed: { by: string | null; at: string } | null
}
export type FamilyRequest = { relative: string; name: string; relation: string; sought: Sought[] }
export type FamilyChild = {
  id: string
  names: Names
  sex: Sex
  mother: string[]
  father: string[]
  companions: string[]
}
export type FamilyFacts = {
  requests: FamilyRequest[]
  children: FamilyChild[]
  searches: Searches
  /** Spread over the searches; only confirmed ones count. */
  decisions: Decision[]
}
export type Family = { people: FamilyPerson[]; links: FamilyLink[] }

/** Collects people and links; what is told twice is kept once, with both who said it. */
export type Draft = { people: Map<string, FamilyPerson>; links: Map<string, FamilyLink> }

export function addPerson(draft: Draft, person: FamilyPerson): FamilyPerson {
  const known = draft.people.get(person.key)
  if (!known) {
    draft.people.set(person.key, person)
    return person
  }
  known.written = [...new Set([...known.written, ...person.written])]
  known.above ??= person.above
  if (known.sex === 'unknown') known.sex = person.sex
  return known
}

export function addLink(draft: Draft, link: FamilyLink): void {
  const key = `${link.from} ${link.to} ${link.role}`
  const known = draft.links.get(key)
  if (!known) return void draft.links.set(key, { ...link, said: [...link.said] })
  for (const source of link.said)
    if (!known.said.some((one) => JSON.stringify(one) === JSON.stringify(source))) known.said.push(source)
  known.confirmed ??= link.confirmed
  known.word ??= link.word
}

type Sought1 = { request: FamilyRequest; place: Place; person: Sought; key: string }

/** The people and the links of what was said; drawn from what somebody said and from nothing else. */
export function familyOf(facts: FamilyFacts): Family {
  const draft: Draft = { people: new Map(), links: new Map() }
  for (const child of facts.children) addChild(draft, child)
  const sought = facts.requests.flatMap((request) =>
    request.sought.map((person, at): Sought1 => {
      const place = { relative: request.relative, sought: at }
      return { request, place, person, key: keyOfSought(place, facts) }
    }),
  )
  for (const one of sought) addSought(draft, one)
  for (const request of facts.requests) addRequester(draft, request)
  const claims = [...facts.children.flatMap(claimsOfChild), ...sought.flatMap(claimsOfSought)]
  for (const role of ['mother', 'father'] as const)
    drawParents(
      draft,
      role,
      claims.filter((one) => one.role === role),
    )
  for (const one of sought) addAsking(draft, one, facts)
  for (const child of facts.children)
    addCompanions(draft, `child ${child.id}`, child.id, child.companions, { by: 'file' })
  for (const { request, person, key } of sought)
    addCompanions(draft, key, request.relative, person.companions ?? [], sourceOf(request))
  return { people: [...draft.people.values()], links: [...draft.links.values()] }
}

const sourceOf = (request: FamilyRequest): Source => ({ by: 'requester', name: request.name })
const keyOfRequester = (relative: string): string => `requester ${relative}`
/** A grown person somebody asks for stands in the row of parents. */
const rowOf = (person: Sought): number => (person.kind === 'relative' ? 1 : 0)

/** One person however many ask: the confirmed child, else the search, else the place itself. */
function keyOfSought(place: Place, { searches, decisions, children }: FamilyFacts): string {
  const found = decisions.find(
    (one) =>
      one.choice === 'confirmed' &&
      keyOfPlace(one) === keyOfPlace(place) &&
      children.some((child) => child.id === one.child),
  )
  if (found) return `child ${found.child}`
  const [first] = placesWith(searches, place).map(keyOfPlace).sort()
  return `sought ${first}`
}

function addChild(draft: Draft, child: FamilyChild): void {
  const { id, names, sex } = child
  addPerson(draft, { key: `child ${id}`, kind: 'child', file: id, names, written: [], sex, above: 0 })
}

function addSought(draft: Draft, { key, person }: Sought1): void {
  const { name, otherNames = [], sex } = person
  const written = [name, ...otherNames]
  addPerson(draft, { key, kind: 'sought', file: null, names: null, written, sex, above: rowOf(person) })
}

function addRequester(draft: Draft, { relative, name, relation, sought }: FamilyRequest): void {
  const said = relationOf(relation)
  const above = said ? said.above + Math.max(0, ...sought.map(rowOf)) : null
  addPerson(draft, {
    ...{ key: keyOfRequester(relative), kind: 'requester', file: relative, names: null },
    ...{ written: [name], sex: said?.sex ?? 'unknown', above },
  })
}

function claimsOfChild(child: FamilyChild): ParentClaim[] {
  const claim = (role: 'mother' | 'father', name: string): ParentClaim => ({
    ...{ role, name, child: `child ${child.id}`, group: child.id, row: 1, source: { by: 'file' } },
  })
  return [
    ...child.mother.map((name) => claim('mother', name)),
    ...child.father.map((name) => claim('father', name)),
  ]
}

function claimsOfSought({ request, person, key }: Sought1): ParentClaim[] {
  const said = relationOf(request.relation)?.parent
  const row = rowOf(person) + 1
  const base = { child: key, group: request.relative, row, source: sourceOf(request) }
  const requester = keyOfRequester(request.relative)
  return [
    ...(person.mother ? [{ ...base, role: 'mother' as const, name: person.mother }] : []),
    ...(person.father ? [{ ...base, role: 'father' as const, name: person.father }] : []),
    ...(said ? [{ ...base, role: said, name: request.name, requester }] : []),
  ]
}

/** Who asks for whom; where they are a parent the link of the parent says it, confirmed or not. */
function addAsking(draft: Draft, { request, place, key }: Sought1, { decisions }: FamilyFacts): void {
  const decision = decisions.find(
    (one) =>
      one.choice === 'confirmed' && keyOfPlace(one) === keyOfPlace(place) && key === `child ${one.child}`,
  )
  const relation = relationOf(request.relation)
  addLink(draft, {
    ...{ from: keyOfRequester(request.relative), to: key, role: relation?.parent ?? 'asks' },
    ...{ word: request.relation, said: [sourceOf(request)] },
    confirmed: decision ? { by: decision.by, at: decision.at } : null,
  })
  // A mother's mother is drawn above the mother, where somebody named one.
  const parent = [...draft.links.values()].find((one) => one.to === key && one.role === relation?.side)
  if (relation?.above !== 2 || !parent || parent.from === keyOfRequester(request.relative)) return
  addLink(draft, {
    ...{ from: keyOfRequester(request.relative), to: parent.from, word: null, confirmed: null },
    ...{ role: relation.sex === 'male' ? 'father' : 'mother', said: [sourceOf(request)] },
  })
}

/** Who was with them: one of those asked for, where the name is theirs, else somebody of whom only a name is known. */
function addCompanions(draft: Draft, of: string, group: string, names: string[], source: Source): void {
  for (const name of names) {
    const known = [...draft.people.values()].find(
      (one) => one.key !== of && one.written.some((written) => keyOf(written) === keyOf(name)),
    )
    const key = known?.key ?? `companion ${group} ${keyOf(name)}`
    if (!known)
      addPerson(draft, {
        ...{ key, kind: 'companion', file: null, names: null, written: [name] },
        ...{ sex: 'unknown', above: null },
      })
    addLink(draft, { from: key, to: of, role: 'with', word: null, said: [source], confirmed: null })
  }
}
