import { refuse } from '../refusal.ts'
import type { Reachable } from './types.ts'

/** Every subset of the uncertain relatives of a plan is weighed. */
const mostUncertain = 10

/**
 * The mean of something over who of the invited comes, each independently.
 *
 * @param value of the relatives who come
 * @example One relative, likely to 0.5, pass 0.2 without and 0.8 with them: 0.5.
 */
export function meanOverWhoComes(
  invited: string[],
  reachable: Reachable[],
  value: (came: string[]) => number,
): number {
  const likely = new Map(reachable.map(({ id, likely: p = 1 }) => [id, p]))
  const uncertain = invited.filter((id) => likely.get(id)! < 1)
  if (uncertain.length > mostUncertain) {
    refuse(
      'too-many-uncertain',
      `More than ${mostUncertain} relatives of one plan may not come: state who surely will, or list fewer.`,
    )
  }
  let mean = 0
  for (let subset = 0; subset < 2 ** uncertain.length; subset++) {
    const absent = new Set(uncertain.filter((_, i) => ((subset >> i) & 1) === 0))
    const probability = uncertain.reduce(
      (product, id) => product * (absent.has(id) ? 1 - likely.get(id)! : likely.get(id)!),
      1,
    )
    if (probability > 0) mean += probability * value(invited.filter((id) => !absent.has(id)))
  }
  return mean
}
