/**
 * Compares the kinship engine with the values other programs (pedprobr, Familias, pedmut) print for the same
 * cases, and writes one row per release into results.md.
 *
 *   node verification/kinship.ts [folder of case files, default ../shared/data/kinship]
 *
 * Exit 1 when a computed value differs by more than its case allows.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { solveCase } from '../kinship/src/formats/index.ts'
import { engine } from '../kinship/src/index.ts'
import { compareFields } from './compare.ts'

type Example = { id: string; kind: string; relTolerance?: number; expected: Record<string, unknown> }
type Tally = { agree: string[]; differ: string[]; refused: string[]; worst: number }

const fields = [
  'logLikelihoodPerLocus',
  'likelihoodPerLocus',
  'logLikelihood',
  'reference',
  'LRperLocus',
  'LR',
  'likelihood',
  'log10LR',
]
const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/data/kinship')
const page = join(import.meta.dirname, 'results.md')

if (!existsSync(folder)) {
  process.stderr.write(`No case files in ${folder}.\n`)
  process.exitCode = 2
} else {
  const tally = compareAll(readExamples(folder))
  writeFileSync(page, withRow(existsSync(page) ? readFileSync(page, 'utf8') : heading(), tally))
  process.stdout.write(
    `${tally.agree.length} agree, ${tally.differ.length} differ, ${tally.refused.length} refused\n`,
  )
  for (const line of [...tally.differ, ...tally.refused]) process.stdout.write(`${line}\n`)
  process.exitCode = tally.differ.length > 0 ? 1 : 0
}

function readExamples(from: string): Example[] {
  const files = readdirSync(from)
    .filter((name) => name.endsWith('.json'))
    .sort()
  return files.flatMap((name) => JSON.parse(readFileSync(join(from, name), 'utf8')).cases as Example[])
}

function compareAll(examples: Example[]): Tally {
  const tally: Tally = { agree: [], differ: [], refused: [], worst: 0 }
  for (const example of examples) {
    const result = solveCase(example)
    if (result.refusal) {
      tally.refused.push(`${example.id}: ${result.refusal.code}`)
      continue
    }
    const { worst, where } = compareFields(example.expected, result, fields)
    tally.worst = Math.max(tally.worst, worst)
    if (worst <= (example.relTolerance ?? 1e-9)) tally.agree.push(example.id)
    else tally.differ.push(`${example.id}: ${where} by ${worst}`)
  }
  return tally
}

function heading(): string {
  return `# Our numbers beside other programs'

Written by \`node verification/kinship.ts\`. Each example is a case with the values pedprobr 1.1.0, forrel, dvir,
pedmut 0.9.1 or Familias 2.6.4 compute for it. "Agree": every printed value within 1e-9, relative. "Refused":
the kind is not computed by that release, and says so.

| kinship | examples | agree | differ | refused | worst relative difference |
|---|---|---|---|---|---|
`
}

/** The page with the row of this release, replaced when it is there already. */
function withRow(text: string, { agree, differ, refused, worst }: Tally): string {
  const total = agree.length + differ.length + refused.length
  const row = `| ${engine.version} | ${total} | ${agree.length} | ${differ.length} | ${refused.length} | ${worst.toExponential(1)} |`
  const rest = text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith(`| ${engine.version} |`))
  return `${[...rest, row].join('\n')}\n`
}
