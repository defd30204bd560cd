import { orRefusal, refuse } from '../refusal.ts'
import type { Hypothesis, Note, RefusalDetail } from '../types.ts'
import { checkDatabase, type HaplotypeDatabase } from './database.ts'
import type { LineageChoice, LineageEvidence, LineVerdict } from './evidence.ts'
import {
  checkedReference,
  checkedTheta,
  haplotypeFindings,
  quotedProbabilities,
} from './haplotype-findings.ts'
import { lineRatio, ratioOf, type Shown } from './line-ratio.ts'
import { lineNotPersonNote, partialNote, saysNothingNote, thetaNote } from './lineage-notes.ts'
import { type Line, linesOf } from './lines.ts'
import { compareIn, type MtHaplotype, type MtRange, mtDifferences, sharedRanges } from './mt-haplotype.ts'
import { mtRuleNote, mtVerdictNotes, noMtRatioNote } from './mt-notes.ts'

export type MtEvidenceInput = LineageChoice & {
  profiles: Record<string, MtHaplotype>
  hypotheses: Hypothesis[]
  database: HaplotypeDatabase<MtHaplotype>
}

/**
 * The likelihood ratio of mitochondrial haplotypes: who of the typed people share a maternal line is read from the
 * pedigrees. Inside a line, no difference is consistent, one is inconclusive, two or more contradict the line
 * (ISFG, Parson et al. 2014); a ratio is given only between hypotheses whose lines are all consistent, because no
 * established rate turns a difference or a heteroplasmy into a number.
 *
 * @example Maternal aunt and nephew show one haplotype, seen 4 times among 499; against unrelated:
 *   LR = 1 / ((4 + 1) / (499 + 1)) = 100.
 * @returns the evidence, or `{ refusal }` saying what to change
 */
export function mtEvidence(input: MtEvidenceInput): LineageEvidence | { refusal: RefusalDetail } {
  return orRefusal(() => weighMt(input))
}

type Compared = { verdict: LineVerdict; notes: Note[] }

function weighMt(input: MtEvidenceInput): LineageEvidence {
  checkDatabase(input.database)
  const reference = checkedReference(input.hypotheses, input.reference)
  const theta = checkedTheta(input.theta)
  const profiles = new Map(Object.entries(input.profiles))
  if (profiles.size === 0) refuse('nobody-typed', 'Nobody has a mitochondrial haplotype: leave it out.')
  const { ranges, left, isPartial } = comparedRanges([...profiles.values()], input.database)
  const comparison = compareIn(ranges, isPartial)
  const findings = haplotypeFindings(profiles, input.database, comparison, input.confidence)
  const { probabilities, notes } = quotedProbabilities(findings, input.method)
  const shown: Shown = {
    keyOf: (person) => comparison.keyOf(profiles.get(person)!),
    probabilityOf: (key) => probabilities.get(key)!,
    theta,
  }
  const lines = new Map(input.hypotheses.map((h) => [h.name, linesOf(h, 'MT', [...profiles.keys()])]))
  const compared = new Map([...lines].map(([h, own]) => [h, compareLines(h, own, profiles, ranges)]))
  const weighed = weighHypotheses(lines, compared, shown, reference)
  const { name, source, scope, n } = input.database
  return {
    marker: 'MT',
    database: { name, source, scope, n },
    method: input.method ?? 'count',
    confidence: input.confidence ?? 0.95,
    theta,
    compared: ranges.map(rangeText),
    haplotypes: findings,
    lines: Object.fromEntries([...lines].map(([h, own]) => [h, own.map(({ typed }) => typed)])),
    verdict: Object.fromEntries([...compared].map(([h, { verdict }]) => [h, verdict])),
    reference,
    ...weighed.values,
    notes: [
      lineNotPersonNote('MT'),
      mtRuleNote,
      ...(left.length > 0 ? [partialNote(ranges.map(rangeText), left)] : []),
      ...(theta > 0 ? [thetaNote(theta)] : []),
      ...notes,
      ...[...compared.values()].flatMap((found) => found.notes),
      ...weighed.notes,
    ],
  }
}

function comparedRanges(
  profiles: MtHaplotype[],
  database: HaplotypeDatabase<MtHaplotype>,
): { ranges: MtRange[]; left: string[]; isPartial: boolean } {
  const counted = database.counts.map(({ haplotype }) => haplotype)
  const ranges = sharedRanges([...profiles, ...counted].map((haplotype) => haplotype.ranges))
  if (ranges.length === 0) {
    refuse(
      'no-shared-range',
      'No part of the mitochondrial genome was read in everybody and in the database: read the same range, or choose another database.',
    )
  }
  const width = (all: MtRange[]) => all.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  const isWider = ({ ranges: own }: MtHaplotype) => width(sharedRanges([own])) > width(ranges)
  const left = profiles
    .filter(isWider)
    .flatMap(({ ranges: own }) => own.map((range) => `the rest of ${rangeText(range)}`))
  return { ranges, left: [...new Set(left)], isPartial: counted.some(isWider) }
}

/** Every two people of a line compared; the line is as good as its worst pair. */
function compareLines(
  hypothesis: string,
  lines: Line[],
  profiles: Map<string, MtHaplotype>,
  ranges: MtRange[],
): Compared {
  const pairs = lines.flatMap(({ typed }) =>
    typed.flatMap((a, index) =>
      typed.slice(index + 1).map((b) => {
        const [x, y] = [profiles.get(a)!.differences, profiles.get(b)!.differences]
        return { a, b, ...mtDifferences(x, y, ranges) }
      }),
    ),
  )
  const most = Math.max(0, ...pairs.map(({ differences }) => differences.length))
  const verdict: LineVerdict = most === 0 ? 'consistent' : most === 1 ? 'inconclusive' : 'contradicted'
  return { verdict, notes: pairs.flatMap((pair) => mtVerdictNotes(hypothesis, pair)) }
}

function weighHypotheses(
  lines: Map<string, Line[]>,
  compared: Map<string, Compared>,
  shown: Shown,
  reference: string,
): { values: Pick<LineageEvidence, 'LR' | 'log10LR'>; notes: Note[] } {
  const values: Pick<LineageEvidence, 'LR' | 'log10LR'> = { LR: {}, log10LR: {} }
  const notes: Note[] = []
  for (const [name, own] of lines) {
    if (name === reference) continue
    const verdicts = [name, reference].map((h) => compared.get(h)!.verdict)
    if (verdicts.every((verdict) => verdict === 'consistent')) {
      const { log, isSameGrouping } = lineRatio(own, lines.get(reference)!, shown, () => 0, true)
      const { LR, log10LR } = ratioOf(log)
      values.LR[name] = LR
      values.log10LR[name] = log10LR
      if (isSameGrouping) notes.push(saysNothingNote('MT', name, false))
    } else {
      values.LR[name] = null
      values.log10LR[name] = null
      notes.push(noMtRatioNote(name))
    }
  }
  return { values, notes }
}

function rangeText([from, to]: MtRange): string {
  return `${from}-${to}`
}
