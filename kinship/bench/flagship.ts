/**
 * How fast the engine weighs, in one run on one machine: beside the slow twin, beside a plain loop of as many
 * multiplications as the plan counts, and as times. Writes a row for this release into results.md.
 *
 *   node kinship/bench/flagship.ts [--write]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bruteForceLikelihood } from '../reference/brute-force.ts'
import { buildNetwork } from '../src/engine/network.ts'
import { evidenceOf, familyOf, prepareLocus, profilesOf, readLocus } from '../src/engine/problem.ts'
import { batchesOf, compiledFor, planFor } from '../src/engine/solver.ts'
import {
  engine,
  type Hypothesis,
  type KinshipCase,
  type Locus,
  likelihoods,
  prepareLikelihoodRatio,
} from '../src/index.ts'
import { dropped, flagship, flagshipTyped, fourLoops, fourLoopsTyped, kit, stepwise } from './families.ts'

type Figure = { name: string; value: number; unit: string }

const withoutChild = flagship.filter(({ id }) => id !== 'K' && id !== 'F')
const hypotheses: Hypothesis[] = [
  { name: 'related', pedigrees: [flagship] },
  { name: 'unrelated', pedigrees: [withoutChild, [{ id: 'K', father: null, mother: null, sex: 'male' }]] },
]

const [left, right] = [new Float64Array(1024).fill(1.0000001), new Float64Array(1024).fill(0.9999999)]

const figures: Figure[] = [
  { name: 'twin / engine, one locus of 3 alleles', value: twinRatio(), unit: 'x' },
  ...flagshipFigures('no mutation', kit({ model: 'none' }), 0),
  ...flagshipFigures('stepwise', kit(stepwise), 0),
  ...flagshipFigures('theta 0.03', kit({ model: 'none' }), 0.03),
  ...flagshipFigures('theta 0.03 and stepwise', kit(stepwise), 0.03),
  { name: 'what-if, stepwise: one more relative typed', value: whatIf(kit(stepwise)), unit: 'ms' },
  { name: '40 people, four loops, a locus', value: loops(kit({ model: 'none' })), unit: 'ms' },
  { name: '40 people, four loops, stepwise, a locus', value: loops(kit(stepwise)), unit: 'ms' },
]
for (const { name, value, unit } of figures) console.log(`${name}: ${shown(value)} ${unit}`)
if (process.argv.includes('--write')) record(figures)

function flagshipFigures(name: string, loci: Locus[], theta: number): Figure[] {
  const frame = { loci, hypotheses, theta }
  const sets = Array.from({ length: 20 }, (_, seed) => dropped(flagship, flagshipTyped, loci, seed))
  const weigh = prepareLikelihoodRatio(frame)
  const next = cycle(sets)
  const warm = time(() => weigh({ genotypes: next() }), 1000)
  const cold = time(() => prepareLikelihoodRatio(frame)({ genotypes: next() }), 30)
  const figures = [
    { name: `flagship, ${name}, prepared`, value: warm, unit: 'ms' },
    { name: `flagship, ${name}, from nothing`, value: cold, unit: 'ms' },
  ]
  if (theta > 0) return figures
  const counted = multiplications({ loci, hypotheses, genotypes: sets[0]! })
  const floor = time(() => multiply(counted), 200)
  return [
    ...figures,
    { name: `flagship, ${name}, prepared / ${counted} bare multiplications`, value: warm / floor, unit: 'x' },
  ]
}

/** What the plans count for all loci under all hypotheses. */
function multiplications(input: KinshipCase): number {
  const profiles = profilesOf(input)
  const readings = input.loci.map((locus) => readLocus(prepareLocus(locus), profiles))
  let total = 0
  for (const hypothesis of input.hypotheses) {
    const family = familyOf(hypothesis)
    const problems = readings.map((reading) => ({
      isX: false,
      ladder: reading.ladder,
      evidence: evidenceOf(reading, family),
    }))
    for (const { structure, lanes } of batchesOf(family, problems)) {
      const compiled = compiledFor(new Map(), '', () => buildNetwork(structure, { kind: 'independent' }))
      for (const lane of lanes) total += planFor(compiled, [[lane]]).cost
    }
  }
  return Math.round(total)
}

/** As many multiply-adds as asked for, on numbers that stay in the cache. */
function multiply(count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += left[i & 1023]! * right[i & 1023]!
  return sum
}

function twinRatio(): number {
  const mutation = { female: { model: 'stepwise', rate: 0.002 }, male: { model: 'stepwise', rate: 0.002 } }
  const locus: Locus = {
    name: 'S',
    chrom: 'autosomal',
    alleles: ['10', '11', '12'],
    frequencies: [0.2, 0.3, 0.5],
    mutation,
  }
  const input: KinshipCase = {
    loci: [locus],
    genotypes: dropped(flagship, flagshipTyped, [locus], 1),
    hypotheses: hypotheses.slice(0, 1),
  }
  const slow = time(() => bruteForceLikelihood(input, locus, [flagship]), 3)
  return slow / time(() => likelihoods(input), 300)
}

/** The first answer after the uncle's profile is added to a prepared case that has not seen it. */
function whatIf(loci: Locus[]): number {
  const all = dropped(flagship, flagshipTyped, loci, 1)
  const { U: _, ...without } = all
  const times = Array.from({ length: 30 }, () => {
    const weigh = prepareLikelihoodRatio({ loci, hypotheses })
    weigh({ genotypes: without })
    const start = performance.now()
    weigh({ genotypes: all })
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[15]!
}

function loops(loci: Locus[]): number {
  const people = fourLoops()
  const weigh = prepareLikelihoodRatio({ loci, hypotheses: [{ name: 'H', pedigrees: [people] }] })
  const genotypes = dropped(people, fourLoopsTyped, loci, 1)
  return time(() => weigh({ genotypes }), 9) / loci.length
}

function cycle<Item>(items: Item[]): () => Item {
  let next = 0
  return () => items[next++ % items.length]!
}

/** Milliseconds of one run: the median of many, after some to warm up. */
function time(run: () => unknown, repeats: number): number {
  for (let i = 0; i < repeats; i++) run()
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)]!
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

/** The page with the column of this release, replaced when it is there already. */
function record(rows: Figure[]): void {
  const page = join(import.meta.dirname, 'results.md')
  const text = existsSync(page) ? readFileSync(page, 'utf8') : heading(rows)
  const row = `| ${engine.version} | ${rows.map(({ value }) => shown(value)).join(' | ')} |`
  const rest = text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith(`| ${engine.version} |`))
  writeFileSync(page, `${[...rest, row].join('\n')}\n`)
}

function heading(rows: Figure[]): string {
  return `# How fast kinship weighs

Written by \`node kinship/bench/flagship.ts --write\`, two shared cores, medians. The flagship: 23 loci; grandmother,
aunt and uncle of a child typed, the mother not; against unrelated. "Prepared": the case's frame is prepared
and warm, and every run weighs other profiles; "from nothing": tables, matrices and plans as well. Other programs
on such a machine, as quoted to us: 458 to 1,153 ms stepwise, 8 to 12 ms without mutation, 56 ms with theta
0.03; 1.9 s a locus for 40 people with four loops.

| kinship | ${rows.map(({ name, unit }) => `${name} (${unit})`).join(' | ')} |
|---|${rows.map(() => '---').join('|')}|
`
}
