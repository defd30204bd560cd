#!/usr/bin/env node
/** Writes `src/tables/odds.ts` and `frequent.ts` from the spelling pairs, in a few seconds. Same rows, same tables. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corporaFor, headerOf, TABLES } from './corpora.ts'
import { printFrequent } from './frequent.ts'
import { learnOdds, printOdds } from './learn.ts'
import { readSpellingPairs } from './pairs.ts'

const header = headerOf('learn-odds.ts')
const all = [...readSpellingPairs('en-ar'), ...readSpellingPairs('en-ru')]
writeFileSync(join(TABLES, 'frequent.ts'), printFrequent(all, header))

const odds = learnOdds(corporaFor('learn'), 4)
writeFileSync(
  join(TABLES, 'odds.ts'),
  printOdds(
    odds,
    `${header}\n// One name part in ten was held out, one in twenty kept for the calibration (scripts/pairs.ts).`,
  ),
)
