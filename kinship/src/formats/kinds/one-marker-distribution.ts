import { genotypeDistribution } from '../../power/distribution.ts'
import { combinations } from '../../power/distribution-joint.ts'
import { refuse } from '../../refusal.ts'
import { knownGenotypes } from './exclusion-power.ts'
import { familyOf, inputOf, textsOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/** `oneMarkerDistribution`: every combination of genotypes and its probability, the first person's fastest. */
export function distributionFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const { loci, ...family } = familyOf({ ...input, genotypes: knownGenotypes(input.genotypes) })
  const [locus, ...others] = loci
  if (!locus || others.length > 0) {
    return refuse('one-locus', 'A genotype distribution is asked for at one locus: give exactly one.')
  }
  const { ids, genotypes, probabilities } = genotypeDistribution(
    { ...family, locus },
    textsOf(input.ids, 'ids'),
  )
  const rows = Array.from(combinations(genotypes.map((list) => list.length)), (chosen) =>
    ids.map((id, at) => [id, genotypes[at]![chosen[at]!]!.join('/')] as const),
  )
  return {
    columns: [...ids, 'prob'],
    rows: rows.map((entries, index) => ({ ...Object.fromEntries(entries), prob: probabilities[index] })),
  }
}
