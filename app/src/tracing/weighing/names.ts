import { names as chances, OTHER_NAME } from './chances.ts'
import type { Described } from './described.ts'
import { type About, type Among, type Bounds, bounded, type Evidence } from './evidence.ts'
import { type Met, meet, ready } from './spelled.ts'

/** In whose name the words stand. */
export type Whose = 'child' | 'mother' | 'father' | 'across'

/** What one spelling beside another says: the words that met, and what it costs that it is another name of theirs. */
type Meeting = { met: Met[]; cost: number }

const bearing = ({ names, otherNames }: Described) => [
  ...names.map((text) => ({ text, cost: 0 })),
  ...otherNames.map((text) => ({ text, cost: OTHER_NAME })),
]

/** Every name one is known by beside every name of the other. */
export const meetings = (a: Described, b: Described): Meeting[] =>
  bearing(a).flatMap((x) =>
    bearing(b).map((y) => ({ met: meet(ready(x.text), ready(y.text)), cost: x.cost + y.cost })),
  )

/** What is compared as what, whose name it stands in, how often chance agrees and how often one person differs. */
export type Asking = { about: About; of: Whose; bounds: Bounds; among: Among }

const asEvidence = ({ about, of, bounds, among }: Asking, met: Met[], cost: number): Evidence => {
  const sum = met.reduce((total, one) => total + one.log10LR, 0)
  const strongest = met.reduce((best, one) => (Math.abs(one.log10LR) > Math.abs(best.log10LR) ? one : best))
  const { a, b, verdict } = strongest
  const shares = [a, b].map((word) => among.shareOf?.(about, word) ?? 0)
  const coincidence = Math.max(bounds.coincidence, ...shares)
  return {
    about,
    code: cost > 0 && sum > 0 ? 'other-name' : 'name-part',
    values: { of, a, b, verdict },
    log10LR: bounded(sum > 0 ? sum - cost : sum, { ...bounds, coincidence }),
    on: { a, b },
  }
}

/** What the words that pass say in the meeting where they say most; nothing where no meeting has any. */
export function bestOf(asking: Asking, all: readonly Meeting[], passes: (met: Met) => boolean): Evidence[] {
  let best: Evidence | undefined
  for (const { met, cost } of all) {
    const chosen = met.filter(passes)
    if (chosen.length === 0) continue
    const one = asEvidence(asking, chosen, cost)
    if (!best || one.log10LR > best.log10LR) best = one
  }
  return best ? [best] : []
}

export const isSurname = ({ roles }: Met): boolean => roles.includes('surname')
export const isPatronymic = ({ roles }: Met): boolean =>
  roles.includes('patronymic') && !roles.includes('surname')
/** A further word of a chain of names, the father's or the grandfather's, or one whose place is not certain. */
export const isLine = (met: Met): boolean => !met.isOwn && !isSurname(met) && !isPatronymic(met)

/** The name: the child's own, and what it says of the father and the family. */
export function weighNames(a: Described, b: Described, among: Among): Evidence[] {
  const all = meetings(a, b)
  const best = (about: About, bounds: Bounds, passes: (met: Met) => boolean) =>
    bestOf({ about, of: 'child', bounds, among }, all, passes)
  return [
    ...best('given', chances.given, (met) => met.isOwn),
    ...best('father', chances.father, isPatronymic),
    ...best('family', chances.family, isSurname),
    ...best('father-line', chances.line, isLine),
  ]
}
