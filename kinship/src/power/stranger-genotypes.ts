import type { SimulatedLocus } from './simulated-locus.ts'

/**
 * The natural logarithm of the probability of what somebody unrelated to everybody shows, without theta, at the
 * number `codeOf` gives it: p_a^2, 2 p_a p_b, or p_a where there is one allele; a homozygote may hide a silent one.
 */
export function strangerLogs({ prepared }: SimulatedLocus, isSingle: boolean): Float64Array {
  const { size, frequencies, silent } = prepared.full
  const hidden = silent < 0 ? 0 : 2 * frequencies[silent]!
  const logs = frequencies.map(Math.log)
  const found = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size && !isSingle; b++) found[a * size + b] = Math.LN2 + logs[a]! + logs[b]!
    const other = frequencies[a]! + (a === silent ? 0 : hidden)
    found[a * size + a] = logs[a]! + (isSingle ? 0 : Math.log(other))
  }
  return found
}
