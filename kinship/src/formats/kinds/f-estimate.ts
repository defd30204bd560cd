import { estimateInbreeding } from '../../relatedness/inbreeding-estimate.ts'
import { familyOf, inputOf, textsOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/** `fEstimate`: three estimates of the inbreeding of everybody typed, or of `ids`. */
export function fEstimateFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const { loci, genotypes } = familyOf(input)
  const ids = input.ids == null ? Object.keys(genotypes) : textsOf(input.ids, 'ids')
  const found = ids.map((id) => [id, estimateInbreeding(loci, genotypes, id)] as const)
  const each = (method: 'mle' | 'simple' | 'ritland') =>
    Object.fromEntries(found.map(([id, estimate]) => [id, estimate[method]]))
  return { mle: each('mle'), simple: each('simple'), ritland: each('ritland') }
}
