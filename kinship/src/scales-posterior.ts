import { refuse } from './refusal.ts'

/**
 * The probability of the hypothesis against its alternative after the evidence, for a stated prior.
 *
 * @example posterior(0.5, 99) // 0.99
 * @throws KinshipRefusal when the prior is no probability, or certainty meets impossible evidence
 */
export function posterior(prior: number, ratio: number): number {
  if (!(prior >= 0 && prior <= 1)) return refuse('prior-range', 'State a prior from 0 to 1.')
  if (!(ratio >= 0)) return refuse('ratio-range', 'A likelihood ratio is from 0.')
  if ((prior === 0 && ratio === Number.POSITIVE_INFINITY) || (prior === 1 && ratio === 0)) {
    return refuse(
      'prior-contradicted',
      'The evidence is impossible under what the prior holds certain: choose a prior between 0 and 1.',
    )
  }
  if (ratio === Number.POSITIVE_INFINITY) return 1
  return (prior * ratio) / (prior * ratio + (1 - prior))
}

/**
 * The probabilities of all hypotheses after the evidence: prior times likelihood, divided by the sum (Bayes).
 *
 * @example posteriors({ a: 0.5, b: 0.25, c: 0.25 }, { a: Math.log(1), b: Math.log(2), c: Math.log(0) })
 *   // { a: 0.5, b: 0.5, c: 0 }
 * @param priors one for each hypothesis, summing to 1
 * @param logLikelihood natural logarithms by hypothesis
 * @throws KinshipRefusal `prior-missing`, `prior-range`, `prior-sum`, `prior-contradicted`
 */
export function posteriors(
  priors: Record<string, number>,
  logLikelihood: Record<string, number>,
): Record<string, number> {
  const names = Object.keys(logLikelihood)
  const missing = names.find((name) => !Object.hasOwn(priors, name))
  if (missing !== undefined) return refuse('prior-missing', `State a prior for the hypothesis "${missing}".`)
  const unknown = Object.keys(priors).find((name) => !Object.hasOwn(logLikelihood, name))
  if (unknown !== undefined)
    return refuse('prior-missing', `The prior "${unknown}" is of no hypothesis here.`)
  if (names.some((name) => !(priors[name]! >= 0))) {
    return refuse('prior-range', 'Priors are probabilities from 0 to 1.')
  }
  const sum = names.reduce((total, name) => total + priors[name]!, 0)
  if (!(Math.abs(sum - 1) <= 1e-9)) return refuse('prior-sum', `The priors sum to ${sum}, and must sum to 1.`)
  const logs = names.map((name) =>
    priors[name] === 0 ? Number.NEGATIVE_INFINITY : Math.log(priors[name]!) + logLikelihood[name]!,
  )
  const top = Math.max(...logs)
  if (top === Number.NEGATIVE_INFINITY) {
    return refuse(
      'prior-contradicted',
      'The evidence is impossible under every hypothesis with a prior above 0: consider another, or allow mutation.',
    )
  }
  const shares = logs.map((log) => Math.exp(log - top))
  const whole = shares.reduce((total, share) => total + share, 0)
  return Object.fromEntries(names.map((name, i) => [name, shares[i]! / whole]))
}
