import { countOf, jointIdentification } from '../../joint/index.ts'
import { impossibleAssignments } from './dvi-impossible.ts'
import { dviInput, missingOf } from './dvi-input.ts'
import type { Fields, RawCase } from './index.ts'

/** All assignments are listed up to this many; above it, the best thousand. */
const mostListed = 100_000
const listedAbove = 1000

/** `dviJoint`: all assignments, best first, `*` for nobody; the impossible ones last. */
export function dviJointFields(raw: RawCase): Fields {
  const input = dviInput(raw)
  const nAssignments = countOf(input)
  const isListable = nAssignments !== null && nAssignments <= mostListed
  const limit = isListable ? nAssignments : listedAbove
  const { assignments, marginal, leftOut, alike, notes } = jointIdentification({ ...input, limit })
  const isWhole = isListable && leftOut === 0
  const victims = input.unidentified.map(({ id }) => id)
  const named = assignments.map(({ of }) => victims.map((id) => of[id] ?? '*'))
  const impossible = isWhole ? impossibleAssignments(input, named, nAssignments) : []
  const best = assignments[0]?.logLikelihood ?? 0
  const columns = [...missingOf(raw), '*']
  return {
    nAssignments,
    victims,
    assignments: [...named, ...impossible],
    loglik: [
      ...assignments.map((one) => one.logLikelihood),
      ...impossible.map(() => Number.NEGATIVE_INFINITY),
    ],
    LRtop: [
      ...assignments.map((one) => Math.exp(best - one.logLikelihood)),
      ...impossible.map(() => Number.POSITIVE_INFINITY),
    ],
    posteriorFlatPrior: [...assignments.map((one) => one.posterior), ...impossible.map(() => 0)],
    marginal: Object.fromEntries(
      victims.map((id) => [
        id,
        Object.fromEntries(columns.map((target) => [target, marginal[id]![target] ?? 0])),
      ]),
    ),
    ...(leftOut > 0 && { leftOut }),
    ...(alike.length > 0 && { alike }),
    ...(notes.length > 0 && { notes }),
  }
}
