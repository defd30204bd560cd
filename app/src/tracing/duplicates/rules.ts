import type { Description } from '../../casefile/model.ts'
import type { Weighed } from '../weighing/weigh.ts'

/**
 * Prior odds that a given other person on a list of `listed` is this one: one person in twenty is on an operation's
 * lists twice (assumed; two lists of one prison share far more, two prisons far fewer). See decision 0053.
 */
export const twiceOn = (listed: number): number => 0.05 / Math.max(1, listed)

/** A pair is shown from posterior odds of 1 to 10: a look costs a minute, a child twice on a plan costs a seat. */
export const SHOWN_ODDS = 0.1

/** Whether a pair is worth a look. Example: of 20 listed, from log10 LR 1.6 on: `log10(20 * 20) - 1`. */
export const isWorthALook = (log10LR: number, listed: number): boolean =>
  log10LR >= Math.log10(SHOWN_ODDS / twiceOn(listed))

export type SiblingSign = 'explains' | 'given-differs' | 'twins' | 'sex-differs'

/** Less against than this is said, and speaks for neither. */
const TELLING = 0.1

const sumOf = ({ evidence }: Weighed, ...abouts: string[]): number =>
  evidence.filter((one) => abouts.includes(one.about)).reduce((total, one) => total + one.log10LR, 0)

/** Their own names are two names: whatever else agrees, two people who share it are likelier. */
export const hasTwoNames = (weighed: Weighed): boolean => sumOf(weighed, 'given') < -TELLING

/**
 * What speaks for brothers, sisters or twins instead of one person twice: their own names are two names, they were
 * born together of one mother, or everything they share is what a family shares.
 */
export function siblingSigns(weighed: Weighed, a: Description, b: Description): SiblingSign[] {
  const sameParents = sumOf(weighed, 'mother', 'father', 'mother-line', 'father-line', 'family') > 0
  const givenDiffers = hasTwoNames(weighed)
  const bornTogether = a.birth.date !== undefined && a.birth.date === b.birth.date
  return [
    ...(a.sex !== b.sex && a.sex !== 'unknown' && b.sex !== 'unknown' ? (['sex-differs'] as const) : []),
    ...(givenDiffers && sameParents && bornTogether ? (['twins'] as const) : []),
    ...(givenDiffers && sameParents && !bornTogether ? (['given-differs'] as const) : []),
    ...(weighed.sibling.explains && !givenDiffers ? (['explains'] as const) : []),
  ]
}
