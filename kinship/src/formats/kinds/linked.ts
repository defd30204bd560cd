import { linkedLikelihoods } from '../../linked.ts'
import { checkedCase, checkedRho } from '../case-shape.ts'
import type { Fields, RawCase } from './index.ts'

/** `likelihoodTwoLinkedMarkers`: two loci at each recombination rate. */
export function linkedFields(raw: RawCase): Fields {
  const { likelihood, LR } = linkedLikelihoods(checkedCase(raw.input), checkedRho(raw.input))
  return { likelihood, LR }
}
