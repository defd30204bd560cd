import { likelihoodRatio } from '../../likelihood-ratio.ts'
import { KinshipRefusal } from '../../refusal.ts'
import { checkedCase } from '../case-shape.ts'
import { inputOf, knownGenotypes } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/** `likelihood`: the logarithms by hypothesis, without ratios. */
export function likelihoodFields(raw: RawCase): Fields {
  const { LRperLocus: _, LR: __, log10LR: ___, ...fields } = ratioFields(raw)
  return fields
}

/** `likelihoodRatio`: every hypothesis against the reference; a single hypothesis has no ratio. */
export function ratioFields(raw: RawCase): Fields {
  const fields = inputOf(raw)
  const input = checkedCase({ ...fields, genotypes: knownGenotypes(fields.genotypes) })
  const found = likelihoodRatio(input)
  if ('refusal' in found) throw new KinshipRefusal(found.refusal.code, found.refusal.message)
  const { notes, LRperLocus, LR, log10LR, ...likelihoods } = found
  const isAlone = input.hypotheses.length < 2
  const ratios = isAlone ? { LRperLocus: null, LR: null, log10LR: null } : { LRperLocus, LR, log10LR }
  return { ...likelihoods, ...ratios, ...(notes.length > 0 ? { notes } : {}) }
}
