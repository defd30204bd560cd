#!/usr/bin/env node
/**
 * Recall where every candidate is new: all tables are learned again with a quarter of the Latin spellings held out,
 * in a copy of this folder, and only held-out spellings are searched; four times, each quarter once. Arguments go
 * to `recall.ts`. Three minutes a quarter. `--quarters 1` does the first alone.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { haveSpellingPairs } from '../scripts/pairs.ts'

const HERE = join(import.meta.dirname, '..')
const LEARN = ['scripts/learn-odds.ts', 'scripts/train-graphones.ts', 'scripts/calibrate.ts']

const run = (folder: string, split: string, script: string, args: string[], shown: boolean): void => {
  const { status } = spawnSync(process.execPath, [join(folder, 'names', script), ...args], {
    env: { ...process.env, NAMES_SPLIT: split },
    stdio: ['ignore', shown ? 'inherit' : 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`${script} ended with ${status}`)
}

const measureQuarter = (quarter: number, args: string[]): void => {
  const folder = mkdtempSync(join(tmpdir(), 'names-quarter-'))
  try {
    cpSync(HERE, join(folder, 'names'), { recursive: true, filter: (path) => !path.endsWith('node_modules') })
    symlinkSync(join(HERE, '../../shared'), join(folder, 'shared'))
    // The data folder is looked for two levels above this one.
    const inner = join(folder, 'main')
    cpSync(join(folder, 'names'), join(inner, 'names'), { recursive: true })
    const split = `${5 * quarter}/5`
    for (const script of LEARN) run(inner, split, script, [], false)
    console.log(`Held out: quarter ${quarter + 1}`)
    run(inner, split, 'bench/recall.ts', ['--ours', '--filling', 'none', ...args], true)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const main = (): void => {
  if (!haveSpellingPairs()) {
    console.log('The spelling pairs are not here; nothing measured.')
    return
  }
  const args = process.argv.slice(2)
  const at = args.indexOf('--quarters')
  const quarters = at < 0 ? 4 : Number(args.splice(at, 2)[1])
  for (let quarter = 0; quarter < quarters; quarter++) measureQuarter(quarter, args)
}
main()
