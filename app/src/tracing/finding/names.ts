import { compareReady, type PartComparison, readyName } from '@sandsage/names'
import { type Beginnings, findBegun } from './beginnings.ts'
import { type Entry, type Field, type Found, inScope, type Wanted, type Why } from './entries.ts'
import { findSounding, layOutWords, type Words } from './words.ts'

/** Some people laid out to be found by name. Name n is `texts[n]`, of `people[owners[n]]`. */
export type Part = {
  people: Entry[]
  texts: string[]
  owners: Uint32Array
  fields: Field[]
  words: Words & Beginnings
}

/** Lays people out; some seconds for a hundred thousand. */
export function layOutPeople(people: Entry[]): Part {
  const names = people.flatMap((person, owner) => person.names.map((one) => ({ ...one, owner })))
  const texts = names.map(({ text }) => text)
  return {
    people,
    texts,
    owners: Uint32Array.from(names, ({ owner }) => owner),
    fields: names.map(({ field }) => field),
    words: layOutWords(texts),
  }
}

/** People whose names are compared in full: the best by their words. */
const COMPARED = 60
/** People found by how a name begins. */
const BEGUN = 400
/** What a name must say (log10) for its bearer to be worth showing. */
const SHOWN_FROM = 1

/** `named`: at least one word is one of the person's names, however common it is. */
type Best = { log10LR: number; why: Why[]; named: boolean }

/** The people of a part who fit best. `isGone`: laid out anew elsewhere since. */
export function findIn(part: Part, wanted: Wanted, isGone: (id: string) => boolean): Found[] {
  const { words, scope, kind } = wanted
  const sees = (person: Entry) =>
    inScope(scope, person) && (!kind || person.kind === kind) && !isGone(person.id)
  const begun = begunBy(part, words.at(-1) ?? '', sees)
  const ready = readyName(words.join(' '))
  return likeliest(part, wanted, begun, sees).flatMap((owner) => {
    const person = part.people[owner]!
    const { named, ...best } = bestFor(person, ready, begun.get(owner))
    const isShown = best.log10LR >= SHOWN_FROM || (named && best.log10LR > 0)
    return isShown ? [{ id: person.id, ...withYears(person, best, wanted) }] : []
  })
}

/** Whom their words speak for most, each word of the question counted once, with the year of birth. */
function likeliest(
  { people, owners, words }: Part,
  wanted: Wanted,
  begun: Map<number, Begins>,
  sees: (person: Entry) => boolean,
): number[] {
  const sums = new Float32Array(people.length)
  const last = wanted.words.length - 1
  for (const [at, word] of wanted.words.entries()) {
    const said = new Float32Array(people.length)
    if (at === last) for (const [owner, { log10LR }] of begun) said[owner] = log10LR
    for (const { bearers, log10LR } of findSounding(words, word, wanted.words[at + 1]))
      for (const name of bearers) {
        const owner = owners[name]!
        if (log10LR > said[owner]!) said[owner] = log10LR
      }
    for (let owner = 0; owner < said.length; owner++) sums[owner]! += said[owner]!
  }
  const likely: { owner: number; sum: number }[] = []
  for (let owner = 0; owner < sums.length; owner++) {
    if (sums[owner]! > 0) likely.push({ owner, sum: sums[owner]! + ofYears(people[owner]!, wanted.years) })
  }
  likely.sort((a, b) => b.sum - a.sum || a.owner - b.owner)
  const seen: number[] = []
  for (const { owner } of likely) {
    if (seen.length === COMPARED) break
    if (sees(people[owner]!)) seen.push(owner)
  }
  return seen
}

type Begins = { log10LR: number; begins: true; field: Field; text: string }

/** Where nearly every name begins so it says little, and still it is what was typed. */
const LEAST_BEGUN = 0.3

/** Who has a name that begins so; it says as much as such beginnings are rare. */
function begunBy(part: Part, typed: string, sees: (person: Entry) => boolean): Map<number, Begins> {
  const found = findBegun(part.words, typed)
  const count = found.reduce((sum, { names }) => sum + names.length, 0)
  const log10LR = Math.max(LEAST_BEGUN, Math.log10(part.texts.length / Math.max(1, count)))
  const begun = new Map<number, Begins>()
  for (const { names } of found)
    for (const name of names) {
      const owner = part.owners[name]!
      if (begun.has(owner) || !sees(part.people[owner]!)) continue
      begun.set(owner, { log10LR, begins: true, field: part.fields[name]!, text: part.texts[name]! })
      if (begun.size >= BEGUN) return begun
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
const MOST_AGAINST = 4

/** What years of birth that were named say of a person; nothing where none was named, or none is known. */
function ofYears({ earliest, latest }: Pick<Entry, 'earliest' | 'latest'>, years: number[]): number {
  if (years.length === 0 || earliest === null || latest === null) return 0
  const apart = Math.min(...years.map((year) => Math.max(0, earliest - year, year - latest)))
  return apart > 0
    ? -Math.min(MOST_AGAINST, apart)
    : Math.max(0, Math.log10(CHILDHOOD / (latest - earliest + 1)))
}

function withYears(
  person: Entry,
  best: Pick<Found, 'log10LR' | 'why'>,
  { years }: Wanted,
): Pick<Found, 'log10LR' | 'why'> {
  const weight = ofYears(person, years)
  const why: Why[] = weight > 0 ? [...best.why, { field: 'born', how: 'in' }] : best.why
  return { log10LR: best.log10LR + weight, why }
}
