/**
 * Compares the kinship engine with the values other programs (pedprobr, forrel, ribd, pedmut, dvir, Familias)
 * print for the same cases, and writes one row per release and one per kind into results.md.
 *
 *   node verification/kinship.ts [folder of case files, default ../shared/data/kinship]
 *
 * Exit 1 when a computed value differs by more than its case allows, 2 when there are no cases.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { engine } from '../kinship/src/index.ts'
import { defaultFolder, readExamples } from './examples.ts'
import { compareAll, resultsPage, total } from './results.ts'

const folder = process.argv[2] ?? defaultFolder
const page = join(import.meta.dirname, 'results.md')
const examples = readExamples(folder)

if (examples.length === 0) {
  process.stderr.write(`No case files in ${folder}.\n`)
  process.exitCode = 2
} else {
  const byKind = compareAll(examples)
  const { agree, differ, refused } = total([...byKind.values()])
  writeFileSync(page, resultsPage(existsSync(page) ? readFileSync(page, 'utf8') : '', engine.version, byKind))
  process.stdout.write(`${agree} agree, ${differ.length} differ, ${refused.length} refused\n`)
  for (const line of [...differ, ...refused]) process.stdout.write(`${line}\n`)
  process.exitCode = differ.length > 0 ? 1 : 0
}
