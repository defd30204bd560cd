import {
  buildIndex,
  compareReady,
  type NameIndex,
  type PartComparison,
  readyName,
  search,
} from '@sandsage/names'
import { type Beginnings, findBegun, layOut } from './beginnings.ts'
import { type Entry, type Field, type Found, inScope, type Scope, type Wanted, type Why } from './entries.ts'

/** Some people laid out to be found by name. `owners[n]`: whose name n is. */
export type Part = {
  people: Entry[]
  at: Map<string, number>
  texts: string[]
  owners: Uint32Array
  fields: Field[]
  index: NameIndex
  beginnings: Beginnings
  scoped: Map<string, NameIndex>
}

/** Lays people out; some seconds for a hundred thousand. */
export function layOutPeople(people: Entry[]): Part {
  const names = people.flatMap((person, owner) => person.names.map((one) => ({ ...one, owner })))
  return {
    people,
    at: new Map(people.map(({ id }, at) => [id, at])),
    texts: names.map(({ text }) => text),
    owners: Uint32Array.from(names, ({ owner }) => owner),
    fields: names.map(({ field }) => field),
    index: buildIndex(names.map(({ text }, at) => ({ id: String(at), name: text }))),
    beginnings: layOut(names.map(({ text }) => text)),
    scoped: new Map(),
  }
}

/** Different people who ask see different parts of it; what they see is kept for the next time, for so many. */
const MOST_SCOPES = 24

function indexFor(part: Part, scope: Scope, kind: string | undefined): NameIndex {
  if (scope === null && !kind) return part.index
  const key = JSON.stringify([scope, kind])
  const before = part.scoped.get(key)
  if (before) return before
  if (part.scoped.size >= MOST_SCOPES) part.scoped.delete(part.scoped.keys().next().value!)
  const seen = part.people.map((person) => inScope(scope, person) && (!kind || person.kind === kind))
  const made = part.index.filter(({ id }) => seen[part.owners[Number(id)]!]!)
  part.scoped.set(key, made)
  return made
}

/** People whose names are compared in full, and those looked up for each word. */
const COMPARED = 40
const LOOKED_UP = 60
/** What a name must say (log10) for its bearer to be worth showing. */
const SHOWN_FROM = 1

/** `named`: at least one word is one of the person's names, however common it is. */
type Best = { log10LR: number; why: Why[]; named: boolean }

/** The people of a part who fit best. `isGone`: laid out anew elsewhere since. */
export function findIn(part: Part, wanted: Wanted, isGone: (id: string) => boolean): Found[] {
  const { words, scope, kind } = wanted
  const sees = (person: Entry) =>
    inScope(scope, person) && (!kind || person.kind === kind) && !isGone(person.id)
  const index = indexFor(part, scope, kind)
  const begun = begunBy(part, words.at(-1) ?? '', sees)
  const queries = [...new Set([words.join(' '), ...(words.length > 1 ? words : [])])]
  const firsts = new Map<number, number>()
  const note = (owner: number, log10LR: number) =>
    firsts.set(owner, Math.max(firsts.get(owner) ?? Number.NEGATIVE_INFINITY, log10LR))
  for (const query of queries)
    for (const hit of search(index, query, LOOKED_UP)) note(part.owners[Number(hit.id)]!, hit.log10LR)
  if (words.length === 1) for (const [owner, { log10LR }] of begun) note(owner, log10LR)
  const likely = [...firsts]
    .filter(([owner]) => sees(part.people[owner]!))
    .sort((a, b) => b[1] - a[1])
    .slice(0, COMPARED)
  const ready = readyName(words.join(' '))
  return likely.flatMap(([owner]) => {
    const person = part.people[owner]!
    const { named, ...best } = bestFor(person, ready, begun.get(owner))
    const isShown = best.log10LR >= SHOWN_FROM || (named && best.log10LR > 0)
    return isShown ? [{ id: person.id, ...withYears(person, best, wanted) }] : []
  })
}

