import type { About, Evidence } from './evidence.ts'
import { isOneName } from './spelled.ts'

/** The pieces that may rest on one fact: a surname, a patronymic, the father's name, the mother's surname. */
const related: readonly About[] = ['father', 'family', 'father-line', 'mother-line']

/** Two pieces rest on one fact where either side has one and the same name in both places. */
const restsOnSame = (x: Evidence, y: Evidence): boolean =>
  x.on !== undefined && y.on !== undefined && (isOneName(x.on.a, y.on.a) || isOneName(x.on.b, y.on.b))

/**
 * What says the same thing is counted once: of pieces that rest on one fact the one that says most for counts, or,
 * where none speaks for, the one that says most against; the others are kept, with a weight of 0 and the code
 * `counted-once`. Example: surname and mother's surname, both Ахметова on one side, are one fact.
 */
export function countOnce(evidence: readonly Evidence[]): Evidence[] {
  const groups: Evidence[][] = []
  for (const one of evidence) {
    if (!related.includes(one.about)) continue
    const [near, far] = [
      groups.filter((group) => group.some((other) => restsOnSame(one, other))),
      [] as Evidence[],
    ]
    for (const group of near) {
      far.push(...group)
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push([...far, one])
  }
  const counted = new Set(groups.map(leading))
  return evidence.map((one) =>
    !related.includes(one.about) || counted.has(one) ? one : { ...one, code: 'counted-once', log10LR: 0 },
  )
}

const leading = (group: Evidence[]): Evidence =>
  group.some((one) => one.log10LR > 0)
    ? group.reduce((best, one) => (one.log10LR > best.log10LR ? one : best))
    : group.reduce((worst, one) => (one.log10LR < worst.log10LR ? one : worst))
