#!/usr/bin/env node
/**
 * Whole names made from held-out parts (`people.ts` says how, and with what noise): is LR 100 worth 100, and how
 * often is the right person found? `whole.ts [fit|hold] [people]`: `fit` asks the rows kept for the calibration.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { haveSpellingPairs, seeded } from '../scripts/pairs.ts'
import { compareReady } from '../src/compare.ts'
import { buildIndex, search } from '../src/index.ts'
import { type ReadyName, readyName } from '../src/part.ts'
import { drawCalibration, type Point } from './chart.ts'
import { drawPeople, type Part, partsFor, type Script, written } from './people.ts'

const ROWS = process.argv[2] === 'fit' ? 'fit' : 'hold'
const PEOPLE = Number(process.argv[3] ?? 3000)
const QUERIES = 1000
const CANDIDATES = 10_000
const APART = 100
/** An observed LR needs this many pairs on both sides. */
const LEAST = 5
const SCRIPTS: [Script, Script][] = [
  ['arabic', 'latin'],
  ['cyrillic', 'latin'],
  ['arabic', 'cyrillic'],
]
const LABEL: Record<Script, string> = { latin: 'Latin', cyrillic: 'Cyrillic', arabic: 'Arabic' }
const EDGES = [-1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 30]

type Bin = { same: number; apart: number; stated: number }

const calibration = (parts: Part[]): { rows: string[]; above: string[]; points: Point[] } => {
  const random = seeded(17)
  const bins: Bin[] = EDGES.map(() => ({ same: 0, apart: 0, stated: 0 }))
  const add = (lr: number, side: 'same' | 'apart'): void => {
    const at = EDGES.findIndex((edge) => lr < edge)
    const bin = bins[at < 0 ? EDGES.length - 1 : at]!
    bin[side]++
    bin.stated += lr
  }
  let [same, apart] = [0, 0]
  for (const [a, b] of SCRIPTS) {
    const people = drawPeople(parts, PEOPLE, random)
    const ready = (script: Script): ReadyName[] =>
      people.map((person) => readyName(written(person, script, parts, random)))
    const [left, right] = [ready(a), ready(b)]
    for (const [n, name] of left.entries()) {
      add(compareReady(name, right[n]!).log10LR, 'same')
      same++
      for (let k = 0; k < APART; k++) {
        const other = Math.floor(random() * people.length)
        if (other === n) continue
        add(compareReady(name, right[other]!).log10LR, 'apart')
        apart++
      }
    }
  }
  const observed = (s: number, r: number): string =>
    s < LEAST || r < LEAST ? '-' : Math.log10(s / same / (r / apart)).toFixed(2)
  const rows = bins.map((bin, n) => {
    const from = n === 0 ? 'below' : `${EDGES[n - 1]} to`
    const mean = bin.stated / Math.max(1, bin.same + bin.apart)
    return `| ${from} ${EDGES[n]} | ${mean.toFixed(2)} | ${bin.same} | ${bin.apart} | ${observed(bin.same, bin.apart)} |`
  })
  const above = [1, 2, 3, 4].map((k) => {
    const of = bins.slice(EDGES.indexOf(k) + 1)
    const [s, r] = [of.reduce((t, x) => t + x.same, 0), of.reduce((t, x) => t + x.apart, 0)]
    return `LR ${10 ** k} or more: ${((100 * s) / same).toFixed(1)} % of the same, 1 in ${r === 0 ? `more than ${apart}` : Math.round(apart / r)} of two people`
  })
  const points = bins
    .filter((bin) => bin.same >= LEAST && bin.apart >= LEAST)
    .map((bin) => ({
      ...bin,
      stated: bin.stated / (bin.same + bin.apart),
      observed: Math.log10(bin.same / same / (bin.apart / apart)),
    }))
  return { rows, above, points: points.filter(({ stated }) => stated >= -3) }
}

/** Recall of whole names, and the time of a search. */
const recall = (parts: Part[], [from, to]: [Script, Script]): string => {
  const random = seeded(23)
  const people = drawPeople(parts, CANDIDATES, random)
  const index = buildIndex(
    people.map((person, n) => ({ id: String(n), name: written(person, to, parts, random) })),
  )
  const queries = people.slice(0, QUERIES).map((person) => written(person, from, parts, random))
  const begun = performance.now()
  const places = queries.map((query, n) => search(index, query, 10).findIndex(({ id }) => id === String(n)))
  const ms = (performance.now() - begun) / QUERIES
  const share = (most: number): string => {
    const p = places.filter((place) => place >= 0 && place < most).length / QUERIES
    return `${(100 * p).toFixed(1)} ± ${(100 * Math.sqrt((p * (1 - p)) / QUERIES)).toFixed(1)}`
  }
  return `| ${LABEL[from]} -> ${LABEL[to]} (${CANDIDATES}) | ${share(1)} | ${share(10)} | ${ms.toFixed(1)} |`
}

const report = (parts: Part[]): void => {
  console.log(`${parts.length} different parts, ${PEOPLE} people a pair of scripts\n`)
  console.log('| task | recall@1 % | recall@10 % | ms a query |\n|---|---|---|---|')
  for (const scripts of SCRIPTS) console.log(recall(parts, scripts))
  const { rows, above, points } = calibration(parts)
  console.log(
    '\n| stated log10 LR | mean | one person | two people | observed log10 LR |\n|---|---|---|---|---|',
  )
  console.log(`${rows.join('\n')}\n\n${above.join('\n')}`)
  const series = [{ label: 'Whole names, three pairs of scripts', points }]
  if (ROWS === 'hold')
    writeFileSync(join(import.meta.dirname, 'whole.svg'), drawCalibration(series, 'whole names'))
}

const main = (): void => {
  if (!haveSpellingPairs()) {
    console.log('The spelling pairs are not here; nothing measured.')
    return
  }
  const parts = partsFor(ROWS)
  report(parts)
}
main()
