import { compareReady } from '@sandsage/names'
import { companions as chance } from './chances.ts'
import type { Described } from './described.ts'
import type { Evidence } from './evidence.ts'
import { meet, ready } from './spelled.ts'

/** Names compared a side; a list of thirty beside another is 900 comparisons. */
const MOST = 12

/** Those who were with them, without the parents, who are weighed as parents. */
const others = ({ companions, mother, father }: Described): string[] => {
  const parents = [...mother, ...father].map(ready)
  return companions
    .slice(0, MOST)
    .filter((name) => !parents.some((parent) => compareReady(ready(name), parent).log10LR > 2))
}

/**
 * Who was with whom. With chance `shared` one of the people named here is one of those named there, any of them
 * alike; their given names are weighed, because the surname was counted with the child's. One name on both sides:
 * 0.5 + 0.5 times its ratio; ten on each side divide it by a hundred.
 */
export function weighCompanions(a: Described, b: Described): Evidence[] {
  const [ours, theirs] = [others(a), others(b)]
  if (!ours.length || !theirs.length) return []
  let [sum, most] = [0, { ratio: 0, a: '', b: '' }]
  for (const x of ours)
    for (const y of theirs) {
      const given = meet(ready(x), ready(y)).filter((one) => one.isOwn)
      const log10LR = given.reduce((total, one) => total + one.log10LR, 0)
      const ratio = given.length ? 1 / (10 ** -log10LR + chance.coincidence) : 1
      sum += ratio
      if (ratio > most.ratio) most = { ratio, a: x, b: y }
    }
  const log10LR = Math.log10(1 - chance.shared + (chance.shared * sum) / (ours.length * theirs.length))
  const isShared = log10LR > 0
  return [
    {
      about: 'companions',
      code: isShared ? 'companion-same' : 'companions-differ',
      values: isShared ? { a: most.a, b: most.b } : {},
      log10LR,
    },
  ]
}
