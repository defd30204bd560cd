import { linkedLikelihoods } from '../../linked.ts'
import { checkedCase, checkedRho } from '../case-shape.ts'
import { inputOf, knownGenotypes } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/** `likelihoodTwoLinkedMarkers`: two loci at each recombination rate. */
export function linkedFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const found = checkedCase({ ...input, genotypes: knownGenotypes(input.genotypes) })
  const rho = typeof input.rho === 'number' ? [input.rho] : input.rho
  const { likelihood, LR } = linkedLikelihoods(found, checkedRho({ rho }))
  return { likelihood, LR }
}
