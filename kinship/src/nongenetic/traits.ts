import { refuse } from '../refusal.ts'
import { type CategoricalInput, categoricalRatio, type RecordingError } from './categorical.ts'
import type { TraitRatio } from './trait-ratio.ts'

/**
 * Sex as recorded. LR = (1 - error) / share of the sex when they agree, error / share of the sex seen when not.
 *
 * @example sexRatio({ sought: 'female', examined: 'female', shareFemale: 0.5, error: 0.05, source: '...' }).LR // 1.9
 */
export function sexRatio(input: {
  sought: 'female' | 'male'
  examined: 'female' | 'male'
  shareFemale: number
  error: number
  source: string
}): TraitRatio {
  const { shareFemale, ...rest } = input
  const shares = { female: shareFemale, male: 1 - shareFemale }
  return categoricalRatio({ ...rest, trait: 'sex', fact: 'sex', shares, sharesAre: 'recorded' })
}

/**
 * The place or region a person comes from. The shares are of the people who could have been examined; the error
 * table may make neighbouring places easier to mistake.
 *
 * @example Four places of share 0.25, recorded, error 0.1: LR = 0.9 / 0.25 = 3.6 when they agree.
 */
export function placeRatio(input: Omit<CategoricalInput, 'trait' | 'fact'>): TraitRatio {
  return categoricalRatio({ ...input, trait: 'place', fact: 'place' })
}

/** Hair, eyes or skin alone. Several of them together: `pigmentationRatio`. */
export function colourRatio(
  input: Omit<CategoricalInput, 'trait' | 'fact'> & { of: 'hair' | 'eyes' | 'skin' },
): TraitRatio {
  const { of, ...rest } = input
  return categoricalRatio({ ...rest, trait: `${of} colour`, fact: of })
}

/**
 * A mark of the body: a scar, a birthmark, a missing tooth. `share` of the population bears such a mark at such a
 * place; `missed` is the probability that one is overlooked or gone, `acquired` that one is recorded that was not
 * there before.
 *
 * @example Both present, share 0.01, missed 0.1, acquired 0: (1 - 0.1) / (0.01 * 0.9) = 100.
 * @throws KinshipRefusal `mark-unnamed` and those of `categoricalRatio`
 */
export function markRatio(input: {
  mark: string
  sought: 'present' | 'absent'
  examined: 'present' | 'absent'
  share: number
  missed: number
  acquired: number
  source: string
}): TraitRatio {
  const { mark, share, missed, acquired, ...rest } = input
  if (mark.trim() === '') refuse('mark-unnamed', 'Say which mark it is and where: each mark counts once.')
  const error: RecordingError = {
    present: { present: 1 - missed, absent: missed },
    absent: { present: acquired, absent: 1 - acquired },
  }
  const shares = { present: share, absent: 1 - share }
  return categoricalRatio({ ...rest, trait: mark, fact: `mark: ${mark}`, shares, sharesAre: 'true', error })
}
