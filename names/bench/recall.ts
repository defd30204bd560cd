#!/usr/bin/env node
/**
 * Recall at 1 and 10 on held-out name parts, beside two plain methods. A query's answers are all spellings a held-out
 * row gives it; the candidates are all held-out spellings. `recall.ts 300` asks 300 queries a task (1,000 unless told).
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
type Task = { name: string; answers: Map<string, Set<string>>; candidates: string[] }

const taskOf = (
  name: string,
  pairs: (readonly [query: string, answer: string])[],
  candidates: string[],
): Task => {
  const answers = new Map<string, Set<string>>()
  for (const [query, answer] of pairs) answers.set(query, (answers.get(query) ?? new Set()).add(answer))
  return { name, answers, candidates: [...new Set(candidates)] }
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
  const keyed = [...task.answers.keys()].map((query) => ({ query, at: random() }))
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
  const [arabic, russian] = [heldOut(readSpellingPairs('en-ar')), heldOut(readSpellingPairs('en-ru'))]
  const latin = (pairs: SpellingPair[]) => pairs.map((p) => p.latin)
  const other = (pairs: SpellingPair[]) => pairs.map((p) => p.other)
  const back = (pairs: SpellingPair[]) => pairs.map((p) => [p.other, p.latin] as const)
  const tasks = [
    taskOf('Arabic -> Latin', back(arabic), latin(arabic)),
    taskOf('Russian -> Latin', back(russian), latin(russian)),
    taskOf('Arabic -> Russian', back(joinSpellings(russian, arabic)), other(russian)),
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
