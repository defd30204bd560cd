import { engine, hashOf, type Locus, verbalBand } from '@sandsage/kinship'
import { refuse } from '../../platform/refusal.ts'
import type { Weighing } from '../model/claims.ts'
import { underAssumptions } from './assumptions.ts'
import { findingOf, toLog } from './finding.ts'
import { recordedCase } from './record.ts'
import { chooseLoci, type Evidence, weighLoci } from './weigh.ts'

/** Allele frequencies of one population, ready for the alleles that were seen. */
export type FrequencyTable = { id: string; lociFor(evidence: Evidence): Map<string, Locus> }

export type Conclusion = Pick<
  Weighing,
  | 'perLocus'
  | 'dropped'
  | 'lnLR'
  | 'log10LR'
  | 'underTables'
  | 'underTheta'
  | 'sensitivity'
  | 'inputHash'
  | 'finding'
  | 'scale'
  | 'engine'
>

/** ENFSI guideline for evaluative reporting 2015/16; the scale goes with every result. */
export const SCALE = 'enfsi-2015'

/**
 * What the DNA says under the chosen table, and beside it, with the same parameters, under every other table that
 * knows some of the loci; under other assumptions; and the hash of what was weighed.
 */
export function conclude(evidence: Evidence, chosen: FrequencyTable, all: FrequencyTable[]): Conclusion {
  const { used, dropped } = chooseLoci(evidence, chosen.lociFor(evidence))
  if (used.length === 0) refuse('no-common-locus')
  const main = weighLoci(evidence, used)
  const recorded = recordedCase(evidence, used)
  const underTables = weighBeside(evidence, chosen, all, new Set(used.map((locus) => locus.name)))
  const whole = underTables.filter((under) => under.loci === used.length).map((under) => under.log10LR)
  return {
    perLocus: main.perLocus.map(({ locus, log10LR }) => ({ locus, log10LR: toLog(log10LR) })),
    dropped,
    lnLR: toLog(main.lnLR),
    log10LR: toLog(main.log10LR),
    underTables: underTables.map((under) => ({ ...under, log10LR: toLog(under.log10LR) })),
    underTheta: evidence.parameters.theta,
    sensitivity: underAssumptions(recorded, evidence.parameters.mutation),
    inputHash: hashOf(recorded),
    scale: { id: SCALE, band: verbalBand(SCALE, 10 ** main.log10LR).word },
    engine,
    finding: findingOf(
      [main.log10LR, ...whole],
      main.perLocus.map(({ log10LR }) => log10LR),
    ),
  }
}

function weighBeside(evidence: Evidence, chosen: FrequencyTable, all: FrequencyTable[], names: Set<string>) {
  const others = all.filter((table) => table.id !== chosen.id)
  return others.flatMap((table) => {
    const loci = chooseLoci(evidence, table.lociFor(evidence)).used.filter((locus) => names.has(locus.name))
    return loci.length === 0
      ? []
      : [{ table: table.id, loci: loci.length, log10LR: weighLoci(evidence, loci).log10LR }]
  })
}
