import { engine, type Locus, verbalBand } from '@sandsage/kinship'
import { refuse } from '../../platform/refusal.ts'
import type { Weighing } from '../model/claims.ts'
import { findingOf, toLog } from './finding.ts'
import { chooseLoci, type Evidence, weighLoci } from './weigh.ts'

/** Allele frequencies of one population, ready for the alleles that were seen. */
export type FrequencyTable = { id: string; lociFor(evidence: Evidence): Map<string, Locus> }

export type Conclusion = Pick<
  Weighing,
  'perLocus' | 'dropped' | 'lnLR' | 'log10LR' | 'underTables' | 'finding' | 'scale' | 'engine'
>

/** ENFSI guideline for evaluative reporting 2015/16; the scale goes with every result. */
const SCALE = 'enfsi-2015'

/**
 * What the DNA says under the chosen table, and beside it under every table that knows some of the loci. Those
 * are weighed at theta 0: exact theta takes seconds a table, and they only show how much the table matters.
 */
export function conclude(evidence: Evidence, chosen: FrequencyTable, all: FrequencyTable[]): Conclusion {
  const { used, dropped } = chooseLoci(evidence, chosen.lociFor(evidence))
  if (used.length === 0) refuse('no-common-locus')
  const main = weighLoci(evidence, used)
  const underTables = weighBeside(evidence, chosen, all, new Set(used.map((locus) => locus.name)))
  const whole = underTables.filter((under) => under.loci === used.length).map((under) => under.log10LR)
  return {
    perLocus: main.perLocus.map(({ locus, log10LR }) => ({ locus, log10LR: toLog(log10LR) })),
    dropped,
    lnLR: toLog(main.lnLR),
    log10LR: toLog(main.log10LR),
    underTables: underTables.map((under) => ({ ...under, log10LR: toLog(under.log10LR) })),
    scale: { id: SCALE, band: verbalBand(SCALE, 10 ** main.log10LR).word },
    engine,
    finding: findingOf(
      [main.log10LR, ...whole],
      main.perLocus.map(({ log10LR }) => log10LR),
    ),
  }
}

function weighBeside(evidence: Evidence, chosen: FrequencyTable, all: FrequencyTable[], names: Set<string>) {
  const plain = { ...evidence, parameters: { ...evidence.parameters, theta: 0 } }
  // At theta 0 the chosen table has already been weighed.
  const others = evidence.parameters.theta === 0 ? all.filter((table) => table.id !== chosen.id) : all
  return others.flatMap((table) => {
    const loci = chooseLoci(plain, table.lociFor(plain)).used.filter((locus) => names.has(locus.name))
    return loci.length === 0
      ? []
      : [{ table: table.id, loci: loci.length, log10LR: weighLoci(plain, loci).log10LR }]
  })
}