type Begins = { log10LR: number; begins: true; field: Field; text: string }

/** Where nearly every name begins so it says little, and still it is what was typed. */
const LEAST_BEGUN = 0.3

/** Who has a name that begins so; it says as much as such beginnings are rare. */
function begunBy(part: Part, typed: string, sees: (person: Entry) => boolean): Map<number, Begins> {
  const found = findBegun(part.beginnings, typed)
  const count = found.reduce((sum, { names }) => sum + names.length, 0)
  const log10LR = Math.max(LEAST_BEGUN, Math.log10(part.texts.length / Math.max(1, count)))
  const begun = new Map<number, Begins>()
  for (const { names } of found)
    for (const name of names) {
      const owner = part.owners[name]!
      if (begun.has(owner) || !sees(part.people[owner]!)) continue
      begun.set(owner, { log10LR, begins: true, field: part.fields[name]!, text: part.texts[name]! })
      if (begun.size >= LOOKED_UP) return begun
    }
  return begun
}

type Ready = ReturnType<typeof readyName>
const EARLIER: Record<Field, number> = { name: 0, other: 1, mother: 2 }

type Said = { part: Pick<PartComparison, 'log10LR' | 'verdict'>; from: { field: Field; text: string } }

/** The name that fits best, and for the words it does not have the best other name of the same person. */
function bestFor(person: Entry, asked: Ready, begun: Begins | undefined): Best {
  const compared = person.names
    .map((from) => ({ from, comparison: compareReady(asked, readyName(from.text)) }))
    .sort(
      (a, b) => b.comparison.log10LR - a.comparison.log10LR || EARLIER[a.from.field] - EARLIER[b.from.field],
    )
  const said = new Map<string, Said>()
  for (const [at, { from, comparison }] of compared.entries())
    for (const part of comparison.parts) {
      if (part.a === null || part.verdict === 'missing') continue
      const before = said.get(part.a)
      if (at === 0 || (part.log10LR > 0 && (before?.part.log10LR ?? 0) <= 0)) said.set(part.a, { part, from })
    }
  const last = asked.parts.at(-1)?.text
  if (begun && last !== undefined && begun.log10LR > (said.get(last)?.part.log10LR ?? 0))
    said.set(last, { part: { log10LR: begun.log10LR, verdict: 'similar' }, from: begun })
  return summed([...said.values()])
}

const summed = (said: Said[]): Best => ({
  log10LR: said.reduce((sum, { part }) => sum + part.log10LR, 0),
  named: said.some(
    ({ part, from }) => part.verdict === 'same' || part.verdict === 'spelled-differently' || 'begins' in from,
  ),
  why: whyOf(said),
})

function whyOf(said: Said[]): Why[] {
  const why = new Map<string, Why>()
  for (const { part, from } of said) {
    if (part.log10LR <= 0) continue
    const how = 'begins' in from ? 'begins' : 'sounds'
    why.set(`${from.field} ${from.text}`, { field: from.field, how, text: from.text })
  }
  return [...why.values()]
}

/** Births are spread over a childhood; a year that fits says so much, one that does not as much against each year. */
const CHILDHOOD = 18

function withYears(
  { earliest, latest }: Entry,
  best: Pick<Found, 'log10LR' | 'why'>,
  { years }: Wanted,
): Pick<Found, 'log10LR' | 'why'> {
  if (years.length === 0 || earliest === null || latest === null) return best
  const apart = Math.min(...years.map((year) => Math.max(0, earliest - year, year - latest)))
  if (apart > 0) return { ...best, log10LR: best.log10LR - Math.min(4, apart) }
  const fits = Math.max(0, Math.log10(CHILDHOOD / (latest - earliest + 1)))
  return { log10LR: best.log10LR + fits, why: [...best.why, { field: 'born', how: 'in' }] }
}
