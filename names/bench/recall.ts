#!/usr/bin/env node
/**
 * Recall at 1 and 10 on name parts that no table has learned from, beside two plain methods.
 *
 *   recall.ts [--queries 1000] [--samples 1] [--rows hold|fit] [--filling seen|none] [--ours] [--misses 20]
 *
 * Samples share no query and draw their filling anew. `--rows fit` asks the rows kept for the calibration: choices
 * are made there, never on `hold`. `--filling none` leaves only held-out candidates: those a table has learned from
 * are easier to tell from others than new ones, in either direction. What is said after +- is one standard error.
 */
import { parseArgs } from 'node:util'
import { haveSpellingPairs } from '../scripts/pairs.ts'
import { buildIndex, search } from '../src/index.ts'
import { jaroWinkler, transliterate } from './baseline.ts'
import { doubleMetaphone, editDistance } from './metaphone.ts'
import { type Draw, type Task, tasksOf } from './tasks.ts'

const { values: options } = parseArgs({
  options: {
    queries: { type: 'string', default: '1000' },
    samples: { type: 'string', default: '1' },
    rows: { type: 'string', default: 'hold' },
    filling: { type: 'string', default: 'seen' },
    ours: { type: 'boolean', default: false },
    misses: { type: 'string', default: '0' },
  },
})

type Ranker = (query: string) => string[]
type Method = { name: string; ranker: (candidates: string[]) => Ranker }

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

const METHODS: Method[] = [
  { name: 'names', ranker: ours },
  { name: 'transliteration + Jaro-Winkler', ranker: (c) => ranked(c, transliterate, jaroWinkler) },
  {
    name: 'Double Metaphone + edit distance',
    ranker: (c) => ranked(c, doubleMetaphone, (a, b) => -editDistance(a, b)),
  },
]

type Measured = { places: number[]; ms: number; misses: string[] }

const measure = (task: Task, rank: Ranker): Measured => {
  const begun = performance.now()
  const hits = task.queries.map(rank)
  const ms = performance.now() - begun
  const places = hits.map((names, n) =>
    names.findIndex((name) => task.answers.get(task.queries[n]!)!.has(name)),
  )
  const misses = places.flatMap((place, n) =>
    place === 0
      ? []
      : [`${task.queries[n]}\t${[...task.answers.get(task.queries[n]!)!]}\t${hits[n]!.slice(0, 3)}`],
  )
  return { places, ms, misses }
}

/** A share with its binomial standard error. */
const share = (hits: number, of: number): string => {
  const p = hits / of
  return `${(100 * p).toFixed(1)} ± ${(100 * Math.sqrt((p * (1 - p)) / of)).toFixed(1)}`
}

const rowOf = (runs: Measured[]): string => {
  const places = runs.flatMap((run) => run.places)
  const within = (n: number, all: number[]): number => all.filter((p) => p >= 0 && p < n).length
  const ms = runs.reduce((sum, run) => sum + run.ms, 0) / places.length
  const asked = runs.filter((run) => run.places.length > 0)
  const each = asked.map((run) => ((100 * within(1, run.places)) / run.places.length).toFixed(1)).join(' ')
  const counted = `${share(within(1, places), places.length)} | ${share(within(10, places), places.length)}`
  return `${places.length} | ${counted} | ${each} | ${ms.toFixed(1)}`
}

const main = (): void => {
  if (!haveSpellingPairs()) {
    console.log('The spelling pairs are not here; nothing measured.')
    return
  }
  const samples = Array.from({ length: Number(options.samples) }, (_, sample): Task[] =>
    tasksOf({
      rows: options.rows as Draw['rows'],
      filling: options.filling as Draw['filling'],
      queries: Number(options.queries),
      seed: 10 * sample,
      sample,
    }),
  )
  console.log('| task | method | queries | recall@1 % | recall@10 % | @1 by sample | ms a query |')
  console.log('|---|---|---|---|---|---|---|')
  for (const [n, { name, candidates }] of samples[0]!.entries()) {
    for (const method of options.ours ? METHODS.slice(0, 1) : METHODS) {
      const runs = samples.map((tasks) => measure(tasks[n]!, method.ranker(tasks[n]!.candidates)))
      console.log(`| ${name} (${candidates.length}) | ${method.name} | ${rowOf(runs)} |`)
      for (const miss of runs[0]!.misses.slice(0, Number(options.misses))) console.log(miss)
    }
  }
}
main()
