import { orRefusal, refuse } from '../refusal.ts'
import type { Hypothesis, Note, RefusalDetail } from '../types.ts'
import { clanNote } from './clan.ts'
import { checkDatabase, type HaplotypeDatabase } from './database.ts'
import type { LineageChoice, LineageEvidence, LineVerdict } from './evidence.ts'
import {
  checkedReference,
  checkedTheta,
  haplotypeFindings,
  quotedProbabilities,
} from './haplotype-findings.ts'
import { lineRatio, ratioOf, type Shown } from './line-ratio.ts'
import {
  impossibleNote,
  inferredFounderNote,
  lineNotPersonNote,
  partialNote,
  saysNothingNote,
  stepwiseNote,
  thetaNote,
} from './lineage-notes.ts'
import { type Line, linesOf } from './lines.ts'
import { compareAt, orderedHaplotype, sharedLoci, type YHaplotype } from './y-haplotype.ts'
import { checkedMutation, logTransmissions, type YMutation } from './y-mutation.ts'

export type YEvidenceInput = LineageChoice & {
  /** person -> what was typed; loci may be missing. */
  profiles: Record<string, YHaplotype>
  hypotheses: Hypothesis[]
  database: HaplotypeDatabase<YHaplotype>
  /** `null`: a haplotype is passed on unchanged. */
  mutation: YMutation | null
  /**
   * Between hypotheses that group the typed men alike, who all share the haplotype of their line: `says-nothing`
   * (the default) gives 1, `count-meioses` the small ratio that comes from no mutation in more or fewer meioses.
   */
  sameLine?: 'says-nothing' | 'count-meioses'
}

/**
 * The likelihood ratio of Y haplotypes: who of the typed men share a paternal line is read from the pedigrees of
 * each hypothesis. Lines are unrelated but for theta; inside a line the haplotype mutates from father to son.
 *
 * @example Two men with one haplotype, seen 0 times among 99; "paternal uncle" against "unrelated", no mutation:
 *   LR = 1 / ((0 + 1) / (99 + 1)) = 100.
 * @returns the evidence, or `{ refusal }` saying what to change
 */
export function yEvidence(input: YEvidenceInput): LineageEvidence | { refusal: RefusalDetail } {
  return orRefusal(() => weighY(input))
}

type Prepared = {
  input: YEvidenceInput
  profiles: Map<string, YHaplotype>
  loci: string[]
  shown: Shown
  lines: Map<string, Line[]>
  logTransmission: (line: Line) => number
}

function weighY(input: YEvidenceInput): LineageEvidence {
  checkDatabase(input.database)
  const reference = checkedReference(input.hypotheses, input.reference)
  const theta = checkedTheta(input.theta)
  const profiles = new Map(
    Object.entries(input.profiles)
      .filter(([, haplotype]) => Object.keys(haplotype).length > 0)
      .map(([person, haplotype]) => [person, orderedHaplotype(haplotype)]),
  )
  if (profiles.size === 0) refuse('nobody-typed', 'Nobody has a Y haplotype: leave the Y evidence out.')
  const counts = input.database.counts.map((row) => ({ ...row, haplotype: orderedHaplotype(row.haplotype) }))
  const { loci, left, isPartial } = comparedLoci(
    [...profiles.values()],
    counts.map((row) => row.haplotype),
  )
  const comparison = compareAt(loci, isPartial)
  const findings = haplotypeFindings(profiles, { ...input.database, counts }, comparison, input.confidence)
  const { probabilities, notes } = quotedProbabilities(findings, input.method)
  const prepared: Prepared = {
    input,
    profiles,
    loci,
    shown: {
      keyOf: (person) => comparison.keyOf(profiles.get(person)!),
      probabilityOf: (key) => probabilities.get(key)!,
      theta,
    },
    lines: new Map(input.hypotheses.map((h) => [h.name, linesOf(h, 'Y', [...profiles.keys()])])),
    logTransmission: logTransmissions(profiles, loci, checkedMutation(input.mutation, loci)),
  }
  const weighed = weighHypotheses(prepared, reference)
  const { name, source, scope, n } = input.database
  return {
    marker: 'Y',
    database: { name, source, scope, n },
    method: input.method ?? 'count',
    confidence: input.confidence ?? 0.95,
    theta,
    compared: loci,
    haplotypes: findings,
    lines: Object.fromEntries([...prepared.lines].map(([h, lines]) => [h, lines.map(({ typed }) => typed)])),
    reference,
    ...weighed.values,
    notes: [
      clanNote(scope),
      lineNotPersonNote('Y'),
      ...(left.length > 0 ? [partialNote(loci, left)] : []),
      ...(theta > 0 ? [thetaNote(theta)] : []),
      ...notes,
      ...modelNotes(prepared),
      ...weighed.notes,
    ],
  }
}

function comparedLoci(
  profiles: YHaplotype[],
  counted: YHaplotype[],
): { loci: string[]; left: string[]; isPartial: boolean } {
  const loci = sharedLoci([...profiles, ...counted])
  if (loci.length === 0) {
    refuse(
      'no-shared-loci',
      'No Y locus was typed in everybody and counted in the database: type more loci, leave somebody out or choose another database.',
    )
  }
  const beyond = (haplotypes: YHaplotype[]) =>
    haplotypes.flatMap((haplotype) => Object.keys(haplotype)).filter((locus) => !loci.includes(locus))
  return { loci, left: [...new Set(beyond(profiles))], isPartial: beyond(counted).length > 0 }
}

function weighHypotheses(
  { input, shown, lines, logTransmission }: Prepared,
  reference: string,
): { values: Pick<LineageEvidence, 'LR' | 'log10LR' | 'verdict'>; notes: Note[] } {
  const values: Pick<LineageEvidence, 'LR' | 'log10LR' | 'verdict'> = { LR: {}, log10LR: {}, verdict: {} }
  const notes: Note[] = []
  for (const [name, own] of lines) {
    const isPossible = own.every((line) => logTransmission(line) > Number.NEGATIVE_INFINITY)
    const verdict: LineVerdict = isPossible ? 'consistent' : 'contradicted'
    values.verdict[name] = verdict
    if (!isPossible) notes.push(impossibleNote(name, false))
    if (name === reference) continue
    const hasMutations = own.some((line) => hasSeveral(line, shown))
    const saysNothing = !hasMutations && input.sameLine !== 'count-meioses'
    const { log, isSameGrouping } = lineRatio(own, lines.get(reference)!, shown, logTransmission, saysNothing)
    if (log === null) notes.push(impossibleNote(name, true))
    else if (isSameGrouping) notes.push(saysNothingNote('Y', name, !saysNothing))
    const { LR, log10LR } = ratioOf(log)
    values.LR[name] = LR
    values.log10LR[name] = log10LR
  }
  return { values, notes }
}

function modelNotes({ input, lines, shown }: Prepared): Note[] {
  const inferred = [...lines].filter(([, own]) =>
    own.some((line) => hasSeveral(line, shown) && line.nodes.get(line.founder)!.typed.length === 0),
  )
  return [
    ...(input.mutation ? [stepwiseNote(input.mutation.source)] : []),
    ...inferred.map(([name]) => inferredFounderNote(name)),
  ]
}

function hasSeveral(line: Line, { keyOf }: Shown): boolean {
  return new Set(line.typed.map(keyOf)).size > 1
}
