import {
  type CombinedTraits,
  checkIndependence,
  combineNongenetic,
  type StatedIndependence,
} from '../nongenetic/combine-traits.ts'
import type { TraitRatio } from '../nongenetic/trait-ratio.ts'
import { orRefusal, refuse } from '../refusal.ts'
import type { Note, RefusalDetail } from '../types.ts'
import { engine } from '../version.ts'
import { assumptionsOf } from './assumptions.ts'
import {
  type EvidencePart,
  type PartKind,
  sharedReference,
  type WeighedPart,
  weighPart,
} from './evidence-parts.ts'

export type CombinedInput = {
  /** One of each kind at most, all with the same hypotheses and pedigrees. */
  parts: EvidencePart[]
  /** The hypothesis every ratio is taken against; the last one of the first part when absent. */
  reference?: string
  nonDna?: NonDnaInput
}

export type NonDnaInput = {
  traits: TraitRatio[]
  /** The hypothesis under which the person examined is the person sought. */
  hypothesis: string
  /** Multiplies the traits with one another. */
  independence?: StatedIndependence
  /** Multiplies their product with the DNA evidence as well. */
  independenceOfDna?: StatedIndependence
}

/** `null`: there is no number, and a note says why. `parts`: the kinds of evidence that are in it. */
export type CombinedTotal = { LR: number | null; log10LR: number | null; parts: PartKind[] }

export type CombinedEvidence = {
  engine: typeof engine
  reference: string
  parts: WeighedPart[]
  assumptions: Note[]
  /** By hypothesis, over DNA alone. */
  dna: Record<string, CombinedTotal>
  nonDna: { traits: TraitRatio[]; hypothesis: string; combined: CombinedTraits | null } | null
  /** DNA and the traits together, only where that was stated to be independent too. */
  all: {
    hypothesis: string
    LR: number | null
    log10LR: number | null
    independence: StatedIndependence
  } | null
  notes: Note[]
}

/**
 * Autosomal, X, Y and mitochondrial evidence in one statement: each part with its ratio, what multiplying them
 * assumes, and their product; evidence other than DNA stands apart unless somebody states its independence.
 *
 * @example Autosomal LR 4 and a Y haplotype with LR 100 under the same hypotheses: log10 LR = log10(400) = 2.60.
 * @returns the statement, or `{ refusal }` for what may not be multiplied
 */
export function combinedEvidence(input: CombinedInput): CombinedEvidence | { refusal: RefusalDetail } {
  return orRefusal(() => {
    const reference = sharedReference(input.parts, input.reference)
    const parts = input.parts.map((part) => weighPart(part, reference))
    const names = input.parts[0]!.input.hypotheses.map(({ name }) => name).filter(
      (name) => name !== reference,
    )
    if (names.length === 0) refuse('no-alternative', 'A combined ratio compares at least two hypotheses.')
    const totals = names.map((name) => ({ name, ...totalOf(parts, name, reference) }))
    const dna = Object.fromEntries(totals.map(({ name, total }) => [name, total]))
    return {
      engine,
      reference,
      parts,
      assumptions: assumptionsOf(input.parts),
      dna,
      ...withTraits(input.nonDna, dna),
      notes: [...totals.flatMap(({ notes }) => notes), ...traitNotes(input.nonDna)],
    }
  })
}

function totalOf(
  parts: WeighedPart[],
  hypothesis: string,
  reference: string,
): { total: CombinedTotal; notes: Note[] } {
  const states = parts.map((part) => ({ part, state: stateOf(part, hypothesis, reference) }))
  const withheld = states.find(({ state }) => state === 'withheld')
  if (withheld) return { total: noTotal, notes: [withheldNote(withheld.part.kind, hypothesis)] }
  const counted = states.filter(({ state }) => state === 'counted').map(({ part }) => part)
  const notes = states
    .filter(({ state }) => state === 'left-out')
    .map(({ part }) => leftOutNote(part.kind, hypothesis))
  const log10LR = counted.reduce((sum, part) => sum + part.log10LR[hypothesis]!, 0)
  if (Number.isNaN(log10LR)) return { total: noTotal, notes: [...notes, oppositeNote(hypothesis)] }
  if (counted.length === 0) return { total: noTotal, notes }
  const total = { LR: powerOfTen(log10LR), log10LR, parts: counted.map(({ kind }) => kind) }
  return { total, notes }
}

const noTotal: CombinedTotal = { LR: null, log10LR: null, parts: [] }

/** A part without a number is left out when it is inconclusive; when it speaks against, so does no total. */
function stateOf(
  part: WeighedPart,
  hypothesis: string,
  reference: string,
): 'counted' | 'left-out' | 'withheld' {
  if (part.log10LR[hypothesis] !== null) return 'counted'
  if (part.kind !== 'MT') return 'withheld'
  const verdicts = [part.evidence.verdict[hypothesis], part.evidence.verdict[reference]]
  return verdicts.includes('contradicted') ? 'withheld' : 'left-out'
}

function withTraits(
  input: NonDnaInput | undefined,
  dna: Record<string, CombinedTotal>,
): Pick<CombinedEvidence, 'nonDna' | 'all'> {
  if (!input) return { nonDna: null, all: null }
  const { traits, hypothesis, independence, independenceOfDna } = input
  if (!Object.hasOwn(dna, hypothesis)) {
    refuse('hypothesis-unknown', `"${hypothesis}" is not among the hypotheses weighed against the reference.`)
  }
  const combined = independence ? combineNongenetic(traits, independence) : null
  const nonDna = { traits, hypothesis, combined }
  if (!independenceOfDna) return { nonDna, all: null }
  checkIndependence(independenceOfDna)
  if (!combined) {
    return refuse(
      'independence-not-stated',
      'State first that the traits are independent of one another and why; then of the DNA.',
    )
  }
  const log = dna[hypothesis]!.log10LR
  // Traits that are impossible and DNA that is certain leave no number.
  const sum = log === null ? Number.NaN : log + combined.log10LR
  const log10LR = Number.isNaN(sum) ? null : sum
  const LR = log10LR === null ? null : powerOfTen(log10LR)
  return { nonDna, all: { hypothesis, LR, log10LR, independence: independenceOfDna } }
}

function traitNotes(input: NonDnaInput | undefined): Note[] {
  if (!input) return []
  return [
    input.independenceOfDna
      ? {
          code: 'independence-of-dna-stated',
          message: `DNA and the other evidence are multiplied because their independence was stated: ${input.independenceOfDna.reason}`,
        }
      : {
          code: 'non-dna-apart',
          message: 'Evidence other than DNA is shown apart and is not in the total over DNA.',
        },
  ]
}

/** A finite ratio beyond the largest number is given by its logarithm alone. */
function powerOfTen(log10: number): number | null {
  const value = 10 ** log10
  return Number.isFinite(log10) && (value === 0 || !Number.isFinite(value)) ? null : value
}

function withheldNote(kind: PartKind, hypothesis: string): Note {
  return {
    code: 'total-withheld',
    hypothesis,
    message: `There is no total for ${hypothesis}: the ${kind} evidence contradicts it or the reference and has no number, and a total without it would mislead.`,
  }
}

function leftOutNote(kind: PartKind, hypothesis: string): Note {
  return {
    code: 'part-left-out',
    hypothesis,
    message: `The ${kind} evidence is inconclusive for ${hypothesis}, has no number and is not in its total.`,
  }
}

function oppositeNote(hypothesis: string): Note {
  return {
    code: 'parts-contradict',
    hypothesis,
    message: `There is no total for ${hypothesis}: one part is impossible under it and another under the reference. Check the samples and the typing.`,
  }
}
