import { refuse } from '../refusal.ts'
import { checkLineage } from './shared-lines.ts'
import type { AdviceInput } from './types.ts'

const mostRuns = 100_000

/** @throws KinshipRefusal for whatever makes no sense in the question; pedigree and loci are checked by the engine */
export function checkAdviceInput(input: AdviceInput): void {
  const { threshold, nsim = 1000, seed } = input
  if (!(threshold > 1 && threshold < Number.POSITIVE_INFINITY)) {
    refuse('threshold', 'The threshold is a likelihood ratio above 1, as 10000.')
  }
  if (!(Number.isSafeInteger(nsim) && nsim >= 50 && nsim <= mostRuns)) {
    refuse('run-count', `The number of simulated profiles must be a whole number from 50 to ${mostRuns}.`)
  }
  if (!Number.isSafeInteger(seed)) refuse('seed', 'The seed must be a whole number.')
  checkReachable(input)
  checkDropout(input)
  checkKits(input)
}

function checkReachable({ reachable, missing, pedigrees }: AdviceInput): void {
  const placed = new Set(pedigrees.flat().map(({ id }) => id))
  for (const { id, cost = 1, likely = 1 } of reachable) {
    if (id === missing) refuse('reachable', `"${id}" is the missing person and cannot be tested first.`)
    if (!placed.has(id)) {
      refuse('person-not-placed', `"${id}" can be reached but has no place in the pedigree: add them there.`)
    }
    if (!(cost >= 0 && cost < Number.POSITIVE_INFINITY))
      refuse('cost', `The cost of testing "${id}" must be 0 or more.`)
    if (!(likely >= 0 && likely <= 1)) refuse('likely', `How likely "${id}" is to come must be from 0 to 1.`)
  }
  if (new Set(reachable.map(({ id }) => id)).size < reachable.length) {
    refuse('reachable', 'A relative is listed twice among those who can be reached.')
  }
}

/** Profiles still to be made are taken to be complete. */
function checkDropout({ dropout = {}, reachable, retest = [], missing }: AdviceInput): void {
  for (const id of [missing, ...retest, ...reachable.map((person) => person.id)]) {
    if (!Object.hasOwn(dropout, id) || dropout[id] === 0) continue
    refuse(
      'dropout-of-asked',
      `"${id}" is still to be tested, and has a drop-out of their own: leave one of them out.`,
    )
  }
}

function checkKits({ kits = [], loci }: AdviceInput): void {
  if (new Set(kits.map(({ id }) => id)).size < kits.length)
    refuse('kit-twice', 'Two kits have the same name.')
  const base = new Set(loci.map(({ name }) => name))
  for (const kit of kits) {
    checkLineage(kit)
    const names = (kit.loci ?? []).map(({ name }) => name)
    const again = names.find((name, index) => base.has(name) || names.indexOf(name) < index)
    if (again !== undefined) {
      refuse('locus-twice', `Locus ${again} of kit "${kit.id}" is listed already: a kit lists what it adds.`)
    }
    if (kit.cost !== undefined && !(kit.cost >= 0 && kit.cost < Number.POSITIVE_INFINITY)) {
      refuse('cost', `The cost of kit "${kit.id}" must be 0 or more.`)
    }
  }
}
