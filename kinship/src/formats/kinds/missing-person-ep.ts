import { missingPersonExclusionPower } from '../../power/exclusion-missing.ts'
import { disabledMutations, powerFields } from './exclusion-power.ts'
import { familyOf, inputOf, textOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/** `missingPersonEP`: how often a family's profiles exclude a stranger. */
export function missingPersonFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const family = familyOf(input)
  return powerFields(
    missingPersonExclusionPower({
      ...family,
      missing: textOf(input.missing, 'missing'),
      ...disabledMutations(input.disableMutations),
    }),
  )
}
