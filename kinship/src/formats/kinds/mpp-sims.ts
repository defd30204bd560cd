import { compareSelections } from '../../power/simulation-selections.ts'
import { countOf, inputOf, malformed, textsOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'
import { missingPerson } from './missing-person.ts'
import { numbersOf, sharesOf, stillFamily } from './power-simulation.ts'

const baseline = 'Baseline'

/** `MPPsims`: what typing each set of relatives would bring, over simulated profiles. */
export function selectionFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const family = stillFamily(input)
  const sets = selectionsOf(input.selections)
  const { thresholds = input.thresholdIP } = input
  const hasThresholds = thresholds != null
  const outcomes = compareSelections(family, {
    missing: missingPerson(family, input.missing, sets.flat()),
    selections: sets,
    profiles: countOf(input.nProfiles, 'nProfiles', 4),
    runs: countOf(input.lrSims, 'lrSims', 1000),
    seed: countOf(input.seed, 'seed', 1),
    ...(hasThresholds && { thresholds: numbersOf(thresholds, 'thresholds') }),
  })
  const printed = sets.map((ids, index) => [
    ids.length === 0 ? baseline : ids.join(', '),
    {
      EP: outcomes[index]!.map(({ exclusionPower }) => exclusionPower),
      meanLogLR: outcomes[index]!.map(({ meanLog10LR }) => meanLog10LR),
      ...(hasThresholds && { IP: outcomes[index]!.map(({ reached }) => sharesOf(reached)) }),
    },
  ])
  return Object.fromEntries(printed)
}

/** The sets of relatives, the empty one (the family as it is) first even when it is not listed. */
function selectionsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return malformed('selections')
  const sets = Object.values(value).map((set) => textsOf(set, 'a selection').filter((id) => id !== ''))
  return [[], ...sets.filter((set) => set.length > 0)]
}
