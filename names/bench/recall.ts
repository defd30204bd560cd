#!/usr/bin/env node
import {
  haveSpellingPairs,
  heldOut,
  joinSpellings,
  readSpellingPairs,
  type SpellingPair,
  seeded,
} from '../scripts/pairs.ts'
/**
 * Recall at 1 and 10: Latin spellings asked of Arabic, Russian spellings, and Russian asked of Arabic, on rows
 * held out from the calibration; 500 queries against 5,000 candidates, next to the baseline.
 */
import { buildIndex, search } from '../src/index.ts'
import { jaroWinkler, transliterate } from './baseline.ts'

const QUERIES = 500
const CANDIDATES = 5000

type Ranker = (query: string) => string[]
type Sample = { queries: SpellingPair[]; candidates: string[] }

/** The sample has each candidate spelling once; a query's answer is any row of the file with its spelling. */
const draw = (pairs: SpellingPair[], seed: number): Sample => {
  const random = seeded(seed)
  const keyed = heldOut(pairs).map((p) => ({ p, at: random() }))
  const rows = keyed.sort((x, y) => x.at - y.at).map(({ p }) => p)
  const seen = new Map(rows.map((p) => [p.other, p]))
  const chosen = [...seen.values()].slice(0, CANDIDATES)
  return { queries: chosen.slice(0, QUERIES), candidates: chosen.map((p) => p.other) }
}

const ours = (candidates: string[]): Ranker => {
  const index = buildIndex(candidates.map((name, i) => ({ id: String(i).padStart(5, '0'), name })))
  return (query) => search(index, query, 10).map((hit) => hit.name)
}

const baseline = (candidates: string[]): Ranker => {
  const plain = candidates.map((name) => ({ name, letters: transliterate(name) }))
  return (query) => {
    const letters = transliterate(query)
    const scored = plain.map((c) => ({ name: c.name, score: jaroWinkler(letters, c.letters) }))
    return scored
      .sort((x, y) => y.score - x.score)
      .slice(0, 10)
      .map((c) => c.name)
  }
}

const measure = (sample: Sample, rank: Ranker): string => {
  const begun = performance.now()
  const places = sample.queries.map((q) => rank(q.latin).indexOf(q.other))
  const ms = (performance.now() - begun) / sample.queries.length
  const share = (n: number): string =>
    (places.filter((p) => p >= 0 && p < n).length / places.length).toFixed(3)
  return `${share(1)} | ${share(10)} | ${ms.toFixed(1)}`
}

const main = (): void => {
  if (!haveSpellingPairs()) {
    console.log('The spelling pairs are not here; nothing measured.')
    return
  }
  const [arabic, russian] = [readSpellingPairs('en-ar'), readSpellingPairs('en-ru')]
  const tasks: [string, SpellingPair[]][] = [
    ['Latin -> Arabic', arabic],
    ['Latin -> Russian', russian],
    ['Russian -> Arabic', joinSpellings(russian, arabic)],
  ]
  console.log('| task | method | recall@1 | recall@10 | ms a query |\n|---|---|---|---|---|')
  for (const [task, pairs] of tasks) {
    const sample = draw(pairs, 1)
    console.log(
      `| ${task} (${sample.candidates.length}) | names | ${measure(sample, ours(sample.candidates))} |`,
    )
    console.log(`| | transliteration + Jaro-Winkler | ${measure(sample, baseline(sample.candidates))} |`)
  }
}
main()
