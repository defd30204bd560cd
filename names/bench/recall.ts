#!/usr/bin/env node
/**
 * Recall at 1 and 10 on held-out name parts, beside two plain methods. A query's answers are all spellings any row
 * gives it (no table has learned from a row with a held-out query); the candidates are all held-out spellings, filled
 * up with others of the file to the number said.
 * `recall.ts 300` asks 300 queries a task (1,000 unless told).
 */
import {
  haveSpellingPairs,
  heldOut,
  joinSpellings,
  readSpellingPairs,
  type SpellingPair,
  seeded,
} from '../scripts/pairs.ts'
import { buildIndex, search } from '../src/index.ts'
import { jaroWinkler, transliterate } from './baseline.ts'
import { doubleMetaphone, editDistance } from './metaphone.ts'

const QUERIES = Number(process.argv[2] ?? 1000)

type Ranker = (query: string) => string[]
type Task = { name: string; queries: string[]; answers: Map<string, Set<string>>; candidates: string[] }

/** For each right-hand spelling all left-hand ones the rows give it. */
const pairing = (pairs: SpellingPair[]): Map<string, Set<string>> => {
  const answers = new Map<string, Set<string>>()
  for (const { other, latin } of pairs) answers.set(other, (answers.get(other) ?? new Set()).add(latin))
  return answers
}

const taskOf = (
  name: string,
  queries: string[],
  answers: Map<string, Set<string>>,
  [own, others, size]: [own: string[], others: string[], size: number],
): Task => {
  const random = seeded(2)
  const filling = others.map((word) => ({ word, at: random() })).sort((x, y) => x.at - y.at)
  const candidates = [...new Set([...own, ...filling.map(({ word }) => word)])].slice(0, size)
  return { name, queries: [...new Set(queries)], answers, candidates }
}

const ours = (candidates: string[]): Ranker => {
  const index = buildIndex(candidates.map((name, i) => ({ id: String(i).padStart(6, '0'), name })))
  return (query) => search(index, query, 10).map((hit) => hit.name)
}

/** The ten candidates of greatest likeness, the first ones among equals. */
const ranked = <T>(
  candidates: string[],
  read: (word: string) => T,
  likeness: (a: T, b: T) => number,
): Ranker => {
  const known = candidates.map((name) => ({ name, form: read(name) }))
  return (query) => {
    const form = read(query)
    return known
      .map((c) => ({ name: c.name, value: likeness(form, c.form) }))
      .sort((x, y) => y.value - x.value)
      .slice(0, 10)
      .map((c) => c.name)
  }
}

const METHODS: [string, (candidates: string[]) => Ranker][] = [
  ['names', ours],
  ['transliteration + Jaro-Winkler', (c) => ranked(c, transliterate, jaroWinkler)],
  ['Double Metaphone + edit distance', (c) => ranked(c, doubleMetaphone, (a, b) => -editDistance(a, b))],
]

const sampleOf = (task: Task): string[] => {
  const random = seeded(1)
  const keyed = task.queries.map((query) => ({ query, at: random() }))
  return keyed
    .sort((x, y) => x.at - y.at)
    .slice(0, QUERIES)
    .map(({ query }) => query)
}

const measure = (task: Task, rank: Ranker): string => {
  const queries = sampleOf(task)
  const begun = performance.now()
  const places = queries.map((q) => rank(q).findIndex((name) => task.answers.get(q)!.has(name)))
  const ms = (performance.now() - begun) / queries.length
  const share = (n: number): string =>
    (places.filter((p) => p >= 0 && p < n).length / places.length).toFixed(3)
  return `${share(1)} | ${share(10)} | ${ms.toFixed(1)}`
}

const main = (): void => {
  if (!haveSpellingPairs()) {
    console.log('The spelling pairs are not here; nothing measured.')
    return
  }
  const [allArabic, allRussian] = [readSpellingPairs('en-ar'), readSpellingPairs('en-ru')]
  const [arabic, russian] = [heldOut(allArabic), heldOut(allRussian)]
  const latin = (pairs: SpellingPair[]) => pairs.map((p) => p.latin)
  const other = (pairs: SpellingPair[]) => pairs.map((p) => p.other)
  const [latinOf, russianOf] = [pairing(allArabic), pairing(allRussian)]
  const arabicToRussian = pairing(joinSpellings(allRussian, allArabic))
  const tasks = [
    taskOf('Arabic -> Latin', other(arabic), latinOf, [latin(arabic), latin(allArabic), 13_000]),
    taskOf('Russian -> Latin', other(russian), russianOf, [latin(russian), latin(allRussian), 33_000]),
    taskOf('Arabic -> Russian', other(joinSpellings(russian, arabic)), arabicToRussian, [
      other(russian),
      other(allRussian),
      31_000,
    ]),
  ]
  console.log('| task | method | recall@1 | recall@10 | ms a query |\n|---|---|---|---|---|')
  for (const task of tasks) {
    for (const [method, ranker] of METHODS) {
      const row = measure(task, ranker(task.candidates))
      console.log(`| ${task.name} (${task.candidates.length}) | ${method} | ${row} |`)
    }
  }
}
main()
