#!/usr/bin/env node
/**
 * Writes `src/tables/likelihood.ts`, in about ten seconds: the maps from scores to LR, fitted on rows neither
 * `learn-odds.ts` nor `train-graphones.ts` has learned from. Run it after them. Same rows, same tables.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alignSounds } from '../src/align.ts'
import { wordScore } from '../src/likelihood.ts'
import type { Sounds } from '../src/slots.ts'
import { corporaFor, headerOf, type SoundPair, TABLES } from './corpora.ts'
import { fitMonotone } from './fit.ts'
import { seeded } from './pairs.ts'

const RANDOM_PAIRS = 1_000_000

const round = (x: number): number => Math.round(100 * x) / 100

const alike = (a: Sounds, b: Sounds): boolean =>
  a.slots.length === b.slots.length && a.slots.every((slot, i) => slot === b.slots[i])

/** A left and a right spelling of two different names. */
const drawApart = (pairs: SoundPair[], random: () => number): SoundPair => {
  for (;;) {
    const one = pairs[Math.floor(random() * pairs.length)]!
    const other = pairs[Math.floor(random() * pairs.length)]!
    if (!alike(one[0], other[0]) && !alike(one[1], other[1])) return [one[0], other[1]]
  }
}

const fitted = (kind: string, pairs: SoundPair[], score: (a: Sounds, b: Sounds) => number): string => {
  const random = seeded(20180820)
  const same = pairs.map(([a, b]) => score(a, b))
  const chance = Array.from({ length: RANDOM_PAIRS }, () => score(...drawApart(pairs, random)))
  const rows = fitMonotone(same, chance).map(([s, lr]) => `    [${round(s)}, ${round(lr)}],`)
  return `  ${kind}: [\n${rows.join('\n')}\n  ],\n`
}

const both = (a: Sounds, b: Sounds): number => wordScore(a, b).score
const [latinArabic, latinRussian, russianArabic] = corporaFor('fit')
const maps = [
  fitted('alike', latinRussian, (a, b) => alignSounds(a, b)),
  fitted("'arabic latin'", latinArabic, both),
  fitted("'cyrillic latin'", latinRussian, both),
  fitted("'arabic cyrillic'", russianArabic, both),
]
writeFileSync(
  join(TABLES, 'likelihood.ts'),
  `${headerOf('calibrate.ts')}
// One name part in twenty, learned from by no other table (scripts/pairs.ts).
// Knots of the monotone maps, by the kind of two spellings: score, log10 LR (same name : two random names).
export const knots: Record<string, readonly (readonly [number, number])[]> = {
${maps.join('')}}
`,
)
