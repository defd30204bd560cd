import { solveCase } from '../kinship/src/formats/index.ts'
import type { Example } from './examples.ts'
import { compareExample } from './rules.ts'

/** What became of the examples of one kind. `worst`: the largest relative difference of computed values. */
export type Tally = { agree: number; worst: number; differ: string[]; refused: string[] }

/** Solves every example and compares it, by kind in the order they come. */
export function compareAll(examples: Example[]): Map<string, Tally> {
  const byKind = new Map<string, Tally>()
  for (const example of examples) {
    const tally = byKind.get(example.kind) ?? { agree: 0, worst: 0, differ: [], refused: [] }
    byKind.set(example.kind, tally)
    const result = solveCase(example, 0, examples)
    if (result.refusal) {
      tally.refused.push(`${example.id}: ${result.refusal.code}`)
      continue
    }
    const { share, relative, where } = compareExample(example, result)
    tally.worst = Math.max(tally.worst, relative)
    if (share <= 1) tally.agree++
    else tally.differ.push(`${example.id}: ${where}, ${share} times what is allowed`)
  }
  return byKind
}

export function total(tallies: Tally[]): Tally {
  return {
    agree: tallies.reduce((sum, { agree }) => sum + agree, 0),
    worst: Math.max(0, ...tallies.map(({ worst }) => worst)),
    differ: tallies.flatMap(({ differ }) => differ),
    refused: tallies.flatMap(({ refused }) => refused),
  }
}

const columns = 'examples | agree | differ | refused | worst relative difference |\n|---|---|---|---|---|---|'
const heading = `# Our numbers beside other programs'

Written by \`node verification/kinship.ts\`. Each example is a case with the values pedprobr 1.1.0, forrel 1.9.0,
ribd 1.7.1, pedmut 0.9.1, dvir 3.4.2 or Familias 2.6.4 compute for it. "Agree": every field they print, to the tolerance of
the case (1e-9 relative for likelihoods and powers, 1e-10 to 1e-12 for mutation matrices). Estimates found by
search agree within 1e-4 to 1e-3, absolute; simulations within four standard errors of the difference (MPPsims,
of four profiles, within a factor of ten). Those count in "agree" and not in the worst relative difference.
"Refused": not computed by that release, and says so.

`

/** The whole page: the rows of earlier releases kept, this one's last, and its kinds one by one. */
export function resultsPage(before: string, version: string, byKind: Map<string, Tally>): string {
  const earlier = before
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => /^\| \d/.test(line) && !line.startsWith(`| ${version} |`))
  const kinds = [...byKind].map(([kind, tally]) => row(kind, tally))
  return `${heading}| kinship | ${columns}
${[...earlier, row(version, total([...byKind.values()]))].join('\n')}

## By kind, kinship ${version}

| kind | ${columns}
${kinds.join('\n')}
`
}

function row(name: string, { agree, differ, refused, worst }: Tally): string {
  const cells = [agree + differ.length + refused.length, agree, differ.length, refused.length]
  return `| ${[name, ...cells, worst === 0 ? '0' : worst.toExponential(1)].join(' | ')} |`
}
