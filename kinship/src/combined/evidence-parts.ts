import { type LikelihoodRatios, likelihoodRatio } from '../likelihood-ratio.ts'
import type { LineageEvidence } from '../lineage/evidence.ts'
import { type MtEvidenceInput, mtEvidence } from '../lineage/mt-evidence.ts'
import { type YEvidenceInput, yEvidence } from '../lineage/y-evidence.ts'
import { KinshipRefusal, refuse } from '../refusal.ts'
import type { Hypothesis, KinshipCase, Note, RefusalDetail } from '../types.ts'

/** One kind of DNA evidence, with all it is weighed from. */
export type EvidencePart =
  | { kind: 'autosomal' | 'X'; input: KinshipCase }
  | { kind: 'Y'; input: YEvidenceInput }
  | { kind: 'MT'; input: MtEvidenceInput }

export type PartKind = EvidencePart['kind']

/** What one part says; ratios are against the reference that all parts share. */
export type WeighedPart = {
  LR: Record<string, number | null>
  log10LR: Record<string, number | null>
  notes: Note[]
} & (
  | { kind: 'autosomal' | 'X'; evidence: LikelihoodRatios }
  | { kind: 'Y' | 'MT'; evidence: LineageEvidence }
)

/**
 * The hypothesis every part is weighed against; refuses parts that may not be multiplied.
 *
 * @throws KinshipRefusal `no-parts`, `part-twice`, `part-chromosome`, `hypotheses-differ`, `pedigrees-differ`,
 *   `references-differ`
 */
export function sharedReference(parts: EvidencePart[], wanted: string | undefined): string {
  const first = parts[0] ?? refuse('no-parts', 'There is no DNA evidence to combine.')
  checkKinds(parts)
  const expected = placesByHypothesis(first.input.hypotheses)
  for (const { kind, input } of parts) checkHypotheses(first.kind, expected, kind, input.hypotheses)
  const named = new Set(
    [wanted, ...parts.map(({ input }) => input.reference)].filter((name) => name !== undefined),
  )
  if (named.size > 1) {
    refuse(
      'references-differ',
      `The parts name different references (${[...named].join(', ')}): a product needs one for all.`,
    )
  }
  const reference = [...named][0] ?? first.input.hypotheses.at(-1)?.name
  return reference !== undefined && expected.has(reference)
    ? reference
    : refuse('reference-unknown', `The reference "${reference}" is not among the hypotheses.`)
}

function checkKinds(parts: EvidencePart[]): void {
  const kinds = parts.map(({ kind }) => kind)
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index)
  if (twice)
    refuse(
      'part-twice',
      `The ${twice} evidence is given twice and would be counted twice: give one part of each kind.`,
    )
  for (const part of parts) {
    if (part.kind !== 'autosomal' && part.kind !== 'X') continue
    const wrong = part.input.loci.find((locus) => locus.chrom !== part.kind)
    if (wrong) {
      refuse(
        'part-chromosome',
        `Locus ${wrong.name} is ${wrong.chrom}, but stands in the ${part.kind} part: it would be counted twice or wrongly; give it in its own part.`,
      )
    }
  }
}

function checkHypotheses(
  firstKind: PartKind,
  expected: Map<string, string>,
  kind: PartKind,
  hypotheses: Hypothesis[],
): void {
  const found = placesByHypothesis(hypotheses)
  if (found.size < hypotheses.length)
    refuse('hypothesis-twice', `Two hypotheses of the ${kind} part have the same name.`)
  if (found.size !== expected.size || ![...found.keys()].every((name) => expected.has(name))) {
    refuse(
      'hypotheses-differ',
      `The ${firstKind} and the ${kind} part weigh hypotheses of different names (${[...expected.keys()].join(', ')}; ${[...found.keys()].join(', ')}): their ratios answer different questions.`,
    )
  }
  for (const [name, places] of found) {
    if (places === expected.get(name)) continue
    refuse(
      'pedigrees-differ',
      `The pedigrees of ${name} are not the same in the ${firstKind} and the ${kind} part: give every part the same people, also those not typed there.`,
    )
  }
}

/** hypothesis -> everybody and their parents as one string, whatever the order they are listed in. */
function placesByHypothesis(hypotheses: Hypothesis[]): Map<string, string> {
  return new Map(
    hypotheses.map(({ name, pedigrees }) => {
      const people = pedigrees
        .flat()
        .map(({ id, father, mother, sex, founderInbreeding = 0, founderInbreedingX = 0, twinOf = null }) =>
          JSON.stringify([id, father, mother, sex, founderInbreeding, founderInbreedingX, twinOf]),
        )
      return [name, people.sort().join()]
    }),
  )
}

/** One part weighed against the shared reference; a refusal of the part is one of the whole, with its kind named. */
export function weighPart(part: EvidencePart, reference: string): WeighedPart {
  if (part.kind === 'Y' || part.kind === 'MT') {
    const evidence = accepted(
      part.kind,
      part.kind === 'Y' ? yEvidence({ ...part.input, reference }) : mtEvidence({ ...part.input, reference }),
    )
    return { kind: part.kind, LR: evidence.LR, log10LR: evidence.log10LR, notes: evidence.notes, evidence }
  }
  const evidence = accepted(part.kind, likelihoodRatio({ ...part.input, reference }))
  return { kind: part.kind, LR: evidence.LR, log10LR: evidence.log10LR, notes: evidence.notes, evidence }
}

function accepted<Evidence extends object>(
  kind: PartKind,
  result: Evidence | { refusal: RefusalDetail },
): Evidence {
  if (!('refusal' in result)) return result
  throw new KinshipRefusal(result.refusal.code, `In the ${kind} part: ${result.refusal.message}`)
}
