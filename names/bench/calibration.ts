#!/usr/bin/env node
/**
 * Is an LR of 100 worth 100? On held-out name parts: how often pairs of one name and pairs of two names fall into
 * each step of stated LR, and the LR that was so observed. Prints a table and writes `calibration.svg` beside.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SoundPair, soundPairs } from '../scripts/corpora.ts'
import { haveSpellingPairs, heldOut, joinSpellings, readSpellingPairs, seeded } from '../scripts/pairs.ts'
import { wordLR } from '../src/likelihood.ts'
import { drawCalibration, type Series } from './chart.ts'

const APART = 2_000_000
const STEP = 0.5
/** An observed LR needs this many pairs on both sides. */
const LEAST = 5

const binOf = (lr: number): number => Math.floor(lr / STEP)

const observed = (label: string, pairs: SoundPair[]): Series => {
  const random = seeded(41)
  const pick = (): number => Math.floor(random() * pairs.length)
  const bins = new Map<number, { same: number; apart: number }>()
  const count = (lr: number, side: 'same' | 'apart'): void => {
    const bin = bins.get(binOf(lr)) ?? { same: 0, apart: 0 }
    bin[side]++
    bins.set(binOf(lr), bin)
  }
  for (const [a, b] of pairs) count(wordLR(a, b), 'same')
  let drawn = 0
  while (drawn < APART) {
    const [i, k] = [pick(), pick()]
    if (i === k) continue
    count(wordLR(pairs[i]![0], pairs[k]![1]), 'apart')
    drawn++
  }
  const points = [...bins]
    .filter(([, { same, apart }]) => same >= LEAST && apart >= LEAST)
    .sort(([x], [y]) => x - y)
    .map(([bin, { same, apart }]) => ({
      stated: (bin + 0.5) * STEP,
      observed: Math.log10(same / pairs.length / (apart / APART)),
      same,
      apart,
    }))
  return { label, points }
}

const main = (): void => {
  if (!haveSpellingPairs()) {
    console.log('The spelling pairs are not here; nothing measured.')
    return
  }
  const [arabic, russian] = [heldOut(readSpellingPairs('en-ar')), heldOut(readSpellingPairs('en-ru'))]
  const series = [
    observed('Latin, Arabic', soundPairs(arabic)),
    observed('Latin, Russian', soundPairs(russian)),
    observed('Russian, Arabic', soundPairs(joinSpellings(russian, arabic))),
  ]
  console.log(
    '| spellings | stated log10 LR | same name | two names | observed log10 LR |\n|---|---|---|---|---|',
  )
  for (const { label, points } of series) {
    for (const p of points) {
      console.log(
        `| ${label} | ${p.stated - STEP / 2} to ${p.stated + STEP / 2} | ${p.same} | ${p.apart} | ${p.observed.toFixed(2)} |`,
      )
    }
  }
  writeFileSync(join(import.meta.dirname, 'calibration.svg'), drawCalibration(series, 'name parts'))
}
main()
