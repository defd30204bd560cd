import type { FrequencyTable, LociChoice } from './frequency-table.ts'
import { hashOf } from './hash-canonical-json.ts'
import { type LikelihoodRatios, likelihoodRatio } from './likelihood-ratio.ts'
import {
  type LocusProvenance,
  mutationByLoci,
  type TableProvenance,
  tableProvenance,
} from './provenance-loci.ts'
import { orRefusal } from './refusal.ts'
import {
  type CustomScale,
  customScale,
  getVerbalScale,
  type Verbal,
  type VerbalScale,
  verbalBand,
} from './scales.ts'
import { posteriors } from './scales-posterior.ts'
import type { KinshipCase, Linkage, RefusalDetail } from './types.ts'
import { engine } from './version.ts'

/** Where loci of the case come from; checked, not believed. Loci named by no origin count as given. */
export type LociOrigin = { table: FrequencyTable; choice: Omit<LociChoice, 'observed'> }

/** What is said beyond the ratio. All of it is kept in the record. */
export type WeighOptions = {
  origins?: LociOrigin[]
  /** The id of a published verbal scale, or a laboratory's own. */
  scale?: string | CustomScale
  /** A prior for every hypothesis, the reference included; without one there is no posterior. */
  priors?: Record<string, number>
}

export type Answer = {
  ratios: LikelihoodRatios
  /** By hypothesis; null without a scale, or where there is no ratio. */
  verbal: Record<string, Verbal | null> | null
  /** By hypothesis; null without stated priors. */
  posterior: Record<string, number> | null
}

/** Everything that decided the answer. Hashes are SHA-256 of canonical JSON (RFC 8785). */
export type Provenance = {
  engine: { name: string; version: string }
  inputHash: string
  tables: TableProvenance[]
  parameters: {
    theta: number
    reference: string
    dropout: Record<string, number>
    linkage: Linkage | null
    mutation: LocusProvenance[]
    /** Loci whose frequencies came with the case and from no table named here. */
    lociGiven: string[]
    scale: { id: string; version: string; hash: string } | null
    priors: Record<string, number> | null
  }
}

/** An answer that can be computed again: see `replay`, `writeRecord` and `readRecord`. */
export type WeighRecord = {
  format: typeof recordFormat
  input: KinshipCase
  options: Omit<WeighOptions, 'origins'>
  answer: Answer | { refusal: RefusalDetail }
  provenance: Provenance
}

export const recordFormat = 'sandsage.kinship-record/1'

/**
 * The likelihood ratio with its words, its posterior where priors are stated, and everything that decided it.
 *
 * @example Duo, father and child both 6/6, p = 0.25: weigh(input, { scale: 'enfsi-2015', priors: { father: 0.2,
 *   unrelated: 0.8 } }).answer // ratios.LR.father 4; verbal.father.word 'weak'; posterior.father 0.8 / 1.6 = 0.5
 * @returns a record; a ratio that cannot be computed is in it as `answer.refusal`. `{ refusal }` alone when the input
 *   is no JSON, a table does not give the loci, or the scale is unsound: then nothing can be recorded.
 */
export function weigh(
  input: KinshipCase,
  options: WeighOptions = {},
): WeighRecord | { refusal: RefusalDetail } {
  return orRefusal(() => {
    const { origins = [], ...rest } = options
    const scale = rest.scale === undefined ? null : scaleOf(rest.scale)
    const provenance = provenanceOf(input, origins, scale, rest.priors ?? null)
    const answer = orRefusal(() => answerOf(input, scale, rest.priors ?? null))
    return { format: recordFormat, input, options: rest, answer, provenance }
  })
}

const scaleOf = (scale: string | CustomScale): VerbalScale =>
  typeof scale === 'string' ? getVerbalScale(scale) : customScale(scale)

function answerOf(
  input: KinshipCase,
  scale: VerbalScale | null,
  priors: Record<string, number> | null,
): Answer | { refusal: RefusalDetail } {
  const ratios = likelihoodRatio(input)
  if ('refusal' in ratios) return ratios
  const words = Object.entries(ratios.log10LR).map(([name, log]) => [
    name,
    scale === null || log === null ? null : verbalBand(scale, ratios.LR[name] ?? 10 ** log),
  ])
  return {
    ratios,
    verbal: scale === null ? null : Object.fromEntries(words),
    posterior: priors === null ? null : posteriors(priors, ratios.logLikelihood),
  }
}

function provenanceOf(
  input: KinshipCase,
  origins: LociOrigin[],
  scale: VerbalScale | null,
  priors: Record<string, number> | null,
): Provenance {
  const tables = origins.map((origin) => tableProvenance(input, origin))
  const fromTables = new Set(tables.flatMap(({ choice }) => choice.names))
  return {
    engine: { ...engine },
    inputHash: hashOf(input),
    tables,
    parameters: {
      theta: input.theta ?? 0,
      reference: input.reference ?? input.hypotheses.at(-1)?.name ?? '',
      dropout: input.dropout ?? {},
      linkage: input.linkage ?? null,
      mutation: mutationByLoci(input.loci),
      lociGiven: input.loci.map(({ name }) => name).filter((name) => !fromTables.has(name)),
      scale: scale && {
        id: scale.id,
        version: scale.version,
        hash: hashOf(scale.bands.map(({ word, from, isNeutral }) => ({ word, from, isNeutral }))),
      },
      priors,
    },
  }
}
