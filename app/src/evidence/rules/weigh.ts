import { type KinshipCase, type Locus, likelihoodRatio } from '@sandsage/kinship'
import { refuse } from '../../platform/refusal.ts'
import type { dropReasons, Parameters } from '../model/claims.ts'
import type { DrawnPerson } from '../model/family.ts'
import type { Genotypes } from '../model/samples.ts'
import { components } from './family.ts'
import type { Hypotheses } from './hypotheses.ts'

/**
 * Proportional mutation keeps the frequencies and needs no pruning, so it agrees between programs; 0.002 is
 * the usual average rate of an STR locus (Gjertson et al. 2007, ISFG). Theta 0.03: NRC II 1996 for groups whose
 * own frequencies nobody has counted, as here. Minimum frequency 0.005: 5/(2N) of a table of 500 people (NRC II).
 * See docs/decisions/0003 and 0032.
 */
export const DEFAULTS: Omit<Parameters, 'table'> = {
  theta: 0.03,
  mutation: { model: 'proportional', rate: 0.002 },
  minimumFrequency: 0.005,
}

export type Evidence = {
  hypotheses: Hypotheses
  /** Weighed together. */
  children: string[]
  /** Of everybody whose consent stands; the unnamed have none. */
  genotypes: Record<string, Genotypes>
  parameters: Omit<Parameters, 'table'>
}

export type Dropped = { locus: string; because: (typeof dropReasons)[number] }

/** Which loci say anything: typed in a weighed child and in somebody else, autosomal, known to the table. */
export function chooseLoci(
  evidence: Evidence,
  known: Map<string, Locus>,
): { used: Locus[]; dropped: Dropped[] } {
  const { genotypes, children } = evidence
  const typedAt = (locus: string, who: (person: string) => boolean) =>
    Object.entries(genotypes).some(([person, profile]) => who(person) && profile[locus] !== undefined)
  const reason = (locus: string): Dropped['because'] | undefined => {
    if (!typedAt(locus, (person) => children.includes(person))) return 'child-not-typed'
    if (!typedAt(locus, (person) => !children.includes(person))) return 'relatives-not-typed'
    const found = known.get(locus)
    if (!found) return 'not-in-table'
    return found.chrom === 'autosomal' ? undefined : 'not-autosomal'
  }
  const all = [...new Set(Object.values(genotypes).flatMap((profile) => Object.keys(profile)))].sort()
  const dropped = all.flatMap((locus) => {
    const because = reason(locus)
    return because ? [{ locus, because }] : []
  })
  return { used: all.flatMap((locus) => (reason(locus) ? [] : [known.get(locus)!])), dropped }
}

/** The evidence as a case of the science: what is computed here, and what a foreign laboratory gets. */
export function toCase(
  evidence: Evidence,
  loci: Locus[],
  id: string,
): KinshipCase & { id: string; kind: 'likelihoodRatio' } {
  const pedigrees = (people: DrawnPerson[]) =>
    components(people).map((part) => part.map(({ id, father, mother, sex }) => ({ id, father, mother, sex })))
  const { H1, H2 } = evidence.hypotheses
  const wanted = new Set(loci.map((locus) => locus.name))
  const genotypes = Object.entries(evidence.genotypes).map(([person, profile]) => [
    person,
    Object.fromEntries(Object.entries(profile).filter(([locus]) => wanted.has(locus))),
  ])
  return {
    id,
    kind: 'likelihoodRatio',
    loci,
    genotypes: Object.fromEntries(genotypes),
    hypotheses: [
      { name: 'H1', pedigrees: pedigrees(H1) },
      { name: 'H2', pedigrees: pedigrees(H2) },
    ],
    theta: evidence.parameters.theta,
  }
}

export type LociWeighed = { perLocus: { locus: string; log10LR: number }[]; lnLR: number; log10LR: number }

/** log10 LR of H1 against H2, per locus and together. Refuses by name what has no value. */
export function weighLoci(evidence: Evidence, loci: Locus[]): LociWeighed {
  const found = likelihoodRatio(toCase(evidence, loci, 'claim'))
  if ('refusal' in found) return refuse('engine-refused', { because: found.refusal.message })
  const { H1, H2 } = found.logLikelihoodPerLocus
  const perLocus = loci.map(({ name }, place) => ({
    locus: name,
    log10LR: (H1![place]! - H2![place]!) / Math.LN10,
  }))
  const impossible = perLocus.find(({ log10LR }) => Number.isNaN(log10LR))
  if (impossible) refuse('impossible-under-both', { locus: impossible.locus })
  const log10LR = perLocus.reduce((sum, { log10LR }) => sum + log10LR, 0)
  return { perLocus, lnLR: log10LR * Math.LN10, log10LR }
}
