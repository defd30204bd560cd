import { joinSpellings, readSpellingPairs, rowsFor, type SpellingPair, seeded } from '../scripts/pairs.ts'

/** `answers`: of a query, all spellings any row of the files gives it. */
export type Task = {
  name: string
  queries: string[]
  answers: Map<string, Set<string>>
  candidates: string[]
}

/**
 * Which rows the queries are from (`fit`: those kept for the calibration, on which choices are made; `hold`: those
 * held out from everything), what the candidates are filled up with (`seen`: rows the tables learned from; `none`:
 * nothing, all candidates are held out), and the seed of both draws.
 */
export type Draw = {
  rows: 'fit' | 'hold'
  filling: 'seen' | 'none'
  seed: number
  queries: number
  sample: number
}

/** For each right-hand spelling all left-hand ones the rows give it. */
const pairing = (pairs: SpellingPair[]): Map<string, Set<string>> => {
  const answers = new Map<string, Set<string>>()
  for (const { other, latin } of pairs) answers.set(other, (answers.get(other) ?? new Set()).add(latin))
  return answers
}

export const shuffled = <T>(values: Iterable<T>, seed: number): T[] => {
  const random = seeded(seed)
  return [...values]
    .map((value) => ({ value, at: random() }))
    .sort((x, y) => x.at - y.at)
    .map(({ value }) => value)
}

const latin = (pairs: SpellingPair[]): string[] => pairs.map((p) => p.latin)

/** The queries of sample n are the n-th thousand of all, so that samples share none. */
const taskOf = (name: string, all: SpellingPair[], size: number, draw: Draw): Task => {
  const own = all.filter((p) => p.use === draw.rows)
  const asked = draw.rows === 'hold' ? own : rowsFor('fit', all)
  const others = draw.filling === 'seen' ? shuffled(latin(all), 2 + draw.seed) : []
  const from = draw.sample * draw.queries
  return {
    name,
    queries: shuffled(new Set(asked.map((p) => p.other)), 1 + draw.seed).slice(from, from + draw.queries),
    answers: pairing(all),
    candidates: [...new Set([...shuffled(latin(own), 3 + draw.seed), ...others])].slice(0, size),
  }
}

/** The three tasks; a query whose answers are all beyond the number of candidates is left out. */
export const tasksOf = (draw: Draw): Task[] => {
  const [arabic, russian] = [readSpellingPairs('en-ar'), readSpellingPairs('en-ru')]
  const joined = joinSpellings(russian, arabic)
  // The Russian spelling stands in the cell `latin` of the joined rows; candidates are all Russian ones.
  const inRussian = (pairs: SpellingPair[]): SpellingPair[] => pairs.map((p) => ({ ...p, latin: p.other }))
  const tasks = [
    taskOf('Arabic -> Latin', arabic, 13_000, draw),
    taskOf('Russian -> Latin', russian, 33_000, draw),
    {
      ...taskOf('Arabic -> Russian', joined, 0, draw),
      candidates: taskOf('', inRussian(russian), 31_000, draw).candidates,
    },
  ]
  return tasks.map((task) => {
    const there = new Set(task.candidates)
    return {
      ...task,
      queries: task.queries.filter((q) => [...task.answers.get(q)!].some((a) => there.has(a))),
    }
  })
}
