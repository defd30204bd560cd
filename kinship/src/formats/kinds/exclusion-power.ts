import { type ExclusionInput, type ExclusionPower, exclusionPower } from '../../power/exclusion.ts'
import { checkedCase } from '../case-shape.ts'
import { inputOf, knownGenotypes, malformed, textsOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/** `exclusionPower`: a claimed and a true relationship, and who is to be typed. */
export function exclusionPowerFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const { loci, genotypes, theta, dropout, hypotheses } = checkedCase({
    ...input,
    genotypes: knownGenotypes(input.genotypes),
    hypotheses: [
      { name: 'claim', pedigrees: input.claim },
      { name: 'truth', pedigrees: input.truth },
    ],
  })
  const [claim, truth] = hypotheses.map(({ pedigrees }) => pedigrees)
  return powerFields(
    exclusionPower({
      claim: claim!,
      truth: truth!,
      ids: textsOf(input.ids, 'ids'),
      loci,
      genotypes,
      theta: theta ?? 0,
      ...(dropout && { dropout }),
      ...disabledMutations(input.disableMutations),
    }),
  )
}

/** The names the case format prints. */
export function powerFields(power: ExclusionPower): Fields {
  return {
    EPperMarker: power.perLocus,
    EPtotal: power.total,
    expectedMismatch: power.expectedMismatch,
    distribMismatch: power.mismatchDistribution,
  }
}

/** `true`, `false`, a locus name or a list of them; absent or R's "NA": where no mutation is needed. */
export function disabledMutations(raw: unknown): Pick<ExclusionInput, 'disableMutations'> {
  if (raw == null || raw === 'NA') return {}
  if (typeof raw === 'boolean') return { disableMutations: raw }
  if (typeof raw !== 'string' && !Array.isArray(raw)) return malformed('disableMutations')
  return { disableMutations: textsOf(raw, 'disableMutations') }
}
